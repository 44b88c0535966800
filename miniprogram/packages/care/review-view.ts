import type { MyReview, RatingView, ReviewView } from '../../../shared/contract/care'
import type { MessageTexts } from '../../../shared/messages/messages'
import { shanghaiDate } from '../../../shared/domain/shanghai-time'
import { fill } from '../../lib/language'

type Texts = MessageTexts['reviews']

export interface ReviewRow {
  id: string
  name: string
  avatar: string
  score: number
  spoken: string
  /** The day and the options, under the name. */
  about: string
  text: string
  pictures: string[]
  follow: { title: string; text: string; pictures: string[] } | null
  reply: string
}

/** A day as `2026-3-22`: reviews stay for years. */
const dayOf = (at: number): string => shanghaiDate(at).split('-').map(Number).join('-')

export function toReviewRow(
  review: Omit<ReviewView, 'nickname'> & { nickname?: string },
  t: Texts,
): ReviewRow {
  const { followUp, reply } = review
  return {
    id: review.id,
    name:
      review.nickname === undefined || /^\**$/.test(review.nickname) ? t.customer : review.nickname,
    avatar: review.avatar ?? '',
    score: review.score,
    spoken: fill(t.star, { count: review.score }),
    about: [dayOf(review.at), review.options].filter(Boolean).join('  '),
    text: review.text,
    pictures: review.pictures,
    follow: followUp
      ? {
          title: `${t.followed} ${dayOf(followUp.at)}`,
          text: followUp.text,
          pictures: followUp.pictures,
        }
      : null,
    reply: reply?.text ?? '',
  }
}

export interface RatingSummary {
  score: string
  count: string
  /** Stars from five down, each with its share in hundredths for the bar. */
  bars: { star: number; count: number; percent: number; spoken: string }[]
}

/** How reviews add up; undefined while there are none. */
export function toRatingSummary(rating: RatingView, t: Texts): RatingSummary | undefined {
  if (rating.count === 0) return undefined
  return {
    score: (rating.averageTenths / 10).toFixed(1),
    count: fill(t.summary, { count: rating.count }),
    bars: rating.stars
      .map((count, index) => ({
        star: index + 1,
        count,
        percent: Math.round((count * 100) / rating.count),
        spoken: `${fill(t.star, { count: index + 1 })} ${count}`,
      }))
      .reverse(),
  }
}

export interface MyReviewRow {
  id: string
  orderId: string
  skuId: string
  name: string
  options: string
  picture: string
  review: (ReviewRow & { state: string }) | null
  button: string
  isFollowUp: boolean
}

export function toMyReviewRow(
  { id, orderId, line, review, canFollowUp }: MyReview,
  t: Texts,
): MyReviewRow {
  const stateWord = review
    ? review.isHidden
      ? t.stateHidden
      : { waiting: t.stateWaiting, refused: t.stateRefused, passed: '' }[review.check]
    : ''
  return {
    id,
    orderId,
    skuId: line.skuId,
    name: line.name,
    options: line.options,
    picture: line.picture,
    review: review ? { ...toReviewRow(review, t), state: stateWord } : null,
    button: review ? (canFollowUp ? t.follow : '') : t.write,
    isFollowUp: review !== undefined,
  }
}
