import type { ReviewFilter } from '../../../shared/contract/care'
import type { Find, Page, Where } from '../collection'
import { db } from '../db'
import type { ReviewDocument } from '../documents/care'

const newestFirst = [
  ['at', -1],
  ['_id', -1],
] as const

type Choice = Pick<
  Find<ReviewDocument, Parameters<typeof db.reviews.page>[0]['index']>,
  'index'
> & {
  where: Where<ReviewDocument>
}

const choices: Record<ReviewFilter, Choice> = {
  all: { index: 'productShown', where: {} },
  good: { index: 'productBand', where: { band: 'good' } },
  middle: { index: 'productBand', where: { band: 'middle' } },
  bad: { index: 'productBand', where: { band: 'bad' } },
  withPictures: { index: 'productPictures', where: { hasPictures: true } },
  followUp: { index: 'productFollowUps', where: { hasFollowUp: true } },
}

/** The reviews of a product that others see, the newest first. */
export const pageReviews = (
  productId: string,
  filter: ReviewFilter,
  limit: number,
  cursor?: string,
): Promise<Page<ReviewDocument>> => {
  const { index, where } = choices[filter]
  return db.reviews.page(
    { index, where: { productId, isShown: true, ...where }, order: newestFirst, limit },
    cursor,
  )
}

/** What a member has written, the newest first. */
export const pageMemberReviews = (
  memberId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<ReviewDocument>> =>
  db.reviews.page({ index: 'member', where: { memberId }, order: newestFirst, limit }, cursor)

/** Reviews for staff, the newest first: all, or those that wait for somebody. */
export const pageStaffReviews = (
  tab: 'open' | 'all',
  limit: number,
  cursor: string | undefined,
): Promise<Page<ReviewDocument>> =>
  db.reviews.page(
    tab === 'open'
      ? { index: 'needsStaff', where: { needsStaff: true }, order: newestFirst, limit }
      : { index: 'newest', where: {}, order: newestFirst, limit },
    cursor,
  )
