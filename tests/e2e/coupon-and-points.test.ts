import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newCustomer } from '../harness/shopping'
import { arrive, ordersOf, pay, placedBefore } from './steps'
import { openStage } from './story'
import type { Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('a coupon and points on top of an offer, told line by line', async () => {
  // Somebody who bought before: the points of that order are in the wallet.
  const regular = await newCustomer(stage.server.url, 'regular')
  const before = await placedBefore(stage, regular)
  await arrive(stage, regular, before)
  const phone = await stage.phone('regular', { theme: 'dark' })

  await phone.open('packages/shop/product/product?productId=tea-raw-puer')
  await phone.tap('product-offers', '.chip')
  await phone.tap('product-offers', ['coupon-ticket', '春茶券'], '.button')
  await phone.reads('已领', 'product-offers', ['coupon-ticket', '春茶券'])
  await phone.shot('coupon-claimed')
  await phone.tap('product-offers', 'sheet', '.close')
  await phone.tap(['t-button', '立即购买'])
  await phone.tap('sku-sheet', ['t-button', '立即购买'])

  await phone.onPage('packages/shop/checkout/checkout')
  await phone.tap(['.field-row', '用 196 分抵'])
  await phone.reads('268.00', ['.sum-row', '商品 1 件'])
  await phone.reads('30.00', ['.sum-row', '春茶季'])
  await phone.reads('20.00', ['.sum-row', '春茶券'])
  await phone.reads('1.96', ['.sum-row', '积分'])
  await phone.reads('216', '.due')
  await phone.miniProgram.pageScrollTo(600)
  await phone.shot('coupon-checkout')
  await pay(phone)
  await phone.shot('coupon-paid')

  const placed = (await ordersOf(stage, phone)).find(({ _id }) => _id !== before)
  expect(placed).toMatchObject({ state: 'paid', totalFen: 21604 })
  await arrive(stage, regular, placed!._id)
  await phone.open('packages/loyalty/wallet/wallet?account=points')
  await phone.reads('216', ['.sum', '积分'])
  await phone.reads('196', ['.entry', '−196'])
  await phone.shot('coupon-points')
})
