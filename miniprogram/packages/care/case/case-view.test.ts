import { expect, test } from '@jest/globals'
import type { AfterSaleDetail } from '../../../../shared/contract/care'
import { afterSaleStates, afterSaleTransitions } from '../../../../shared/domain/after-sale'
import { messages } from '../../../../shared/messages/messages'
import { caseEventWord } from '../../../lib/after-sale-words'
import { toCaseView } from './case-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')
const kase: AfterSaleDetail = {
  id: 'a',
  number: 'S260322-0427-1863',
  orderId: 'o',
  orderNumber: 'Y260321-0427-1863',
  kind: 'returnRefund',
  state: 'requested',
  reason: 'damaged',
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
  points: 0,
  description: '',
  pictures: [],
  dueAt: now + 48 * 3_600_000,
  createdAt: now,
  timeline: [{ at: now, event: 'request', by: 'member' }],
  actions: ['withdraw'],
  carriers: [],
  returnTo: { name: '云山', phone: '0872-1234567', place: '云山镇老街 3 号' },
}
const view = (change: Partial<AfterSaleDetail> = {}) => toCaseView({ ...kase, ...change }, now, t)

test('a request says until when it is answered, and that silence is a yes', () => {
  expect(view()).toMatchObject({
    headline: '等商家处理',
    line: '3 月 24 日 9:41 前会有答复，没有答复就当同意',
    stop: 1,
    returnTo: null,
  })
})

test('what is to be sent back says where to', () => {
  expect(view({ state: 'returning', actions: ['sendBack', 'withdraw'] })).toMatchObject({
    stop: 2,
    returnTo: { place: '云山镇老街 3 号', whole: '云山 0872-1234567 云山镇老街 3 号' },
    buttons: [
      { action: 'withdraw', isPrimary: false },
      { action: 'sendBack', isPrimary: true },
    ],
  })
})

test('an exchange names no money unless it became a refund', () => {
  const names = (change: Partial<AfterSaleDetail>) => view(change).facts.map(({ name }) => name)
  expect(names({ kind: 'exchange' })).not.toContain('退款金额')
  expect(names({ kind: 'exchange', state: 'refunded' })).toContain('退款金额')
})

test('what time did by itself is told so', () => {
  const { events } = view({
    timeline: [
      { at: now, event: 'request', by: 'member' },
      { at: now, event: 'approveReturn', by: 'system' },
    ],
  })
  expect(events[0]?.text).toBe('同意，请寄回（到时间自动）')
})

test('every state and event has its words in both languages', () => {
  const events = [...Object.keys(afterSaleTransitions), 'request'] as (
    keyof typeof afterSaleTransitions | 'request'
  )[]
  for (const texts of [messages['zh-CN'], messages.en]) {
    for (const state of afterSaleStates)
      expect(toCaseView({ ...kase, state }, now, texts).headline).toBeTruthy()
    for (const event of events) expect(caseEventWord(event, texts.afterSale)).toBeTruthy()
  }
})
