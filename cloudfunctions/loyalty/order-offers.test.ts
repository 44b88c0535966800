import { beforeEach, describe, expect, test } from '@jest/globals'
import type { AccountDocument } from '../_kit/documents/ledger'
import type {
  CouponDocument,
  MemberCouponDocument,
  PromotionDocument,
} from '../_kit/documents/loyalty'
import { issueGiftCard, newCardCode } from '../_kit/loyalty/gift-cards'
import { grantCoupon } from '../_kit/loyalty/issue-coupon'
import { transaction } from '../_kit/transaction'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

let shop: Shop

const coupon = (change: Partial<CouponDocument> = {}): CouponDocument => ({
  _id: 'ten-off',
  name: { zh: '十元券', en: 'Ten off' },
  rule: {
    benefit: { kind: 'amountOff', offFen: 1000 },
    fromFen: 0,
    scope: {},
    stacksWithPromotions: true,
  },
  how: 'claim',
  left: 100,
  issued: 0,
  perMember: 3,
  startsAt: 0,
  endsAt: Date.now() + 10 * dayMs,
  validUntil: Date.now() + 30 * dayMs,
  canGive: true,
  isOn: true,
  createdAt: 0,
  updatedAt: 0,
  ...change,
})

const mine = (id = 'ten-off:mia:1') => shop.one<MemberCouponDocument>('membercoupons', id)
const claim = (user = 'mia') =>
  shop.call(user, 'loyalty.claimCoupon', { couponId: 'ten-off' }).then(({ coupon: had }) => had)

async function agreed(user: string) {
  const addressId = await shop.address(user)
  const wish = { source: { kind: 'sku', skuId: 'spring-50', quantity: 1 }, addressId } as const
  return { wish, quote: await shop.call(user, 'order.quote', wish) }
}

beforeEach(() => {
  shop = new Shop()
  shop.put('coupons', [coupon()])
})

