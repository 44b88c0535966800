import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PromotionForm } from '../../../shared/contract/promotion-form'
import type { FlashStockDocument, PromotionDocument } from '../../_kit/documents/loyalty'
import { Shop } from '../../../tests/shop/shop'

const hourMs = 3_600_000
let shop: Shop
let form: PromotionForm
beforeEach(() => {
  shop = new Shop()
  form = {
    name: { zh: '春茶季', en: 'Spring' },
    startsAt: Date.now() - hourMs,
    endsAt: Date.now() + 24 * hourMs,
    scope: { categoryIds: ['tea'] },
    stacking: 'exclusive',
    rule: { kind: 'amountOff', tiers: [{ fromFen: 5000, offFen: 1000 }] },
    pieces: [],
  }
})

const save = (
  change: Partial<PromotionForm> = {},
  of: { promotionId?: string; seenAt?: number } = {},
) => shop.call('manager', 'console.savePromotion', { ...of, form: { ...form, ...change } })
const turn = (promotionId: string, isOn: boolean, seenAt?: number) =>
  shop.call('manager', 'console.switchPromotion', {
    promotionId,
    isOn,
    ...(seenAt === undefined ? {} : { seenAt }),
  })
const listed = async (tab: 'running' | 'coming' | 'off' | 'over') =>
  (await shop.call('service', 'console.listPromotions', { tab })).promotions.map(({ id }) => id)

/** A promotion that customers have. */
async function running(change: Partial<PromotionForm> = {}) {
  const { promotionId, updatedAt } = await save(change)
  return { promotionId, seenAt: (await turn(promotionId, true, updatedAt)).updatedAt }
}

test('a new one is a draft until it is switched on, and then customers have it', async () => {
  const { promotionId, updatedAt } = await save({ scope: { productIds: ['spring'] } })
  expect([await listed('off'), await listed('running')]).toEqual([[promotionId], []])
  await turn(promotionId, true, updatedAt)
  expect([await listed('off'), await listed('running')]).toEqual([[], [promotionId]])
  const { adjustments } = await shop.call('anna', 'order.quote', {
    source: { kind: 'sku', skuId: 'spring-50', quantity: 1 },
  })
  expect(adjustments).toContainEqual(
    expect.objectContaining({ kind: 'amountOff', amountFen: -1000 }),
  )
})

test('each tab has its own, over and coming ones too', async () => {
  const now = Date.now()
  const { promotionId: coming } = await running({ startsAt: now + hourMs })
  const { promotionId: short } = await running({ endsAt: now + hourMs / 2 })
  expect([await listed('coming'), await listed('running')]).toEqual([[coming], [short]])
  shop.advance(hourMs)
  expect([await listed('running'), await listed('over')]).toEqual([[coming], [short]])
})

test('the editor opens what was saved, with the names of its goods', async () => {
  const rule = { kind: 'gift', fromFen: 0, skuId: 'white-1', quantity: 1 } as const
  const { promotionId, updatedAt } = await save({ rule })
  const opened = await shop.call('clerk', 'console.getPromotion', { promotionId })
  expect(opened).toMatchObject({ form: { ...form, rule }, state: 'off', updatedAt })
  expect(opened.goods).toEqual([
    { id: 'tea', kind: 'category', name: '茶' },
    { id: 'white-1', kind: 'sku', name: '古树白茶', options: '', priceFen: 3000, stock: 1 },
  ])
})

describe('a running one', () => {
  const deeper: PromotionForm['rule'] = {
    kind: 'amountOff',
    tiers: [{ fromFen: 5000, offFen: 4000 }],
  }

  test('keeps its promise until it is switched off; its name and dates may change', async () => {
    const of = await running()
    const input = { ...of, form: { ...form, rule: deeper } }
    expect(await shop.refusal('manager', 'console.savePromotion', input)).toEqual({
      code: 'PROMOTION_RUNNING',
    })
    const { updatedAt } = await save(
      { name: { zh: '延长', en: 'Longer' }, endsAt: form.endsAt + hourMs },
      of,
    )
    const off = await turn(of.promotionId, false)
    expect(off.updatedAt).toBeGreaterThan(updatedAt)
    await save({ rule: deeper }, { promotionId: of.promotionId, seenAt: off.updatedAt })
    expect(shop.one<PromotionDocument>('promotions', of.promotionId)).toMatchObject({
      rule: deeper,
      isOn: false,
    })
  })

  test('never becomes another kind', async () => {
    const { promotionId, updatedAt } = await save()
    const other = { ...form, rule: { kind: 'freeDelivery', fromFen: 0 } as const }
    const input = { promotionId, seenAt: updatedAt, form: other }
    expect((await shop.refusal('manager', 'console.savePromotion', input)).code).toBe(
      'INVALID_INPUT',
    )
  })
})

