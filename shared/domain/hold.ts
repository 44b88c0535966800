/** How long placed, unpaid goods stay reserved. */
export const holdMs = 15 * 60_000

/** WeChat Pay refuses to close an order younger than this. */
const closeNotBeforeMs = 5 * 60_000

/** How long a payment that was opened at WeChat Pay can be paid when nobody closes it. */
const payableMs = 2 * 3_600_000

/** From when on the payment of an abandoned order cannot be paid, whether or not it was closed. */
export const unpayableAt = (hold: { expiresAt: number }): number => hold.expiresAt + payableMs

/** How long after shipping an order counts as received without a word from the customer. */
export const autoReceiveMs = 10 * 86_400_000

/** Whether a hold still keeps its goods; expiry is this comparison, sweeping is housekeeping. */
export const isHeld = (hold: { expiresAt: number }, now: number): boolean => hold.expiresAt > now

/**
 * When the payment of an abandoned order may be closed at WeChat Pay: it was opened there at the
 * latest when it was abandoned, or when its time ran out.
 */
export const closePaymentAt = (hold: { expiresAt: number }, abandonedAt: number): number =>
  Math.min(abandonedAt, hold.expiresAt) + closeNotBeforeMs
