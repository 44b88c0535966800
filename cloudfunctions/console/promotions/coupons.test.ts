import { beforeEach, describe, expect, test } from '@jest/globals'
import type { CouponForm } from '../../../shared/contract/promotion-form'
import type { CouponDocument, MemberCouponDocument } from '../../_kit/documents/loyalty'
import { Shop } from '../../../tests/shop/shop'

const hourMs = 3_600_000
let shop: Shop
let form: CouponForm
beforeEach(() => {
  shop = new Shop()
  form = {
    name: { zh: '抱歉', en: 'Sorry' },
    rule: {
      benefit: { kind: 'amountOff', offFen: 500 },
      fromFen: 0,
      scope: {},
      stacksWithPromotions: true,
    },
    how: 'claim',
    perMember: 1,
    startsAt: Date.now() - hourMs,
    endsAt: Date.now() + 24 * hourMs,
    validUntil: Date.now() + 48 * hourMs,
    canGive: false,
  }
})

/** A coupon that can be had. */
async function running(change: Partial<CouponForm> = {}, stock = 1) {
  const input = { stock, form: { ...form, ...change } }
  const { couponId, updatedAt } = await shop.call('manager', 'console.saveCoupon', input)
  const on = await shop.call('manager', 'console.switchCoupon', {
    couponId,
    isOn: true,
    seenAt: updatedAt,
  })
  return { couponId, seenAt: on.updatedAt }
}
const couponOf = (couponId: string) => shop.one<CouponDocument>('coupons', couponId)

test('a coupon is a draft, then running, and opened as it was saved', async () => {
  const { couponId } = await running({ rule: { ...form.rule, scope: { productIds: ['spring'] } } })
  const { coupons } = await shop.call('service', 'console.listCoupons', { tab: 'running' })
  expect(coupons).toMatchObject([
    { id: couponId, name: '抱歉', state: 'running', left: 1, issued: 0, scope: ['云山雾尖'] },
  ])
  const opened = await shop.call('clerk', 'console.getCoupon', { couponId })
  expect(opened.form).toEqual({
    ...form,
    rule: { ...form.rule, scope: { productIds: ['spring'] } },
  })
  expect(opened.goods).toEqual([{ id: 'spring', kind: 'product', name: '云山雾尖' }])
})

test('a code is taken once, in whatever case it is written, also at the same time', async () => {
  const input = (code: string) => ({ stock: 1, form: { ...form, how: 'code' as const, code } })
  const both = await Promise.all(
    ['owner', 'manager'].map((who) => shop.send(who, 'console.saveCoupon', input('tea2026'))),
  )
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both.find(({ ok }) => !ok)?.error).toEqual({ code: 'COUPON_CODE_TAKEN' })
  const refusal = (code: string) => shop.refusal('owner', 'console.saveCoupon', input(code))
  expect((await refusal('TEA2026')).code).toBe('COUPON_CODE_TAKEN')
  // Sixteen characters are looked for among gift cards.
  expect((await refusal('ABCDEFGH23456789')).code).toBe('INVALID_INPUT')
})

describe('refused as it is typed', () => {
  const cases: [string, () => Partial<CouponForm>][] = [
    ['a code for one to claim', () => ({ code: 'TEA2026' })],
    ['no code for one with a code', () => ({ how: 'code' })],
    ['over before it can be had', () => ({ validUntil: form.startsAt })],
    ['as much off as has to be bought', () => ({ rule: { ...form.rule, fromFen: 500 } })],
  ]
  test.each(cases)('%s', async (_name, change) => {
    const input = { stock: 1, form: { ...form, ...change() } }
    expect((await shop.refusal('owner', 'console.saveCoupon', input)).code).toBe('INVALID_INPUT')
  })

  test('a stock for one that is there, and none for a new one', async () => {
    const refusal = (input: object) => shop.send('owner', 'console.saveCoupon', { form, ...input })
    expect((await refusal({})).error).toMatchObject({ code: 'INVALID_INPUT' })
    const of = await running()
    expect((await refusal({ ...of, stock: 5 })).error).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

test('what runs keeps its promise; two editors do not undo each other', async () => {
  const { couponId, seenAt } = await running()
  const change = (seen: number, of: Partial<CouponForm>) =>
    shop.send('owner', 'console.saveCoupon', { couponId, seenAt: seen, form: { ...form, ...of } })
  const rule = { ...form.rule, fromFen: 9000 }
  expect((await change(seenAt, { rule })).error).toEqual({ code: 'COUPON_RUNNING' })
  expect((await change(seenAt, { perMember: 3 })).ok).toBe(true)
  const { updatedAt } = couponOf(couponId)
  expect((await change(seenAt, { perMember: 4 })).error).toEqual({
    code: 'COUPON_CHANGED',
    detail: { updatedAt },
  })
  await shop.call('owner', 'console.switchCoupon', { couponId, isOn: false })
  expect((await change(couponOf(couponId).updatedAt, { rule })).ok).toBe(true)
})

test('stock is added and a coupon edited while customers claim, and nothing is lost', async () => {
  const { couponId, seenAt } = await running({}, 2)
  const claim = (user: string) => shop.send(user, 'loyalty.claimCoupon', { couponId })
  const [saved, added, ...claimed] = await Promise.all([
    shop.send('owner', 'console.saveCoupon', { couponId, seenAt, form: { ...form, perMember: 2 } }),
    shop.send('manager', 'console.addCouponStock', { couponId, count: 3 }),
    claim('anna'),
    claim('ben'),
  ])
  expect([saved.ok, added.ok, ...claimed.map(({ ok }) => ok)]).toEqual([true, true, true, true])
  expect(couponOf(couponId)).toMatchObject({ left: 3, issued: 2, perMember: 2 })
})

describe('a coupon from staff', () => {
  test('is for whoever placed the order, within its limits, and in the log', async () => {
    const { couponId } = await running({ how: 'staff' }, 2)
    const { orderId } = await shop.order('anna', 'spring-50')
    const input = { couponId, orderId, note: '少发了一罐' }
    const { left } = await shop.call('manager', 'console.grantCoupon', input)
    expect(left).toBe(1)
    expect(shop.all<MemberCouponDocument>('membercoupons')).toMatchObject([
      { couponId, memberId: 'anna', state: 'open' },
    ])
    expect(await shop.refusal('manager', 'console.grantCoupon', input)).toEqual({
      code: 'COUPON_LIMIT',
    })
    expect(couponOf(couponId)).toMatchObject({ left: 1, issued: 1 })
    const log = shop
      .all<{ action: string; subject: string; input: string }>('audit')
      .find(({ action }) => action === 'console.grantCoupon')
    expect(log?.subject).toBe(couponId)
    expect(log?.input).toContain('少发了一罐')
  })

  test('needs an order that is there', async () => {
    const { couponId } = await running()
    const input = { couponId, orderId: 'nowhere', note: '抱歉' }
    expect((await shop.refusal('owner', 'console.grantCoupon', input)).code).toBe('ORDER_NOT_FOUND')
  })
})
