/** Fen as somebody types yuan: "58" or "58.80". */
export const yuanField = (fen: number | undefined): string => {
  if (fen === undefined) return ''
  const yuan = Math.floor(fen / 100)
  return fen % 100 === 0 ? String(yuan) : `${yuan}.${String(fen % 100).padStart(2, '0')}`
}

/** What was typed as fen; undefined when it is no amount of money above nothing. */
export function fenOf(typed: string): number | undefined {
  const text = typed.trim().replace(/^¥/, '')
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(text)) return undefined
  const [yuan = '0', cents = ''] = text.split('.')
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  return fen > 0 ? fen : undefined
}

/** A whole number from zero up to a million; undefined for anything else. */
export const wholeOf = (typed: string): number | undefined =>
  /^\d{1,7}$/.test(typed.trim()) && Number(typed) <= 1_000_000 ? Number(typed) : undefined
