import type { PointsOffer } from './promotion'

/**
 * The points that may be used for goods that cost this much, and what they pay. A point is used
 * up even where only a part of its worth is needed, so that dearer goods never end up cheaper.
 */
export function pointsFor(
  { balance, perYuan, mostPercent }: PointsOffer,
  goodsFen: number,
): { points: number; offFen: number } {
  const mostFen = Math.floor((goodsFen * mostPercent) / 100)
  const offFen = Math.min(mostFen, Math.floor((balance * 100) / perYuan))
  return { points: Math.ceil((offFen * perYuan) / 100), offFen }
}
