import { beforeEach, describe, expect, test } from '@jest/globals'
import type { CouponDocument, MemberCouponDocument } from '../_kit/documents/loyalty'
import { Shop } from '../../tests/shop/shop'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

let shop: Shop

const coupon = (change: Partial<CouponDocument> = {}): CouponDocument => ({
  _id: 'spring',
  name: { zh: '春茶券', en: 'Spring tea' },
  rule: {
    benefit: { kind: 'amountOff', offFen: 1000 },
    fromFen: 5000,
    scope: { categoryIds: ['tea'] },
    stacksWithPromotions: true,
  },
  how: 'claim',
  left: 3,
  issued: 0,
  perMember: 1,
  startsAt: Date.now() - hourMs,
  endsAt: Date.now() + 10 * dayMs,
  validUntil: Date.now() + 30 * dayMs,
  canGive: true,
  isOn: true,
  createdAt: Date.now(),
  updatedAt: Date.now(),
  ...change,
})

const put = (...coupons: CouponDocument[]) => shop.put('coupons', coupons)
const stock = (id = 'spring') => shop.one<CouponDocument>('coupons', id)
const had = () => shop.all<MemberCouponDocument>('membercoupons')
const claim = (user: string, couponId = 'spring') =>
  shop.call(user, 'loyalty.claimCoupon', { couponId })

beforeEach(() => {
  shop = new Shop()
})

describe('the centre', () => {
  test('shows what can be claimed now, with what is left and what it is for', async () => {
    put(
      coupon(),
      coupon({ _id: 'off', isOn: false }),
      coupon({ _id: 'later', startsAt: Date.now() + hourMs }),
      coupon({ _id: 'over', endsAt: Date.now() }),
      coupon({ _id: 'word', how: 'code', code: 'SPRING' }),
    )
    const { coupons } = await shop.call('mia', 'loyalty.listCoupons', {})
    expect(coupons).toMatchObject([
      { couponId: 'spring', state: 'open', left: 3, total: 3, mine: 0, scope: ['茶'] },
    ])
  })

  test('is open to visitors, and says what a member has had', async () => {
    put(coupon({ left: 1 }))
    expect((await shop.call(undefined, 'loyalty.listCoupons', {})).coupons).toMatchObject([
      { state: 'open' },
    ])
    await claim('mia')
    const states = async (user: string) =>
      (await shop.call(user, 'loyalty.listCoupons', {})).coupons.map(({ state }) => state)
    expect(await states('mia')).toEqual(['had'])
    expect(await states('tom')).toEqual(['gone'])
  })
})

describe('claiming', () => {
  test('gives a coupon that is valid for its days and never beyond its end', async () => {
    put(coupon({ validDays: 7 }), coupon({ _id: 'short', validDays: 60 }))
    const { coupon: mine } = await claim('mia')
    expect(mine).toMatchObject({ state: 'open', canGive: true, validFrom: Date.now() })
    // Nine in the morning: to the end of the seventh day, fifteen hours later.
    expect(mine.validUntil - Date.now()).toBe(7 * dayMs + 15 * hourMs)
    expect((await claim('mia', 'short')).coupon.validUntil).toBe(stock('short').validUntil)
  })

  test('gives the last one once, to one of a hundred who want it at the same time', async () => {
    put(coupon({ left: 1 }))
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        shop.send(`member-${i}`, 'loyalty.claimCoupon', { couponId: 'spring' }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = replies
      .filter(({ ok }) => !ok)
      .map(({ error }) => (error as { code: string }).code)
    expect(new Set(codes)).toEqual(new Set(['COUPON_GONE']))
    expect(stock()).toMatchObject({ left: 0, issued: 1 })
    expect(had()).toHaveLength(1)
  })

  test('gives one member no more than allowed, however fast the taps come', async () => {
    put(coupon({ left: 50, perMember: 2 }))
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.send('mia', 'loyalty.claimCoupon', { couponId: 'spring' }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    expect(had().map(({ _id }) => _id)).toEqual(['spring:mia:1', 'spring:mia:2'])
    expect(stock()).toMatchObject({ left: 48, issued: 2 })
  })

  test('the same tap again gives the same coupon', async () => {
    put(coupon({ perMember: 5 }))
    const input = { couponId: 'spring' }
    const first = await shop.call('mia', 'loyalty.claimCoupon', input, { once: 'tap-tap-1' })
    const again = await shop.call('mia', 'loyalty.claimCoupon', input, { once: 'tap-tap-1' })
    expect(again).toEqual(first)
    expect(had()).toHaveLength(1)
  })

  test('refuses what is over, off or not to be claimed', async () => {
    put(
      coupon({ _id: 'off', isOn: false }),
      coupon({ _id: 'over', endsAt: Date.now() }),
      coupon({ _id: 'staff', how: 'staff' }),
    )
    const code = async (couponId: string) =>
      (await shop.refusal('mia', 'loyalty.claimCoupon', { couponId })).code
    expect(await code('off')).toBe('COUPON_ENDED')
    expect(await code('over')).toBe('COUPON_ENDED')
    expect(await code('staff')).toBe('COUPON_NOT_FOUND')
    expect(await code('nothing')).toBe('COUPON_NOT_FOUND')
    expect(had()).toEqual([])
  })

  test('a coupon for first orders is not for somebody who has bought', async () => {
    put(coupon({ audience: 'newcomer' }))
    await shop.paidOrder('tom', 'spring-50')
    const refusal = await shop.refusal('tom', 'loyalty.claimCoupon', { couponId: 'spring' })
    expect(refusal.code).toBe('COUPON_NEWCOMERS_ONLY')
    expect((await claim('mia')).coupon.state).toBe('open')
  })
})

describe('a word', () => {
  test('brings its coupon, however it is typed', async () => {
    put(coupon({ how: 'code', code: 'SPRING24' }))
    const answer = await shop.call('mia', 'loyalty.redeemCode', { code: ' spring-24 ' })
    expect(answer).toMatchObject({ kind: 'coupon', coupon: { name: '春茶券' } })
  })

  test('can be guessed six times an hour, also all at once', async () => {
    put(coupon({ how: 'code', code: 'SPRING24' }))
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        shop.send('eve', 'loyalty.redeemCode', { code: `GUESS${i}` }),
      ),
    )
    const codes = replies.map(({ error }) => (error as { code: string }).code)
    expect(codes.filter((code) => code === 'CODE_NOT_FOUND')).toHaveLength(6)
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(24)
    // Even the right one has to wait now, and only for her.
    expect(await shop.refusal('eve', 'loyalty.redeemCode', { code: 'SPRING24' })).toEqual({
      code: 'TOO_MANY_TRIES',
      detail: { retryAt: Date.now() + hourMs },
    })
    await shop.call('mia', 'loyalty.redeemCode', { code: 'SPRING24' })
    shop.advance(hourMs)
    await shop.call('eve', 'loyalty.redeemCode', { code: 'SPRING24' })
  })
})

