import type { AppContract } from '../../../../shared/contract'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

type Texts = MessageTexts['goodsSheet']
export type SheetCheck = OutputOf<AppContract['console.checkSheet']>

export interface CheckView {
  rows: string
  /** What it would do, one line each. */
  deeds: string[]
  problems: { key: string; place: string; words: string }[]
  problemsHead: string
  problemsMore: string
  hasWork: boolean
}

/** What a sheet would do and what is wrong in it, line by line. */
export function toCheckView(check: SheetCheck, t: Texts): CheckView {
  const { newProducts, changedProducts, stockMoves, problems, problemCount } = check
  const deeds = [
    newProducts > 0 ? fill(t.newProducts, { count: newProducts }) : '',
    changedProducts > 0 ? fill(t.changedProducts, { count: changedProducts }) : '',
    stockMoves > 0 ? fill(t.stockMoves, { count: stockMoves }) : '',
  ].filter(Boolean)
  return {
    rows: fill(t.rows, { count: check.rows }),
    deeds: deeds.length > 0 || problemCount > 0 ? deeds : [t.nothing],
    problems: problems.map(({ row, column, code, earlier = row }, index) => ({
      key: String(index),
      place: fill(t.at, { row }),
      words: [column ? t[`column_${column}`] : '', fill(t[code], { earlier })]
        .filter(Boolean)
        .join(' '),
    })),
    problemsHead: problemCount > 0 ? fill(t.problems, { count: problemCount }) : '',
    problemsMore:
      problemCount > problems.length ? fill(t.problemsMore, { count: problems.length }) : '',
    hasWork: deeds.length > 0,
  }
}

const unreadable = {
  missing: 'missing',
  empty: 'emptyFile',
  noHeading: 'noHeading',
  tooLong: 'tooBig',
} as const

/** Why a sheet cannot be read at all. */
export const unreadableText = (reason: keyof typeof unreadable, t: Texts): string =>
  t[unreadable[reason]]
