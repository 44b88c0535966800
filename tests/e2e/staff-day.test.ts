import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { documents } from '../harness/client'
import { newCustomer } from '../harness/shopping'
import { placedBefore } from './steps'
import { openStage, until } from './story'
import type { Phone, Stage } from './story'

let stage: Stage
let manager: Phone
beforeAll(async () => {
  stage = await openStage()
  manager = await stage.phone('manager')
})
afterAll(() => stage.close())

const stockPage = 'packages/console/stock/stock?productId=tea-raw-puer'

test('goods come in and cost less, which customers see', async () => {
  await manager.open('packages/console/tasks/tasks')
  await manager.find('.task .title')
  await manager.shot('staff-tasks')
  await manager.open(stockPage)
  await manager.reads('44', ['.sku', '简装'])
  await manager.tap(['.sku', '简装'])
  await manager.type('20', ['.form .box', 0])
  await manager.shot('staff-stock-in')
  await manager.tap('.form .submit', 't-button')
  await manager.reads('64', ['.sku', '简装'])

  await manager.tap(['.side', '改价'])
  await manager.type('238', ['.form .box', 0])
  await manager.shot('staff-price')
  await manager.tap('.form .submit', 't-button')
  await manager.reads('238', ['.sku', '简装'])

  const customer = await stage.phone('window-shopper')
  await customer.open('packages/shop/product/product?productId=tea-raw-puer')
  await customer.reads('238', '.price-row')
  await customer.shot('staff-new-price')
})

test('an order leaves in two parcels, which its customer sees', async () => {
  const buyer = await newCustomer(stage.server.url, 'two-parcels')
  const orderId = await placedBefore(stage, buyer)
  const packer = await stage.phone('staff')
  await packer.open('packages/console/shipping/shipping')
  await packer.tap('.list .order')
  await packer.onPage('packages/console/ship/ship')
  await packer.tap('parcel-form', '.split')
  await packer.tap('parcel-form', ['.line', '云山雾尖'], ['.step', 0])
  await packer.type('SF1000000001', 'parcel-form', '.tracking')
  await packer.shot('staff-first-parcel')
  await packer.tap('parcel-form', '.ship-button')
  await packer.lacks('山野拼配', 'parcel-form', '.line')
  await packer.type('SF1000000002', 'parcel-form', '.tracking')
  await packer.shot('staff-second-parcel')
  await packer.tap('parcel-form', '.ship-button')
  await packer.onPage('packages/console/shipping/shipping')

  const customer = await stage.phone('two-parcels')
  await customer.open(`packages/shop/order/order?orderId=${orderId}`)
  await customer.reads('SF1000000001', ['.parcel', '包裹 1'])
  await customer.reads('SF1000000002', ['.parcel', '包裹 2'])
  await customer.reads('在路上', '.headline')
  await customer.shot('staff-two-parcels')
})

test('a wish is answered and its money goes back, and all of it is on record', async () => {
  const { url } = stage.server
  const buyer = await newCustomer(url, 'late-parcel')
  const orderId = await placedBefore(stage, buyer)
  await buyer.must('care.requestAfterSale', {
    orderId,
    kind: 'refundOnly',
    reason: 'late',
    lines: [{ lineIndex: 0, quantity: 1 }],
    description: '赶不上生日了',
  })
  await manager.open('packages/console/after-sales/after-sales')
  await manager.tap(['.case', '仅退款'])
  await manager.onPage('packages/console/after-sale/after-sale')
  await manager.tap('case-file', '.decision-approve')
  await manager.type('抱歉，马上退给你', 'case-file', '.sheet-body .text')
  await manager.shot('staff-answer')
  await manager.tap('case-file', '.sheet-button .send')
  const refunds = () => documents<{ state: string }>(url, 'refunds', { orderId })
  await until('the money to be back', async () => {
    const [refund] = await refunds()
    return refund?.state === 'refunded'
  })
  expect(await refunds()).toHaveLength(1)

  const owner = await stage.phone('owner')
  await owner.open('packages/console/audit/audit')
  await owner.find('.entry')
  await owner.shot('staff-audit')
  const actions = await documents<{ action: string }>(url, 'audit')
  expect(actions.map(({ action }) => action).sort()).toEqual([
    'console.approveAfterSale',
    'console.changePrices',
    'console.moveStock',
    'console.ship',
    'console.ship',
  ])
})

test('on a PC keys go through the list, and enter ships what is beside it', async () => {
  const { url } = stage.server
  const buyers = [await newCustomer(url, 'by-keys'), await newCustomer(url, 'by-keys-too')]
  const orderIds = []
  for (const buyer of buyers) orderIds.push(await placedBefore(stage, buyer))
  const packer = await stage.phone('staff')
  await packer.wechat.setViewportSize({ width: 1180, height: 820 })
  await packer.open('packages/console/shipping/shipping')
  const page = await packer.onPage('packages/console/shipping/shipping')
  const shown = (): Promise<unknown> => page.data('openId')
  const press = (key: string) => packer.wechat.keyboard.press(key)
  await until('the first order', shown)
  const ids = (await page.data('itemIds')) as string[]
  expect(ids).toEqual(expect.arrayContaining(orderIds))

  // Keys count once somebody has touched the mini program: the first order of the list.
  await packer.find('.list .order')
  await packer.wechat.mouse.click(430, 310)
  await press('ArrowDown')
  await until('the second order', async () => (await shown()) === ids[1])
  await press(' ')
  await until('a tick', async () => (await page.data('chosenCount')) === 1)
  await press(' ')
  await press('ArrowUp')
  await until('the first order again', async () => (await shown()) === ids[0])
  await packer.type('SF1000000003', 'parcel-form', '.tracking')
  await packer.shot('staff-keys')
  await press('Enter')
  await until('the order to leave', async () => {
    const [order] = await documents<{ state: string }>(url, 'orders', { _id: ids[0] })
    return order?.state === 'shipped'
  })
})
