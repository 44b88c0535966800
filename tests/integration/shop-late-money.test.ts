import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { advance, ask, documents, payAt } from '../harness/client'
import { startServer } from '../harness/server'
import type { Server } from '../harness/server'
import { newCustomer, placeOne } from '../harness/shopping'

const skuId = 'tea-cloud-tip.50g.tin'

let server: Server
beforeAll(async () => {
  server = await startServer({ stock: 1 })
})
afterAll(() => server.stop())

test('the last piece goes to who pays in time; late money goes back by itself', async () => {
  const { url } = server
  const slow = await newCustomer(url, 'slow')
  const quick = await newCustomer(url, 'quick')
  const held = await placeOne(slow, skuId)
  if (!held.ok) throw new Error(held.error.code)
  await slow.must('order.pay', { outTradeNo: held.data.outTradeNo })
  expect(await placeOne(quick, skuId)).toMatchObject({ ok: false, error: { code: 'SOLD_OUT' } })

  // The hold ends by comparison: nothing has to be swept before somebody else may buy.
  const { now } = await ask<{ now: number }>(`${url}/local/clock`)
  await advance(url, held.data.expiresAt - now + 1)
  const bought = await placeOne(quick, skuId)
  if (!bought.ok) throw new Error(bought.error.code)
  await quick.must('order.pay', { outTradeNo: bought.data.outTradeNo })
  await payAt(url, bought.data.outTradeNo)
  await quick.must('order.confirmPayment', { outTradeNo: bought.data.outTradeNo })

  await payAt(url, held.data.outTradeNo)
  await advance(url, 3 * 60_000)
  const stateOf = async (id: string) =>
    (await documents<{ state: string }>(url, 'orders', { _id: id }))[0]?.state
  expect(await stateOf(bought.data.orderId)).toBe('paid')
  expect(await stateOf(held.data.orderId)).toBe('refunded')
  const { refunds } = await ask<{ refunds: { refundFee: number }[] }>(
    `${url}/local/pay/${held.data.outTradeNo}`,
  )
  expect(refunds.map(({ refundFee }) => refundFee)).toEqual([held.data.totalFen])
  expect(await documents(url, 'skus', { _id: skuId })).toMatchObject([{ stock: 0 }])
})
