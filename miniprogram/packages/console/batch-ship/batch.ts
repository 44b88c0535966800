import { trackingNumberOf } from '../ship/ship-view'

/** One order of several that are sent together. */
export interface BatchRow {
  id: string
  number: string
  goods: string
  person: string
  trackingNumber: string
  /** `asked` marks a number that is missing or wrong; `failed` one the server refused. */
  state: 'open' | 'asked' | 'sending' | 'sent' | 'failed'
  problem: string
  /** One intention to send it. */
  once: string
}

/** The row a scanned number belongs to: the first that has none; undefined when all have one. */
export const nextWithout = (rows: readonly BatchRow[]): number | undefined => {
  const index = rows.findIndex(({ trackingNumber, state }) => state !== 'sent' && !trackingNumber)
  return index < 0 ? undefined : index
}

/** A number may stand on one parcel only; each row says whether its own can go. */
export function checked(rows: readonly BatchRow[], wrong: string, twice: string): BatchRow[] {
  const times = new Map<string, number>()
  for (const { trackingNumber } of rows) {
    const number = trackingNumber.trim().toUpperCase()
    times.set(number, (times.get(number) ?? 0) + 1)
  }
  return rows.map((row) => {
    if (row.state === 'sent') return row
    const number = trackingNumberOf(row.trackingNumber)
    if (!number) return { ...row, state: 'asked', problem: wrong }
    if ((times.get(number.toUpperCase()) ?? 0) > 1)
      return { ...row, state: 'asked', problem: twice }
    return { ...row, state: 'open', problem: '' }
  })
}
