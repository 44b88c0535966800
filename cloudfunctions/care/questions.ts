import { productWord } from '../../shared/domain/order-words'
import { toQuestionView } from '../_kit/care/voice-view'
import { db } from '../_kit/db'
import type { Answer, QuestionDocument } from '../_kit/documents/care'
import type { HandlerOf } from '../_kit/handler-of'
import { newId } from '../_kit/ids'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import { hasBought } from '../_kit/repos/orders'
import { pageQuestions } from '../_kit/repos/questions'
import { shownAs } from './nickname'

const pageSize = 10
const mostAnswers = 50

export const askQuestion: HandlerOf<'care.askQuestion'> = async (
  { productId, text },
  { memberId, caller, now, fail, transaction },
) => {
  const [product, { nickname }] = await Promise.all([
    db.products.get(productId),
    shownAs(memberId, true),
  ])
  if (!product?.isListed) return fail('PRODUCT_NOT_FOUND')
  const question: QuestionDocument = {
    _id: newId(now),
    productId,
    name: product.name,
    memberId,
    nickname,
    text,
    pictures: [],
    check: 'waiting',
    passed: [],
    isHidden: false,
    isShown: false,
    isOpen: true,
    answers: [],
    at: now,
  }
  const subject = { kind: 'question', id: question._id } as const
  const entry = newEntry({ kind: 'checkContent', subject }, memberId, now)
  const answer = await transaction(async (tx) => {
    await tx.questions.insert(question)
    await tx.outbox.insert(entry)
    return { questionId: question._id }
  })
  await runFresh([entry], { envId: caller.envId, now })
  return answer
}

export const answerQuestion: HandlerOf<'care.answerQuestion'> = async (
  { questionId, text },
  { memberId, caller, now, fail, transaction },
) => {
  const [asked, { nickname }] = await Promise.all([
    db.questions.get(questionId),
    shownAs(memberId, false),
  ])
  if (!asked?.isShown) return fail('QUESTION_NOT_FOUND')
  if (!(await hasBought(memberId, productWord(asked.productId)))) fail('QUESTION_BUYERS_ONLY')
  const id = newId(now)
  const subject = { kind: 'answer', id: questionId, answerId: id } as const
  const entry = newEntry({ kind: 'checkContent', subject }, memberId, now)
  const answer = await transaction(async (tx) => {
    const question = await tx.questions.get(questionId)
    if (!question?.isShown) return fail('QUESTION_NOT_FOUND')
    if (question.answers.length >= mostAnswers) fail('QUESTION_FULL')
    const given: Answer = {
      id,
      memberId,
      nickname,
      by: 'buyer',
      text,
      pictures: [],
      check: 'waiting',
      passed: [],
      at: now,
    }
    await tx.questions.update(questionId, { answers: [...question.answers, given] })
    await tx.outbox.insert(entry)
    return { questionId }
  })
  await runFresh([entry], { envId: caller.envId, now })
  return answer
}

export const listQuestions: HandlerOf<'care.listQuestions'> = async ({ productId, cursor }) => {
  const page = await pageQuestions(productId, pageSize, cursor)
  return {
    questions: page.documents.map(toQuestionView),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
