/** Rules of reviews: who may write what until when, and how they add up for a product. */

const dayMs = 86_400_000

/** A later word can be added this long after the review. */
const followUpMs = 180 * dayMs

/** How reviews are sorted for reading: 4 and 5 stars, 3, 1 and 2. */
export const reviewBands = ['good', 'middle', 'bad'] as const
export type ReviewBand = (typeof reviewBands)[number]

export const bandOf = (score: number): ReviewBand =>
  score >= 4 ? 'good' : score === 3 ? 'middle' : 'bad'

/** Whether a later word may be added now: once, by who wrote the review, within 180 days. */
export const canFollowUp = (review: { at: number; followUp?: unknown }, now: number): boolean =>
  review.followUp === undefined && now <= review.at + followUpMs

/** How the reviews that are shown add up. */
export interface Rating {
  count: number
  /** Of all scores. */
  sum: number
  /** How many reviews have one star, two, ... five. */
  stars: number[]
  withPictures: number
}

export const noRating: Rating = { count: 0, sum: 0, stars: [0, 0, 0, 0, 0], withPictures: 0 }

/** The rating with one more review (`by` 1) or one fewer (`by` -1). */
export const rated = (
  rating: Rating | undefined,
  { score, hasPictures }: { score: number; hasPictures: boolean },
  by: 1 | -1,
): Rating => {
  const { count, sum, stars, withPictures } = rating ?? noRating
  return {
    count: count + by,
    sum: sum + by * score,
    stars: stars.map((number, index) => (index === score - 1 ? number + by : number)),
    withPictures: withPictures + (hasPictures ? by : 0),
  }
}

/** The average in tenths of a star, "4.8" being 48; 0 without reviews. */
export const averageTenths = ({ count, sum }: Rating): number =>
  count === 0 ? 0 : Math.round((sum * 10) / count)

/** The name others see of somebody who wants to stay unnamed: the first character and stars. */
export const unnamed = (nickname: string): string => `${[...nickname][0] ?? ''}**`
