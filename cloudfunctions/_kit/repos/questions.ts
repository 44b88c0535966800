import type { Page } from '../collection'
import { db } from '../db'
import type { QuestionDocument } from '../documents/care'

/** The questions about a product that others see, the newest first. */
export const pageQuestions = (
  productId: string,
  limit: number,
  cursor?: string,
): Promise<Page<QuestionDocument>> =>
  db.questions.page(
    {
      index: 'productShown',
      where: { productId, isShown: true },
      order: [
        ['at', -1],
        ['_id', -1],
      ],
      limit,
    },
    cursor,
  )

/** Questions that wait for somebody, the longest first. */
export const pageOpenQuestions = (
  limit: number,
  cursor: string | undefined,
): Promise<Page<QuestionDocument>> =>
  db.questions.page(
    {
      index: 'open',
      where: { isOpen: true },
      order: [
        ['at', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )
