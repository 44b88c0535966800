import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toOfferRow } from './promotions-view'

const t = messages['zh-CN']
const row = {
  id: 'a',
  name: '春茶季',
  state: 'running' as const,
  startsAt: Date.UTC(2026, 2, 21, 1),
  endsAt: Date.UTC(2026, 2, 22, 1),
  scope: ['绿茶', '白茶', '红茶', '茶具'],
}

test('a promotion is told in the words that customers read', () => {
  const rule = { kind: 'amountOff', tiers: [{ fromFen: 19_900, offFen: 3000 }] } as const
  expect(toOfferRow({ ...row, rule: { ...rule, tiers: [...rule.tiers] } }, t)).toEqual({
    id: 'a',
    name: '春茶季',
    tag: '满减',
    sentence: '满 ¥199 减 ¥30',
    scope: '绿茶、白茶、红茶等 4 项可用',
    time: '3-21 9:00 到 3-22 9:00',
    left: '',
  })
  expect(toOfferRow({ ...row, rule: { ...rule, tiers: [...rule.tiers] } }, messages.en).scope).toBe(
    'For 绿茶, 白茶, 红茶 and more, 4 in all',
  )
  const flash = {
    rule: { kind: 'flashSale' as const, items: [{ skuId: 'x', priceFen: 3900, perMember: 1 }] },
    flash: { left: 3, total: 30 },
  }
  expect(toOfferRow({ ...row, ...flash }, messages.en)).toMatchObject({
    tag: 'Flash sale',
    scope: '',
    left: '3 of 30 left',
  })
})

test('a coupon says how it is had and how many are left', () => {
  const rule = {
    benefit: { kind: 'freeDelivery' as const },
    fromFen: 0,
    scope: {},
    stacksWithPromotions: true,
  }
  const coupon = { ...row, scope: [], rule, left: 5, issued: 2 }
  const [claim, code] = [
    toOfferRow({ ...coupon, how: 'claim' }, t),
    toOfferRow({ ...coupon, how: 'code', code: 'TEA2026' }, t),
  ]
  expect(claim).toMatchObject({ tag: '客人领取', sentence: '包邮', scope: '全部商品' })
  expect(code).toMatchObject({ tag: '口令 TEA2026', left: '剩 5 张，已领 2 张' })
})
