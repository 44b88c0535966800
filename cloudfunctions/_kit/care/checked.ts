import { bandOf, rated } from '../../../shared/domain/review'
import type { Checked, CheckSubject, ReviewDocument, Verdict } from '../documents/care'
import { db } from '../db'
import { isHeld } from '../storage-rule'
import type { Transaction } from '../transaction'
import { recordAvatarVerdict, readNewAvatar } from './avatar-check'

/** What a check reads of its subject. */
export interface ToCheck extends Checked {
  memberId: string
}

/** What a subject says, and who wrote it; undefined when it is gone. */
export async function readSubject(subject: CheckSubject): Promise<ToCheck | undefined> {
  switch (subject.kind) {
    case 'review':
      return db.reviews.get(subject.id)
    case 'followUp': {
      const review = await db.reviews.get(subject.id)
      return review?.followUp && { ...review.followUp, memberId: review.memberId }
    }
    case 'question':
      return db.questions.get(subject.id)
    case 'answer': {
      const question = await db.questions.get(subject.id)
      return question?.answers.find(({ id }) => id === subject.answerId)
    }
    case 'avatar':
      return readNewAvatar(subject)
  }
}

/** What is to pass: the text, if there is one, and every picture. */
export const partsOf = ({ text, pictures }: Checked): string[] => [
  ...(text === '' ? [] : ['text']),
  ...pictures,
]

/** The check after one part of what it is about was judged; what is decided stays so. */
function judged<C extends Checked>(content: C, part: string, verdict: Verdict): C {
  if (content.check !== 'waiting') return content
  if (verdict === 'risky') return { ...content, check: 'refused' }
  if (verdict === 'review') return content
  // What its uploader can still replace may be another picture by now.
  if (part !== 'text' && !isHeld(part)) return content
  const passed = content.passed.includes(part) ? content.passed : [...content.passed, part]
  const isComplete = partsOf(content).every((one) => passed.includes(one))
  return { ...content, passed, check: isComplete ? 'passed' : 'waiting' }
}

/**
 * Writes down what the check says about one part of a subject, in a transaction; with the last
 * part that passes others see it. What does not pass is left to staff.
 */
export async function recordVerdict(
  tx: Transaction,
  subject: CheckSubject,
  part: string,
  verdict: Verdict,
): Promise<void> {
  if (subject.kind === 'avatar') return recordAvatarVerdict(tx, subject, part, verdict)
  if (subject.kind === 'review' || subject.kind === 'followUp') {
    const review = await tx.reviews.get(subject.id)
    if (!review) return
    const needsStaff = review.needsStaff || verdict !== 'pass'
    if (subject.kind === 'review')
      await putReview(tx, review, { ...judged(review, part, verdict), needsStaff })
    else if (review.followUp)
      await putReview(tx, review, {
        ...review,
        followUp: judged(review.followUp, part, verdict),
        needsStaff,
      })
    return
  }
  const question = await tx.questions.get(subject.id)
  if (!question) return
  const isOpen = question.isOpen || verdict !== 'pass'
  if (subject.kind !== 'answer') {
    const { check, passed } = judged(question, part, verdict)
    const isShown = check === 'passed' && !question.isHidden
    await tx.questions.update(subject.id, { check, passed, isShown, isOpen })
    return
  }
  const answers = question.answers.map((answer) =>
    answer.id === subject.answerId ? judged(answer, part, verdict) : answer,
  )
  await tx.questions.update(subject.id, { answers, isOpen })
}

/** Keeps a changed review with all that follows from it: who sees it, and the product's rating. */
export async function putReview(
  tx: Transaction,
  before: ReviewDocument,
  changed: ReviewDocument,
): Promise<ReviewDocument> {
  const after: ReviewDocument = {
    ...changed,
    band: bandOf(changed.score),
    isShown: changed.check === 'passed' && !changed.isHidden,
    hasPictures: changed.pictures.length > 0,
    hasFollowUp: changed.followUp?.check === 'passed',
  }
  await tx.reviews.put(after)
  if (after.isShown !== before.isShown) {
    const product = await tx.products.get(after.productId)
    if (product)
      await tx.products.update(after.productId, {
        rating: rated(product.rating, after, after.isShown ? 1 : -1),
      })
  }
  return after
}
