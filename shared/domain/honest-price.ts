/** A price an SKU had from an instant on. */
export interface PriceChange {
  at: number
  priceFen: number
}

/** A former price that may be shown, and until when. */
export interface HonestWas {
  wasFen: number
  wasUntil: number
}

const dayMs = 86_400_000
/** The former price is the lowest that was charged in this time before the price fell. */
const lowestWithinMs = 7 * dayMs
/** It counts only when it, or more, was charged for so long within so much time before. */
const chargedForMs = 7 * dayMs
const chargedWithinMs = 30 * dayMs
/** After this long the lower price is simply the price. */
const shownForMs = 30 * dayMs

/**
 * The former price that may stand beside the present one: what was really charged before the price
 * fell, never more than the lowest price of the seven days before, and only when customers paid it
 * for seven of the thirty days before. Undefined when there is nothing true to say.
 */
export function honestWas(changes: readonly PriceChange[], now: number): HonestWas | undefined {
  const known = changes.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
  const present = known[known.length - 1]
  const before = known.slice(0, -1)
  if (!present || now >= present.at + shownForMs) return undefined
  const spans = spansOf(before, present.at)
  const lately = spans.filter(({ to }) => to > present.at - lowestWithinMs)
  const wasFen = Math.min(...lately.map(({ priceFen }) => priceFen))
  if (!Number.isFinite(wasFen) || wasFen <= present.priceFen) return undefined
  const chargedMs = spans
    .filter(({ priceFen }) => priceFen >= wasFen)
    .map(({ from, to }) => to - Math.max(from, present.at - chargedWithinMs))
    .filter((ms) => ms > 0)
    .reduce((sum, ms) => sum + ms, 0)
  return chargedMs >= chargedForMs ? { wasFen, wasUntil: present.at + shownForMs } : undefined
}

/** How long each price held, up to `end`. */
const spansOf = (changes: readonly PriceChange[], end: number) =>
  changes
    .map(({ at, priceFen }, index) => ({ priceFen, from: at, to: changes[index + 1]?.at ?? end }))
    .filter(({ from, to }) => to > from)

/** The history with another price; the same price again adds nothing. Keeps what the rule needs. */
export function withPrice(
  changes: readonly PriceChange[],
  priceFen: number,
  now: number,
): PriceChange[] {
  if (changes[changes.length - 1]?.priceFen === priceFen) return [...changes]
  const recent = changes.filter(
    (_, index) => (changes[index + 1]?.at ?? now) > now - chargedWithinMs - shownForMs,
  )
  return [...recent, { at: now, priceFen }]
}

/** What an SKU keeps about its price. */
export interface PriceFields extends Partial<HonestWas> {
  priceFen: number
  priceChanges: PriceChange[]
}

/** The fields of an SKU whose price becomes `priceFen` now; replace all of them together. */
export function pricedAt(
  changes: readonly PriceChange[],
  priceFen: number,
  now: number,
): PriceFields {
  const priceChanges = withPrice(changes, priceFen, now)
  return { priceFen, priceChanges, ...honestWas(priceChanges, now) }
}

/** The former price while it may be shown. */
export const wasAt = (
  { priceFen, wasFen, wasUntil }: { priceFen: number; wasFen?: number; wasUntil?: number },
  now: number,
): { wasFen?: number } =>
  wasFen !== undefined && wasFen > priceFen && (wasUntil === undefined || now < wasUntil)
    ? { wasFen }
    : {}
