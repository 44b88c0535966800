import type { Localized } from '../../../../shared/domain/localized'
import { combinationCount, mostSkus } from '../../../../shared/domain/sku-matrix'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { fenOf, wholeOf } from '../money-field'
import { wordsOf } from './editor-form'
import type { EditorRow, EditorState } from './editor-form'

type Texts = MessageTexts['productEditor']

/** What is wrong, said beside each field; the key is the field's path, as `rows.0.price`. */
export type EditorProblems = Record<string, string>

/** Everything that keeps the product from being saved; the server checks the same again. */
export function findProblems(state: EditorState, side: 'zh' | 'en', t: Texts): EditorProblems {
  const problems: EditorProblems = {}
  const other = side === 'zh' ? 'en' : 'zh'
  const isEmpty = (text: string) => text.trim() === ''
  const long = (maximum: number) => fill(t.tooLong, { count: maximum })

  const check = (path: string, text: Localized, maximum: number, isNeeded = true) => {
    const isTooLong = text.zh.trim().length > maximum || text.en.trim().length > maximum * 3
    if (isTooLong) problems[path] = long(maximum)
    else if (isNeeded && isEmpty(text[side])) problems[path] = t.needed
    else if (isNeeded && isEmpty(text[other])) problems[path] = t.neededOther
  }

  check('name', state.name, 40)
  check('line', state.line, 60, false)
  check('tag', state.tag, 8, !isEmpty(state.tag.zh) || !isEmpty(state.tag.en))
  if (state.categoryId === '') problems.categoryId = t.categoryHint
  if (wholeOf(state.position) === undefined || Number(state.position) > 100_000)
    problems.position = t.wholeNumber
  const words = wordsOf(state.keywords)
  if (words.length > 20 || words.some((word) => word.length > 20)) problems.keywords = long(20)
  state.story.forEach((paragraph, index) => check(`story.${index}`, paragraph, 400))
  state.facts.forEach(({ name, value }, index) => {
    check(`facts.${index}.name`, name, 12)
    check(`facts.${index}.value`, value, 60)
  })
  state.tastes.forEach(({ name }, index) => check(`tastes.${index}.name`, name, 8))
  state.options.forEach(({ name, values }, index) => {
    check(`options.${index}.name`, name, 12)
    values.forEach((value, place) => {
      const path = `options.${index}.values.${place}`
      check(path, value.name, 24)
      const isTwice = values.some(
        (each, at) => at < place && each.name[side].trim() === value.name[side].trim(),
      )
      if (isTwice && problems[path] === undefined) problems[path] = t.sameValue
    })
  })
  if (combinationCount(state.options) > mostSkus)
    problems.options = fill(t.tooMany, { count: mostSkus })
  state.rows.forEach((row, index) => checkRow(row, `rows.${index}`, problems, t))
  return problems
}

function checkRow(row: EditorRow, path: string, problems: EditorProblems, t: Texts): void {
  if (fenOf(row.price) === undefined)
    problems[`${path}.price`] = row.price === '' ? t.needed : t.pricePattern
  if (row.weight !== '' && wholeOf(row.weight) === undefined)
    problems[`${path}.weight`] = t.wholeNumber
  if (row.id === undefined && row.stock !== '' && wholeOf(row.stock) === undefined)
    problems[`${path}.stock`] = t.wholeNumber
  if (row.barcode !== '' && !/^[A-Za-z0-9-]{4,40}$/.test(row.barcode.trim()))
    problems[`${path}.barcode`] = t.barcodePattern
}
