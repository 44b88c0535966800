import type { StaffQuestion, StaffReview } from '../../../../shared/contract/console-care'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { nearTime } from '../../../lib/china-time'
import { fill } from '../../../lib/language'

type Texts = Pick<MessageTexts, 'staffCare' | 'reviews' | 'orders'>

type Checked = StaffReview['check']

/** A review or a question, as staff read and answer it. */
export interface VoiceRow {
  id: string
  /** What was reviewed, or what was asked. */
  title: string
  score: string
  who: string
  text: string
  pictures: string[]
  follow: string
  replies: { id: string; text: string }[]
  /** What staff said before and may put in other words; empty when nothing. */
  reply: string
  /** What keeps others from seeing it; empty when they do. */
  state: string
  isShown: boolean
}

const checkText = (check: Checked, isHidden: boolean, t: MessageTexts['staffCare']): string =>
  isHidden ? t.hidden : { waiting: t.checkWaiting, refused: t.checkRefused, passed: '' }[check]

function ofReview(review: StaffReview, now: number, t: Texts): VoiceRow {
  const { followUp } = review
  const state =
    checkText(review.check, review.isHidden, t.staffCare) ||
    checkText(review.followUpCheck ?? 'passed', false, t.staffCare)
  return {
    id: review.id,
    title: [review.productName, review.options].filter(Boolean).join('  '),
    who: `${review.nickname || t.staffCare.customerSays}  ${nearTime(review.at, now, t.orders)}`,
    score: fill(t.reviews.star, { count: review.score }),
    text: review.text,
    pictures: [...review.pictures, ...(followUp?.pictures ?? [])],
    follow: followUp?.text ?? '',
    replies: review.reply ? [{ id: 'reply', text: review.reply.text }] : [],
    reply: review.reply?.text ?? '',
    state,
    isShown: state === '',
  }
}

function ofQuestion(question: StaffQuestion, now: number, t: Texts): VoiceRow {
  const state =
    checkText(question.check, question.isHidden, t.staffCare) ||
    (question.answers.some(({ check }) => check !== 'passed') ? t.staffCare.checkWaiting : '')
  return {
    id: question.id,
    title: question.text,
    score: '',
    who: [
      question.productName,
      question.nickname || t.staffCare.customerSays,
      nearTime(question.at, now, t.orders),
    ].join('  '),
    text: '',
    pictures: [],
    follow: '',
    replies: question.answers.map(({ id, text }) => ({ id, text })),
    reply: '',
    state,
    isShown: state === '',
  }
}

/** What a customer wrote, with what staff answered and who sees it. */
export const toVoiceRow = (voice: StaffReview | StaffQuestion, now: number, t: Texts): VoiceRow =>
  'answers' in voice ? ofQuestion(voice, now, t) : ofReview(voice, now, t)