describe('my coupons', () => {
  test('are what can be spent, ending soonest first, what is spent, and what is over', async () => {
    put(
      coupon({ _id: 'late', validUntil: Date.now() + 20 * dayMs }),
      coupon({ _id: 'soon', validUntil: Date.now() + 2 * dayMs }),
    )
    await claim('mia', 'late')
    await claim('mia', 'soon')
    const ids = async (tab: 'usable' | 'used' | 'expired') =>
      (await shop.call('mia', 'loyalty.listMyCoupons', { tab })).coupons.map(({ id }) => id)
    expect(await ids('usable')).toEqual(['soon:mia:1', 'late:mia:1'])
    shop.advance(3 * dayMs)
    expect(await ids('usable')).toEqual(['late:mia:1'])
    expect(await ids('expired')).toEqual(['soon:mia:1'])
    expect(await ids('used')).toEqual([])
    expect((await shop.call('tom', 'loyalty.listMyCoupons', { tab: 'usable' })).coupons).toEqual([])
  })
})

describe('a gift', () => {
  const give = async () => {
    put(coupon())
    const { coupon: mine } = await claim('mia')
    const { giftToken } = await shop.call('mia', 'loyalty.giveCoupon', { id: mine.id })
    return { id: mine.id, giftToken }
  }
  const stateFor = async (user: string | undefined, giftToken: string) =>
    (await shop.call(user, 'loyalty.getGift', { giftToken })).state

  test('is taken by one of many friends, and becomes theirs', async () => {
    const { id, giftToken } = await give()
    expect(await stateFor(undefined, giftToken)).toBe('open')
    expect(await stateFor('mia', giftToken)).toBe('mine')
    const friends = Array.from({ length: 20 }, (_, i) => `friend-${i}`)
    const replies = await Promise.all(
      friends.map((friend) => shop.send(friend, 'loyalty.takeGift', { giftToken })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const taker = friends[replies.findIndex(({ ok }) => ok)]!
    expect(shop.one<MemberCouponDocument>('membercoupons', id)).toMatchObject({
      state: 'given',
      givenTo: taker,
    })
    const { coupons } = await shop.call(taker, 'loyalty.listMyCoupons', { tab: 'usable' })
    expect(coupons).toMatchObject([{ state: 'open', canGive: false, name: '春茶券' }])
    expect(coupons[0]).not.toHaveProperty('giftToken')
    expect(await stateFor(taker, giftToken)).toBe('takenByMe')
    expect(await stateFor('tom', giftToken)).toBe('taken')
  })

  test('can be taken back until a friend has it', async () => {
    const { id, giftToken } = await give()
    await shop.call('mia', 'loyalty.takeBackCoupon', { id })
    expect(await shop.refusal('tom', 'loyalty.takeGift', { giftToken })).toEqual({
      code: 'GIFT_NOT_FOUND',
    })
    const { giftToken: second } = await shop.call('mia', 'loyalty.giveCoupon', { id })
    expect(second).not.toBe(giftToken)
    await shop.call('tom', 'loyalty.takeGift', { giftToken: second })
    expect((await shop.refusal('mia', 'loyalty.takeBackCoupon', { id })).code).toBe('GIFT_TAKEN')
  })

  test('is not taken by its giver, not after its time, and not given by a stranger', async () => {
    const { id, giftToken } = await give()
    const take = async (user: string) =>
      (await shop.refusal(user, 'loyalty.takeGift', { giftToken })).code
    expect(await take('mia')).toBe('GIFT_IS_YOURS')
    expect((await shop.refusal('tom', 'loyalty.giveCoupon', { id })).code).toBe('COUPON_NOT_FOUND')
    expect((await shop.refusal('tom', 'loyalty.takeBackCoupon', { id })).code).toBe(
      'COUPON_NOT_FOUND',
    )
    shop.advance(31 * dayMs)
    expect(await take('tom')).toBe('COUPON_ENDED')
    expect(await stateFor('tom', giftToken)).toBe('expired')
  })

  test('that may not be given stays', async () => {
    put(coupon({ canGive: false }))
    const { coupon: mine } = await claim('mia')
    const refusal = await shop.refusal('mia', 'loyalty.giveCoupon', { id: mine.id })
    expect(refusal.code).toBe('COUPON_NOT_GIVABLE')
  })
})
