import type { OfferTab } from '../../../shared/contract/console-promotions'

/** Where an offer stands at this instant. */
export function offerState(
  { isOn, startsAt, endsAt }: { isOn: boolean; startsAt: number; endsAt: number },
  at: number,
): OfferTab {
  if (endsAt <= at) return 'over'
  if (!isOn) return 'off'
  return startsAt <= at ? 'running' : 'coming'
}

/** The version of a save: two in one millisecond are two. */
export const nextVersion = (before: { updatedAt: number } | undefined, at: number): number =>
  Math.max(at, (before?.updatedAt ?? 0) + 1)
