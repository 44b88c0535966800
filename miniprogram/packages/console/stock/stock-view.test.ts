import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { deedsFor, reasonsFor, toMove, toMoveViews, weigh } from './stock-view'

const t = messages['zh-CN'].stock
const sku = { stock: 10 }

test('everyone sees what they may do', () => {
  expect(deedsFor(['owner'])).toEqual(['in', 'out', 'count', 'price'])
  expect(deedsFor(['packer'])).toEqual(['count'])
  expect(deedsFor(['packer', 'clerk'])).toContain('in')
  expect(deedsFor(['service'])).toEqual([])
})

test('what is typed says what it leads to before it is sent', () => {
  expect(weigh('in', '5', sku, t)).toEqual({ value: 5, line: '之后可卖 15 件', isWrong: false })
  expect(weigh('out', '10', sku, t)).toMatchObject({ value: 10, line: '之后可卖 0 件' })
  expect(weigh('count', '0', sku, t)).toMatchObject({ value: 0, isWrong: false })
  expect(weigh('price', '58.80', sku, t)).toMatchObject({ value: 5880, isWrong: false })
})

test.each([
  ['out', '11', '只有 10 件可以出'],
  ['in', '0', t.wrongQuantity],
  ['in', '1.5', t.wrongQuantity],
  ['count', '-1', t.wrongCount],
  ['price', '0', t.wrongPrice],
] as const)('%s of %s cannot be sent', (deed, typed, line) => {
  expect(weigh(deed, typed, sku, t)).toEqual({ line, isWrong: true })
})

test('nothing typed yet is neither right nor wrong', () => {
  for (const deed of ['in', 'out', 'count', 'price'] as const)
    expect(weigh(deed, '', sku, t)).toEqual({ line: '', isWrong: false })
})

test('a count names the number that was on the page', () => {
  expect(toMove('count', 8, 'other', sku)).toEqual({ kind: 'count', counted: 8, seen: 10 })
  expect(toMove('out', 2, 'damage', sku)).toEqual({ kind: 'out', quantity: 2, reason: 'damage' })
})

test('reasons fit what is done', () => {
  expect(reasonsFor('in', t)[0]).toEqual({ reason: 'purchase', words: '进货' })
  expect(reasonsFor('out', t).map(({ reason }) => reason)).not.toContain('purchase')
})

test('the history reads as people speak, in China’s time', () => {
  const at = Date.parse('2026-03-22T09:05:00+08:00')
  const move = { id: 'm', at, change: -2, after: 8, reason: 'damage', note: '', staffName: '小周' }
  expect(toMoveViews([move as never], t)).toEqual([
    { id: 'm', what: '损坏', who: '小周  3-22 9:05', change: '−2 件，之后 8', note: '' },
  ])
})