test('two who edit at once do not undo each other, and nobody starts what was not seen', async () => {
  const { promotionId, updatedAt } = await save()
  const both = await Promise.all(
    ['owner', 'manager'].map((who) =>
      shop.send(who, 'console.savePromotion', {
        promotionId,
        seenAt: updatedAt,
        form: { ...form, name: { zh: who, en: who } },
      }),
    ),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const late = both.find(({ ok }) => !ok)
  const { updatedAt: left } = shop.one<PromotionDocument>('promotions', promotionId)
  expect(late?.error).toEqual({ code: 'PROMOTION_CHANGED', detail: { updatedAt: left } })
  const start = { promotionId, isOn: true, seenAt: updatedAt }
  expect((await shop.refusal('owner', 'console.switchPromotion', start)).code).toBe(
    'PROMOTION_CHANGED',
  )
})

test('what is over cannot be switched on', async () => {
  const { promotionId, updatedAt } = await save({ endsAt: Date.now() + 1000 })
  shop.advance(2000)
  const input = { promotionId, isOn: true, seenAt: updatedAt }
  expect((await shop.refusal('owner', 'console.switchPromotion', input)).code).toBe(
    'PROMOTION_OVER',
  )
})

describe('refused as it is typed', () => {
  const flash = {
    kind: 'flashSale',
    items: [{ skuId: 'spring-50', priceFen: 3000, perMember: 2 }],
  } as const
  const cases: [string, () => Partial<PromotionForm>][] = [
    [
      'tiers that fall',
      () => ({
        rule: {
          kind: 'amountOff',
          tiers: [
            { fromFen: 9000, offFen: 900 },
            { fromFen: 5000, offFen: 1000 },
          ],
        },
      }),
    ],
    [
      'more off than has to be bought',
      () => ({ rule: { kind: 'amountOff', tiers: [{ fromFen: 500, offFen: 500 }] } }),
    ],
    ['everything off', () => ({ rule: { kind: 'percentOff', tiers: [{ percentOff: 100 }] } })],
    [
      'tiers that give more for the same',
      () => ({
        rule: {
          kind: 'percentOff',
          tiers: [
            { fromCount: 2, percentOff: 10 },
            { fromCount: 2, percentOff: 20 },
          ],
        },
      }),
    ],
    [
      'a group of one',
      () => ({
        rule: {
          kind: 'groupBuy',
          items: [{ skuId: 'spring-50', priceFen: 1 }],
          size: 1,
          lastsMs: hourMs,
        },
      }),
    ],
    [
      'a group of twenty-one',
      () => ({
        rule: {
          kind: 'groupBuy',
          items: [{ skuId: 'spring-50', priceFen: 1 }],
          size: 21,
          lastsMs: hourMs,
        },
      }),
    ],
    ['an end before its beginning', () => ({ endsAt: form.startsAt })],
    [
      'an SKU twice',
      () => ({
        rule: { ...flash, items: [flash.items[0], flash.items[0]] },
        pieces: [{ skuId: 'spring-50', total: 1 }],
      }),
    ],
    ['a flash sale without pieces', () => ({ rule: { ...flash, items: [...flash.items] } })],
    ['pieces of something else', () => ({ pieces: [{ skuId: 'spring-50', total: 1 }] })],
  ]
  test.each(cases)('%s', async (_name, change) => {
    const input = { form: { ...form, ...change() } }
    expect((await shop.refusal('owner', 'console.savePromotion', input)).code).toBe('INVALID_INPUT')
  })

  test('goods that are not there and prices that are none', async () => {
    const refusal = (change: Partial<PromotionForm>) =>
      shop.refusal('owner', 'console.savePromotion', { form: { ...form, ...change } })
    expect(
      await refusal({ scope: { categoryIds: ['tea', 'rice'], exceptProductIds: ['rye'] } }),
    ).toEqual({ code: 'OFFER_GOODS_GONE', detail: { ids: ['rye', 'rice'] } })
    const rule = {
      kind: 'groupBuy',
      items: [{ skuId: 'spring-50', priceFen: 5800 }],
      size: 2,
      lastsMs: hourMs,
    } as const
    expect(await refusal({ rule: { ...rule, items: [...rule.items] } })).toEqual({
      code: 'OFFER_PRICE_HIGH',
      detail: { skuId: 'spring-50', priceFen: 5800 },
    })
  })
})

describe('the pieces of a flash sale', () => {
  const flash = (total: number): Partial<PromotionForm> => ({
    scope: {},
    rule: { kind: 'flashSale', items: [{ skuId: 'spring-50', priceFen: 3000, perMember: 5 }] },
    pieces: [{ skuId: 'spring-50', total }],
  })
  const stockOf = (promotionId: string) =>
    shop.one<FlashStockDocument>('flashstocks', `${promotionId}:spring-50`)

  test('are no more than can be bought, and no fewer than were sold', async () => {
    expect(
      await shop.refusal('owner', 'console.savePromotion', { form: { ...form, ...flash(11) } }),
    ).toEqual({
      code: 'FLASH_PIECES_WRONG',
      detail: { skuId: 'spring-50', least: 0, most: 10 },
    })
    const of = await running(flash(4))
    await shop.order('anna', 'spring-50', 3)
    expect(stockOf(of.promotionId)).toMatchObject({ left: 1, total: 4 })
    const wrong = (total: number) =>
      shop.refusal('owner', 'console.savePromotion', { ...of, form: { ...form, ...flash(total) } })
    const detail = { skuId: 'spring-50', least: 3, most: 10 }
    expect(await wrong(2)).toEqual({ code: 'FLASH_PIECES_WRONG', detail })
    expect(await wrong(11)).toEqual({ code: 'FLASH_PIECES_WRONG', detail })
    await save(flash(3), of)
    expect(stockOf(of.promotionId)).toMatchObject({ left: 0, total: 3 })
  })

  test('are added while buyers buy, and none is lost or sold twice', async () => {
    const of = await running(flash(4))
    const buyers = ['anna', 'ben', 'cai', 'dan']
    const ready = await Promise.all(
      buyers.map(async (user) => {
        const addressId = await shop.address(user)
        const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
        const { signature } = await shop.call(user, 'order.quote', { source, addressId })
        return { user, input: { source, addressId, signature } }
      }),
    )
    const [added, ...placed] = await Promise.all([
      shop.send('owner', 'console.savePromotion', { ...of, form: { ...form, ...flash(8) } }),
      ...ready.map(({ user, input }) => shop.send(user, 'order.place', input)),
    ])
    expect([added.ok, ...placed.map(({ ok }) => ok)]).toEqual([true, true, true, true, true])
    expect(stockOf(of.promotionId)).toMatchObject({ left: 4, total: 8 })
    const { promotions } = await shop.call('clerk', 'console.listPromotions', { tab: 'running' })
    expect(promotions[0]?.flash).toEqual({ left: 4, total: 8 })
  })
})

test('only owner and manager write; what they do is in the log by itself', async () => {
  for (const who of ['clerk', 'service'])
    expect((await shop.send(who, 'console.savePromotion', { form })).error).toEqual({
      code: 'FORBIDDEN',
    })
  const { promotionId, updatedAt } = await save()
  await turn(promotionId, true, updatedAt)
  const log = shop.all<{ action: string; staffId: string }>('audit')
  expect(log.map(({ action, staffId }) => `${staffId} ${action}`).sort()).toEqual([
    'manager console.savePromotion',
    'manager console.switchPromotion',
  ])
})
