import { inLanguage } from '../../../shared/domain/localized'
import { companySettings } from '../../_kit/company'
import type { Answer } from '../../_kit/documents/care'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { pageOpenQuestions } from '../../_kit/repos/questions'

const pageSize = 20
const mostAnswers = 50

export const listQuestions: HandlerOf<'console.listQuestions'> = async (
  { cursor },
  { language },
) => {
  const page = await pageOpenQuestions(pageSize, cursor)
  return {
    questions: page.documents.map((question) => ({
      id: question._id,
      productId: question.productId,
      productName: inLanguage(question.name, language),
      text: question.text,
      nickname: question.nickname,
      check: question.check,
      isHidden: question.isHidden,
      at: question.at,
      answers: question.answers.map(({ id, nickname, by, text, check, at }) => ({
        id,
        nickname,
        by,
        text,
        check,
        at,
      })),
    })),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

/** The shop answers in the shop's name; its words need no check. */
export const answerQuestion: HandlerOf<'console.answerQuestion'> = async (
  { questionId, text },
  { memberId, now, language, fail, transaction },
) => {
  const settings = await companySettings()
  const answer: Answer = {
    id: newId(now),
    memberId,
    nickname: inLanguage(settings.name, language),
    by: 'staff',
    text,
    pictures: [],
    check: 'passed',
    passed: [],
    at: now,
  }
  return transaction(async (tx) => {
    const question = await tx.questions.get(questionId)
    if (!question) return fail('QUESTION_NOT_FOUND')
    if (question.answers.length >= mostAnswers) fail('QUESTION_FULL')
    await tx.questions.update(questionId, {
      answers: [...question.answers, answer],
      isOpen: false,
      // Whoever answers a question that a check held up has read it.
      check: 'passed',
      isShown: !question.isHidden,
    })
    return { questionId }
  })
}

export const showQuestion: HandlerOf<'console.showQuestion'> = (
  { questionId, isShown },
  { fail, transaction },
) =>
  transaction(async (tx) => {
    const question = await tx.questions.get(questionId)
    if (!question) return fail('QUESTION_NOT_FOUND')
    await tx.questions.update(questionId, {
      isHidden: !isShown,
      isShown,
      isOpen: isShown && question.isOpen && question.answers.length === 0,
      ...(isShown
        ? {
            check: 'passed' as const,
            answers: question.answers.map((answer) => ({ ...answer, check: 'passed' as const })),
          }
        : {}),
    })
    return { isShown }
  })
