import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { PromotionForm } from '../../shared/contract/promotion-form'
import { createClient } from '../harness/client'
import { ordersOf, pay, phoneOf } from './steps'
import { openStage } from './story'
import type { Phone, Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const hourMs = 3_600_000
const words = { name: { zh: '茶席一刻', en: 'A quarter of tea' } }

/** Three cakes for less, two for each. */
const sale = (at: number): PromotionForm => ({
  ...words,
  startsAt: at - hourMs,
  endsAt: at + hourMs,
  scope: {},
  stacking: 'exclusive',
  rule: {
    kind: 'flashSale',
    items: [{ skuId: 'tea-raw-puer.plain', priceFen: 19_900, perMember: 2 }],
  },
  pieces: [{ skuId: 'tea-raw-puer.plain', total: 3 }],
})

test('two people share three pieces of a flash sale', async () => {
  const manager = createClient(stage.server.url, 'manager')
  const { promotionId, updatedAt } = await manager.must('console.savePromotion', {
    form: sale(Date.now()),
  })
  await manager.must('console.switchPromotion', { promotionId, isOn: true, seenAt: updatedAt })
  const quick = await phoneOf(stage, 'quick')
  const late = await phoneOf(stage, 'late', { language: 'en' })

  await seesSale(quick, '还有 3 件，每人 2 件')
  await quick.shot('flash-open')
  await seesSale(late, '3 left, 2 each')
  await buys(quick, 2, '立即购买')
  await quick.reads('398', '.due')
  await quick.shot('flash-checkout')
  await pay(quick)

  // Who had theirs is told so; the other finds what is left.
  await seesSale(quick, '你已买满 2 件')
  await quick.shot('flash-had')
  await seesSale(late, '1 left, 2 each')
  await late.shot('flash-one-left')
  await buys(late, 1, 'Buy now')
  await late.reads('199', '.due')
  await pay(late, 'Paid')
  await seesSale(late, 'All gone')
  await late.shot('flash-gone')

  const totals = (await ordersOf(stage)).map(({ totalFen }) => totalFen)
  expect(totals.sort()).toEqual([19_900, 39_800])
})

/** Opens the list of flash sales and reads how it stands. */
async function seesSale(phone: Phone, note: string): Promise<void> {
  await phone.open('packages/loyalty/flash/flash')
  await phone.onPage('packages/loyalty/flash/flash')
  await phone.reads(note, ['.item', phone.user === 'late' ? 'Pu-erh' : '生普'])
}

/** From the list to the checkout with so many pieces. */
async function buys(phone: Phone, quantity: number, buy: string): Promise<void> {
  await phone.tap(['.item', phone.user === 'late' ? 'Pu-erh' : '生普'])
  await phone.find('product-offers', '.flash')
  await phone.tap(['t-button', buy])
  for (let pieces = 1; pieces < quantity; pieces += 1) await phone.tap('sku-sheet', ['.step', 1])
  await phone.tap('sku-sheet', ['t-button', buy])
  await phone.onPage('packages/shop/checkout/checkout')
}
