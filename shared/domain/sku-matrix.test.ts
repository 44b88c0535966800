import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  combinationCount,
  combinationKey,
  combinationsOf,
  fillDown,
  matrixProblems,
  mostSkus,
  optionWordsOf,
  rowsFor,
} from './sku-matrix'
import type { MatrixOption, MatrixRow, MatrixValues } from './sku-matrix'

const named = (id: string) => ({ id, name: { zh: `中${id}`, en: `en ${id}` } })
const option = (id: string, ...values: string[]): MatrixOption => ({
  ...named(id),
  values: values.map(named),
})

const someOptions = fc
  .uniqueArray(fc.constantFrom('weight', 'pack', 'colour'), { maxLength: 3 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 })
          .map((values) => option(id, ...values)),
      ),
    ),
  )

let made = 0
const blank = (values: MatrixValues): MatrixRow => ({ id: `sku-${(made += 1)}`, values })
const keysOf = (rows: readonly MatrixRow[]) => rows.map(({ values }) => combinationKey(values))

describe('the matrix of SKUs', () => {
  test('has every combination exactly once, whatever was there before', () => {
    fc.assert(
      fc.property(someOptions, someOptions, (before, after) => {
        const first = rowsFor(before, [], blank)
        const second = rowsFor(after, first, blank)
        expect(matrixProblems(after, second)).toEqual([])
        expect(keysOf(second)).toEqual(combinationsOf(after).map(combinationKey))
        expect(second).toHaveLength(combinationCount(after))
        expect(new Set(second.map(({ id }) => id)).size).toBe(second.length)
      }),
    )
  })

  test('keeps the id of every combination that stays, in any order of options and values', () => {
    fc.assert(
      fc.property(someOptions, fc.boolean(), (options, turn) => {
        const rows = rowsFor(options, [], blank)
        const shuffled = turn
          ? [...options].reverse().map((each) => ({ ...each, values: [...each.values].reverse() }))
          : options
        const again = rowsFor(shuffled, rows, blank)
        const idOf = new Map(rows.map(({ id, values }) => [combinationKey(values), id]))
        for (const { id, values } of again) expect(id).toBe(idOf.get(combinationKey(values)))
      }),
    )
  })

  test('gives a value that comes back its old row', () => {
    const both = [option('weight', '50', '100')]
    const rows = rowsFor(both, [], blank)
    const without = rowsFor([option('weight', '50')], rows, blank)
    expect(without).toEqual([rows[0]])
    // The editor keeps what it knew: rows that are in no combination now are not forgotten.
    expect(rowsFor(both, [...without, ...rows], blank)).toEqual(rows)
  })

  test('makes what was there the first value of a new option, and back again', () => {
    const [only] = rowsFor([], [], blank)
    const wide = rowsFor([option('weight', '50', '100')], [only!], blank)
    expect(wide[0]).toEqual({ id: only!.id, values: { weight: '50' } })
    expect(wide[1]!.id).not.toBe(only!.id)
    expect(rowsFor([], wide, blank)).toEqual([{ id: only!.id, values: {} }])
  })

  test('says what is wrong with rows that do not fit', () => {
    const options = [option('weight', '50', '100')]
    const row = (weight: string, id?: string) => ({
      values: { weight },
      ...(id === undefined ? {} : { id }),
    })
    expect(matrixProblems(options, [row('50')])).toEqual([{ code: 'missing' }])
    expect(matrixProblems(options, [row('50'), row('50'), row('100')])).toEqual([
      { code: 'twice', index: 1 },
    ])
    expect(matrixProblems(options, [row('50', 'a'), row('100', 'a')])).toEqual([
      { code: 'twice', index: 1 },
    ])
    expect(matrixProblems(options, [row('50'), row('70'), row('100')])).toEqual([
      { code: 'strange', index: 1 },
    ])
    expect(matrixProblems([option('weight', '50', '50')], [row('50')])).toContainEqual({
      code: 'sameId',
      index: 0,
    })
    const many = Array.from({ length: mostSkus + 1 }, (_, at) => String(at))
    expect(matrixProblems([option('weight', ...many)], [])).toEqual([{ code: 'tooMany' }])
  })

  test('fills a column down from what stands above', () => {
    const rows = [{ fen: '' }, { fen: '5' }, { fen: '' }, { fen: '7' }, { fen: '' }]
    expect(fillDown(rows, 'fen').map(({ fen }) => fen)).toEqual(['', '5', '5', '7', '7'])
  })

  test('names a combination in both languages', () => {
    const options = [option('weight', '50', '100'), option('pack', 'tin')]
    expect(optionWordsOf(options, { pack: 'tin', weight: '100' })).toEqual({
      zh: '中100，中tin',
      en: 'en 100, en tin',
    })
    expect(optionWordsOf([], {})).toEqual({ zh: '', en: '' })
  })
})
