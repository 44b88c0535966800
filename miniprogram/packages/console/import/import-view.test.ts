import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toCheckView, unreadableText } from './import-view'
import type { SheetCheck } from './import-view'

const t = messages['zh-CN'].goodsSheet
const check: SheetCheck = {
  sheetId: 's',
  rows: 12,
  newProducts: 2,
  changedProducts: 0,
  stockMoves: 3,
  problems: [
    { row: 4, column: 'price', code: 'notANumber' },
    { row: 70, code: 'tooManySkus' },
  ],
  problemCount: 5,
}

test('a check says what it would do and where something is wrong', () => {
  expect(toCheckView(check, t)).toEqual({
    rows: '共 12 行',
    deeds: ['新商品 2 件', '盘点 3 个规格'],
    problems: [
      { key: '0', place: '第 4 行', words: '价格 不是合适的数' },
      { key: '1', place: '第 70 行', words: '一件商品最多 60 个规格' },
    ],
    problemsHead: '5 处有问题，有问题的商品会跳过',
    problemsMore: '先列出前 2 处',
    hasWork: true,
  })
})

test('a row that contradicts another says which, in both languages', () => {
  const contradiction: SheetCheck = {
    ...check,
    problems: [{ row: 3, column: 'categoryId', code: 'contradicts', earlier: 2 }],
  }
  expect(toCheckView(contradiction, t).problems).toMatchObject([
    { place: '第 3 行', words: '分类编号 和第 2 行对不上，改成一样的' },
  ])
  expect(toCheckView(contradiction, messages.en.goodsSheet).problems).toMatchObject([
    { place: 'Row 3', words: 'Category id does not agree with row 2: make them the same' },
  ])
})

test('a sheet that says what is there already has nothing to do', () => {
  const same = { ...check, newProducts: 0, stockMoves: 0, problems: [], problemCount: 0 }
  expect(toCheckView(same, t)).toMatchObject({ deeds: [t.nothing], hasWork: false, problems: [] })
})

test('a sheet that cannot be read says why', () => {
  expect(unreadableText('noHeading', t)).toBe(t.noHeading)
  expect(unreadableText('tooLong', t)).toBe(t.tooBig)
})
