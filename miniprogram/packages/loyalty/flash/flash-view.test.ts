import { expect, test } from '@jest/globals'
import type { FlashSaleView } from '../../../../shared/contract/loyalty'
import { messages } from '../../../../shared/messages/messages'
import { toFlashView } from './flash-view'

const now = Date.parse('2026-03-22T09:41:00+08:00')
const hour = 3_600_000
const item = {
  productId: 'p',
  skuId: 's',
  name: '云山雾尖',
  options: '50 克',
  picture: '',
  plate: 'tea',
  priceFen: 5800,
  flashFen: 3900,
  left: 10,
  total: 40,
  perMember: 2,
  mayBuy: 2,
} as const
const sale: FlashSaleView = {
  promotionId: 'f',
  name: '春茶十点场',
  startsAt: now - hour,
  endsAt: now + hour,
  items: [item],
}
const view = (change: Partial<FlashSaleView> = {}) =>
  toFlashView({ ...sale, ...change }, now, messages['zh-CN'])

test('a sale that is on counts to its end and shows how much is sold', () => {
  expect(view()).toMatchObject({
    label: '距结束',
    until: now + hour,
    isOn: true,
    rows: [{ percent: 75, note: '还有 10 件，每人 2 件', button: '去抢', isOn: true }],
  })
})

test('one that is to come counts to its start and sells nothing yet', () => {
  expect(view({ startsAt: now + hour, endsAt: now + 2 * hour })).toMatchObject({
    label: '距开始',
    until: now + hour,
    starts: '今天 10:41 开始',
    rows: [{ percent: 0, button: '去看看', isOn: false }],
  })
})

test('what is gone, and what one has had, is said', () => {
  expect(view({ items: [{ ...item, left: 0, mayBuy: 0 }] }).rows).toMatchObject([
    { note: '抢完了', button: '去看看', isOn: false, faded: true, percent: 100 },
  ])
  expect(view({ items: [{ ...item, mayBuy: 0 }] }).rows).toMatchObject([
    { note: '你已买满 2 件', isOn: false, faded: false },
  ])
})
