/** The keys of a notification as a function receives them: `out_trade_no` becomes `outTradeNo`. */
export function camelCased(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  )
}
