import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { OutboxDocument } from '../../cloudfunctions/_kit/documents/outbox'
import { documents } from '../harness/client'
import { newCustomer } from '../harness/shopping'
import { arrive, placedBefore } from './steps'
import { openStage, until } from './story'
import type { Stage } from './story'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('one of two things goes back, and its money comes back', async () => {
  const { url } = stage.server
  const buyer = await newCustomer(url, 'returner')
  const orderId = await placedBefore(stage, buyer)
  await arrive(stage, buyer, orderId)
  const phone = await stage.phone('returner')
  const told = async () =>
    (await documents<OutboxDocument>(url, 'outbox', { state: 'done' })).filter(
      ({ effect }) => effect.kind === 'message' && effect.message === 'afterSaleAnswered',
    )

  await phone.open(`packages/shop/order/order?orderId=${orderId}`)
  await phone.tap('.action-afterSale')
  await phone.onPage('packages/care/ask/ask')
  await phone.tap(['.choose', '云山雾尖'])
  await phone.tap(['.kind', '退货退款'])
  await phone.tap(['.reason', '不想要了'])
  await phone.reads('128.00', '.sum')
  await phone.type('买多了，没有拆封', '.text')
  await phone.shot('return-ask')
  await phone.tap('.send')
  await phone.tapWechat('允许')
  await phone.onPage('packages/care/case/case')
  await phone.reads('等商家处理', '.headline')

  const clerk = await stage.phone('clerk')
  await clerk.open('packages/console/after-sales/after-sales')
  await clerk.find('.case')
  await clerk.shot('return-cases')
  await clerk.tap('.case')
  await clerk.onPage('packages/console/after-sale/after-sale')
  await clerk.find('case-file', '.decision-approveReturn')
  await clerk.shot('return-case')
  await clerk.tap('case-file', '.decision-approveReturn')
  await clerk.type('好的，寄到店里就行', 'case-file', '.sheet-body .text')
  await clerk.tap('case-file', '.sheet-button .send')
  await clerk.reads('寄回', 'case-file', '.title')
  await until('the news that it may be sent back', async () => (await told()).length === 1)

  await phone.open(`packages/shop/order/order?orderId=${orderId}`)
  await phone.tap('.case')
  await phone.onPage('packages/care/case/case')
  await phone.reads('请寄回商品', '.headline')
  await phone.shot('return-approved')
  await phone.tap('.action-sendBack')
  await phone.type('SF5566778899', '.sheet-body .num')
  await phone.shot('return-tracking')
  await phone.tap('.send-back')
  await phone.tapWechat('取消')
  await phone.reads('商家在等收货', '.headline')

  await clerk.open('packages/console/after-sales/after-sales')
  await clerk.tap(['.tab', '待验收'])
  await clerk.tap('.case')
  await clerk.tap('case-file', '.decision-acceptReturn')
  await clerk.tap('case-file', '.sheet-body .stock')
  await clerk.shot('return-accept')
  await clerk.tap('case-file', '.sheet-button .send')
  await until('the money to be back', async () =>
    (await documents<{ state: string }>(url, 'aftersales')).some((one) => one.state === 'refunded'),
  )

  await phone.open(`packages/shop/order/order?orderId=${orderId}`)
  await phone.reads('已退回', '.refund')
  await phone.reads('128.00', '.refund')
  await phone.miniProgram.pageScrollTo(700)
  await phone.shot('return-order')
  await phone.tap('.case')
  await phone.reads('已退款', '.headline')
  await phone.shot('return-done')
  const refunds = await documents<{ refundFen: number }>(url, 'refunds')
  expect(refunds.map(({ refundFen }) => refundFen)).toEqual([12_800])
})
