import type { PaymentHint } from './port'

/** A hint from the two numbers of a callback; none when they are not of our making. */
export function hintOf(outTradeNo: unknown, outRefundNo: unknown): PaymentHint | undefined {
  if (!isNumber(outTradeNo, 32)) return undefined
  return isNumber(outRefundNo, 64) ? { outTradeNo, outRefundNo } : { outTradeNo }
}

const isNumber = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && /^[A-Za-z0-9_-]{8,}$/.test(value)
