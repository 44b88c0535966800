import { expect, test } from '@jest/globals'
import type { StaffAfterSale, StaffAfterSaleDetail } from '../../../shared/contract/console-care'
import { afterSaleStates } from '../../../shared/domain/after-sale'
import { messages } from '../../../shared/messages/messages'
import { toCaseRow, toCaseView } from './care-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')
const hourMs = 3_600_000
const kase: StaffAfterSale = {
  id: 'a',
  number: 'S260322-0427-1863',
  orderId: 'o',
  orderNumber: 'Y260321-0427-1863',
  kind: 'returnRefund',
  state: 'requested',
  lines: [
    {
      lineIndex: 0,
      skuId: 's',
      productId: 'p',
      name: '云山雾尖',
      options: '50 克',
      picture: '',
      quantity: 2,
    },
  ],
  refundFen: 5800,
  dueAt: now + 30 * hourMs,
  createdAt: now,
  customer: { name: '何女士', phone: '13800000027' },
}
const detail = (change: Partial<StaffAfterSaleDetail> = {}): StaffAfterSaleDetail => ({
  ...kase,
  reason: 'damaged',
  description: '',
  pictures: [],
  points: 0,
  timeline: [],
  carriers: [],
  decisions: [],
  hasLeft: true,
  ...change,
})

test('what waits for us says until when, and is urgent in the last day', () => {
  expect(toCaseRow(kase, now, t)).toMatchObject({ due: '明天 15:41 前处理', isLate: false })
  expect(toCaseRow({ ...kase, dueAt: now + hourMs }, now, t).isLate).toBe(true)
  expect(toCaseRow({ ...kase, dueAt: now }, now, t).due).toBe('已到时间')
  expect(toCaseRow({ ...kase, state: 'returning', dueAt: now }, now, t)).toMatchObject({
    due: '请寄回商品',
    isLate: false,
  })
})

test('each decision asks for what it needs', () => {
  const forms = (decisions: StaffAfterSaleDetail['decisions'], change = {}) =>
    toCaseView(detail({ decisions, ...change }), now, t).buttons.map(({ decision, form }) => [
      decision,
      form,
    ])
  expect(forms(['approveReturn', 'refuse'])).toEqual([
    ['refuse', 'wordNeeded'],
    ['approveReturn', 'word'],
  ])
  expect(forms(['sendExchange', 'acceptReturn'])).toEqual([
    ['acceptReturn', 'stock'],
    ['sendExchange', 'parcel'],
  ])
  expect(forms(['decide']).map(([decision]) => decision)).toEqual(['close', 'return', 'refund'])
  expect(forms(['decide'], { kind: 'refundOnly' }).map(([decision]) => decision)).toEqual([
    'close',
    'refund',
  ])
})

test('what has not left is said to stay', () => {
  expect(toCaseView(detail({ hasLeft: false }), now, t).isUnsent).toBe(true)
  expect(toCaseView(detail({ hasLeft: false, state: 'refunding' }), now, t).isUnsent).toBe(false)
})

test('every state can be shown in both languages', () => {
  for (const texts of [messages['zh-CN'], messages.en])
    for (const state of afterSaleStates)
      expect(toCaseView(detail({ state }), now, texts).headline).toBeTruthy()
})