describe('a coupon of an order', () => {
  test('is held while unpaid, used when paid, and back after a full refund before it left', async () => {
    await claim()
    const { orderId, outTradeNo } = await shop.order('mia', 'spring-50')
    expect(mine()).toMatchObject({ state: 'held', orderId })
    expect((await agreed('mia')).quote.totalFen).toBe(5800 + 1200)
    await shop.call('mia', 'order.pay', { outTradeNo })
    shop.pay.pay(outTradeNo, 'mia')
    await shop.call('mia', 'order.confirmPayment', { outTradeNo })
    expect(mine()).toMatchObject({ state: 'used', usedAt: Date.now() })
    await shop.call('mia', 'order.cancel', { orderId, reason: 'changedMind' })
    expect(mine().state).toBe('open')
    expect(mine()).not.toHaveProperty('orderId')
  })

  test('comes back with an order that is given up or runs out, and counts its own time', async () => {
    shop.put('coupons', [coupon({ _id: 'short', validUntil: Date.now() + 10 * minuteMs })])
    await shop.call('mia', 'loyalty.claimCoupon', { couponId: 'short' })
    await shop.order('mia', 'spring-50')
    shop.advance(16 * minuteMs)
    await shop.tick()
    expect(mine('short:mia:1').state).toBe('open')
    const { coupons } = await shop.call('mia', 'loyalty.listMyCoupons', { tab: 'expired' })
    expect(coupons).toMatchObject([{ id: 'short:mia:1', state: 'expired' }])
  })

  test('is spent once, by one of two orders placed at the same time', async () => {
    await claim()
    const first = await agreed('mia')
    const replies = await Promise.all(
      [1, 2].map(() =>
        shop.send('mia', 'order.place', { ...first.wish, signature: first.quote.signature }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)!.error).toMatchObject({ code: 'PRICE_CHANGED' })
  })

  test('that waits for a friend is not spent, and one that is held is not given', async () => {
    const { id } = await claim()
    await shop.call('mia', 'loyalty.giveCoupon', { id })
    const { quote } = await agreed('mia')
    expect(quote.totalFen).toBe(5800 + 1200)
    await shop.call('mia', 'loyalty.takeBackCoupon', { id })
    await shop.order('mia', 'spring-50')
    expect((await shop.refusal('mia', 'loyalty.giveCoupon', { id })).code).toBe(
      'COUPON_NOT_GIVABLE',
    )
  })

  test('a friend and its owner: one of them has it', async () => {
    const { id } = await claim()
    const { wish, quote } = await agreed('mia')
    const { giftToken } = await shop.call('mia', 'loyalty.giveCoupon', { id })
    const [taken, placed] = await Promise.all([
      shop.send('tom', 'loyalty.takeGift', { giftToken }),
      shop.send('mia', 'order.place', { ...wish, signature: quote.signature }),
    ])
    expect([taken.ok, placed.ok]).toEqual([true, false])
  })
})

describe('the price of a first order', () => {
  const newcomer: PromotionDocument = {
    _id: 'welcome',
    name: { zh: '第一单', en: 'First order' },
    isOn: true,
    startsAt: 0,
    endsAt: Date.now() + 365 * dayMs,
    scope: {},
    stacking: 'withOthers',
    audience: 'newcomer',
    rule: { kind: 'newcomer', fromFen: 0, offFen: 500 },
    createdAt: 0,
    updatedAt: 0,
  }
  const goods = async (user: string) => (await agreed(user)).quote.totalFen - 1200

  test('goes to one order, and to the next when that one comes to nothing', async () => {
    shop.put('promotions', [newcomer])
    expect(await goods('mia')).toBe(5300)
    const { orderId } = await shop.order('mia', 'spring-50')
    expect(await goods('mia')).toBe(5800)
    await shop.call('mia', 'order.cancel', { orderId, reason: 'changedMind' })
    expect(await goods('mia')).toBe(5300)
    await shop.paidOrder('mia', 'spring-50')
    expect(await goods('mia')).toBe(5800)
  })

  test('is not had twice by two orders at the same time', async () => {
    shop.put('promotions', [newcomer])
    const { wish, quote } = await agreed('mia')
    const replies = await Promise.all(
      [1, 2].map(() => shop.send('mia', 'order.place', { ...wish, signature: quote.signature })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('staff', () => {
  test('give a coupon that customers cannot claim, within its limits', async () => {
    shop.put('coupons', [coupon({ _id: 'sorry', how: 'staff', left: 1 })])
    const grant = (memberId: string) =>
      transaction(async (tx) => {
        const had = await grantCoupon(tx, 'sorry', memberId, Date.now())
        if (!had.ok) throw new Error(had.code)
        return had.value._id
      })
    expect(await grant('mia')).toBe('sorry:mia:1')
    await expect(grant('tom')).rejects.toThrow('COUPON_GONE')
    expect(shop.one<CouponDocument>('coupons', 'sorry')).toMatchObject({ left: 0, issued: 1 })
  })
})

describe('a gift card', () => {
  const issue = async (amountFen: number, expiresAt?: number) => {
    const code = newCardCode()
    await transaction((tx) =>
      issueGiftCard(
        tx,
        { code, amountFen, staffId: 'manager', ...(expiresAt === undefined ? {} : { expiresAt }) },
        Date.now(),
      ),
    )
    return code
  }
  const redeem = (user: string, code: string) => shop.send(user, 'loyalty.redeemCode', { code })

  test('belongs to whoever claims its code first, of twenty at the same time', async () => {
    const code = await issue(10_000)
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, i) => redeem(`friend-${i}`, code)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = replies
      .filter(({ ok }) => !ok)
      .map(({ error }) => (error as { code: string }).code)
    expect(new Set(codes)).toEqual(new Set(['GIFTCARD_TAKEN']))
    const owner = `friend-${replies.findIndex(({ ok }) => ok)}`
    const wallet = await shop.call(owner, 'loyalty.getWallet', {})
    expect(wallet.giftcards).toMatchObject([{ amountFen: 10_000, isExpired: false }])
    const { cardId } = wallet.giftcards[0]!
    const history = (user: string) =>
      shop.send(user, 'loyalty.listEntries', { account: { kind: 'giftcard', cardId } })
    expect((await history(owner)).data).toMatchObject({
      entries: [{ change: 10_000, after: 10_000, cause: 'grant' }],
    })
    expect((await history('eve')).error).toEqual({ code: 'GIFTCARD_NOT_FOUND' })
  })

  test('is typed with spaces and small letters, and claimed again harmlessly', async () => {
    const code = await issue(5000)
    const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ')
    expect(await redeem('mia', typed)).toMatchObject({ ok: true, data: { kind: 'giftcard' } })
    expect(await redeem('mia', code)).toMatchObject({ ok: true })
    expect(shop.all<AccountDocument>('accounts')).toMatchObject([{ amount: 5000, memberId: 'mia' }])
  })

  test('keeps its code to itself, and has an end', async () => {
    const code = await issue(5000, Date.now() + dayMs)
    expect(JSON.stringify([shop.all('accounts'), shop.all('ledger')])).not.toContain(code)
    shop.advance(dayMs)
    expect((await redeem('mia', code)).error).toEqual({ code: 'GIFTCARD_EXPIRED' })
    expect((await redeem('mia', newCardCode())).error).toEqual({ code: 'CODE_NOT_FOUND' })
  })
})
