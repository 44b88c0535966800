import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openidOf } from '../../local/cloud/users'
import { APP_ID, ENV_ID, SUB_MCH_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let shop: TestCloud
let number = 0

const MINUTE = 60_000
const advance = (advanceMs: number) => shop.post('/local/clock', { advanceMs })
const answerWith = (errcode: number) =>
  shop.cloud.database.load('answers', [{ _id: 'errcode', errcode }])
const notices = () =>
  shop.cloud.database.list('notices') as {
    event: Record<string, unknown>
    openid: unknown
    source: unknown
    at: number
  }[]

const pay = async (api: string, args: object, user?: string) => {
  const { value, thrown } = await shop.probe({ sdk: 'cloudPay', path: api, args }, user)
  if (!value) throw new Error(JSON.stringify(thrown))
  return value
}
const common = { subMchId: SUB_MCH_ID, nonceStr: 'abc' }
const orderOf = (outTradeNo: string) => ({
  ...common,
  functionName: 'notified',
  envId: ENV_ID,
  body: '云山 小种红茶',
  outTradeNo,
  totalFee: 4_200,
  spbillCreateIp: '127.0.0.1',
  tradeType: 'JSAPI',
})
const place = async (
  more: object = {},
): Promise<Record<string, unknown> & { outTradeNo: string }> => {
  const outTradeNo = `order-${(number += 1)}`
  return { outTradeNo, ...(await pay('unifiedOrder', { ...orderOf(outTradeNo), ...more })) }
}
const query = (outTradeNo: string) => pay('queryOrder', { ...common, outTradeNo })

beforeAll(async () => {
  shop = await startTestCloud(['probe', 'notified'], {
    functionSettings: { probe: { timeout: 20 }, notified: { timeout: 20 } },
  })
}, 30_000)
afterAll(() => shop.stop())
beforeEach(() => {
  shop.cloud.database.reset()
  answerWith(0)
})

describe('an order at the cashier', () => {
  test('has what the client needs to pay, and is not paid', async () => {
    const { outTradeNo, prepayId, payment, ...answer } = await place()
    expect(answer).toMatchObject({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      subMchId: SUB_MCH_ID,
      subAppid: APP_ID,
      tradeType: 'JSAPI',
      errCode: 0,
    })
    expect(payment).toEqual({
      appId: APP_ID,
      timeStamp: expect.stringMatching(/^\d{10}$/),
      nonceStr: expect.any(String),
      package: `prepay_id=${String(prepayId)}`,
      signType: 'MD5',
      paySign: expect.any(String),
    })
    expect(await query(outTradeNo)).toMatchObject({ tradeState: 'NOTPAY', outTradeNo })
    expect(await shop.get(`/local/pay/prepay/${String(prepayId)}`)).toEqual({
      outTradeNo,
      totalFee: 4_200,
      body: '云山 小种红茶',
      state: 'NOTPAY',
    })
  })

  test.each([
    [{ totalFee: undefined }, /缺少参数 total_fee/],
    [{ totalFee: 1.5 }, /total_fee/],
    [{ totalFee: '100' }, /total_fee/],
    [{ totalFee: 0 }, /total_fee/],
    [{ body: '' }, /缺少参数 body/],
    [{ body: 'x'.repeat(129) }, /body/],
    [{ outTradeNo: 'bad number' }, /out_trade_no/],
    [{ outTradeNo: 'x'.repeat(33) }, /out_trade_no/],
    [{ nonceStr: undefined }, /缺少参数 nonce_str/],
    [{ spbillCreateIp: undefined }, /缺少参数 spbill_create_ip/],
    [{ envId: 'elsewhere' }, /env_id/],
    [{ functionName: 'nobody' }, /没有云函数 nobody/],
  ])('is refused with %j', async (wrong, text) => {
    const answer = await pay('unifiedOrder', { ...orderOf('refused'), ...wrong })
    expect(answer).toMatchObject({ returnCode: 'FAIL', returnMsg: expect.stringMatching(text) })
    expect(answer['prepayId']).toBeUndefined()
  })

  test('of another merchant is refused', async () => {
    expect(await pay('unifiedOrder', { ...orderOf('x'), subMchId: '1' })).toMatchObject({
      resultCode: 'FAIL',
      errCode: 0,
      errCodeDes: expect.stringContaining('商户号'),
    })
  })

  test('asked for again is the same order, with another amount it is refused', async () => {
    const { outTradeNo, prepayId } = await place()
    const again = await pay('unifiedOrder', orderOf(outTradeNo))
    expect(again['prepayId']).toBe(prepayId)
    expect(await pay('unifiedOrder', { ...orderOf(outTradeNo), totalFee: 1 })).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: '商户订单号重复',
    })
  })

  test('can be closed after five minutes, not before, and not paid after that', async () => {
    const { outTradeNo } = await place()
    const close = () => pay('closeOrder', { ...common, outTradeNo })
    expect(await close()).toMatchObject({ resultCode: 'FAIL' })
    await advance(5 * MINUTE)
    expect(await close()).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await query(outTradeNo)).toMatchObject({ tradeState: 'CLOSED' })
    expect(await shop.post(`/local/pay/${outTradeNo}`)).toMatchObject({
      error: { code: 'ORDERCLOSED' },
    })
    expect(await pay('unifiedOrder', orderOf(outTradeNo))).toMatchObject({ resultCode: 'FAIL' })
  })

  test('that nobody made is not found', async () => {
    expect(await query('nobody')).toMatchObject({ resultCode: 'FAIL', errCodeDes: '订单不存在' })
  })
})

describe('paying', () => {
  test('is told to the function, without an identity, in WeChat’s words', async () => {
    const { outTradeNo } = await place({ attach: 'table 7' })
    expect(await shop.post(`/local/pay/${outTradeNo}`)).toMatchObject({
      state: 'SUCCESS',
      acknowledged: [true],
    })
    const [notice, ...more] = notices()
    expect(more).toEqual([])
    expect(notice).toMatchObject({ openid: null, source: 'wx_paycallback' })
    expect(notice?.event).toEqual({
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      appid: expect.any(String),
      mchId: expect.any(String),
      subAppid: APP_ID,
      subMchId: SUB_MCH_ID,
      nonceStr: expect.any(String),
      openid: openidOf('mia'),
      subOpenid: openidOf('mia'),
      isSubscribe: 'N',
      subIsSubscribe: 'N',
      tradeType: 'JSAPI',
      bankType: 'OTHERS',
      totalFee: 4_200,
      feeType: 'CNY',
      cashFee: 4_200,
      cashFeeType: 'CNY',
      transactionId: expect.stringMatching(/^\d{28}$/),
      outTradeNo,
      attach: 'table 7',
      timeEnd: expect.stringMatching(/^\d{14}$/),
    })
    expect(await query(outTradeNo)).toMatchObject({
      tradeState: 'SUCCESS',
      totalFee: 4_200,
      subOpenid: openidOf('mia'),
      transactionId: notice?.event['transactionId'],
    })
    expect(await pay('unifiedOrder', orderOf(outTradeNo))).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: '商户订单已支付',
    })
  })

  test('happens once', async () => {
    const { outTradeNo } = await place()
    const twice = await Promise.all([1, 2].map(() => shop.post(`/local/pay/${outTradeNo}`)))
    expect(twice).toContainEqual(expect.objectContaining({ state: 'SUCCESS' }))
    expect(twice).toContainEqual({ error: expect.objectContaining({ code: 'ORDERPAID' }) })
    expect(notices()).toHaveLength(1)
  })

  test.each(['cancel', 'fail'])('that ends with %s changes nothing', async (outcome) => {
    const { outTradeNo } = await place()
    expect(await shop.post(`/local/pay/${outTradeNo}`, { outcome })).toMatchObject({
      state: 'NOTPAY',
    })
    expect(await query(outTradeNo)).toMatchObject({ tradeState: 'NOTPAY' })
    expect(notices()).toEqual([])
    expect(await shop.post(`/local/pay/${outTradeNo}`)).toMatchObject({ state: 'SUCCESS' })
  })

  test('can be forged in the notification only', async () => {
    const { outTradeNo } = await place()
    await shop.post(`/local/pay/${outTradeNo}`, { totalFee: 1, callbackPayer: 'eve' })
    expect(notices()[0]?.event).toMatchObject({ totalFee: 1, subOpenid: openidOf('eve') })
    expect(await query(outTradeNo)).toMatchObject({
      totalFee: 4_200,
      subOpenid: openidOf('mia'),
    })
  })

  test('by another person shows in the query', async () => {
    const { outTradeNo } = await place()
    await shop.post(`/local/pay/${outTradeNo}`, { payer: 'leo' })
    expect(await query(outTradeNo)).toMatchObject({ subOpenid: openidOf('leo') })
  })

  test('can be told twice, late, or never', async () => {
    const twice = await place()
    await shop.post(`/local/pay/${twice.outTradeNo}`, { callbackTimes: 2 })
    expect(notices()).toHaveLength(2)
    await shop.post(`/local/pay/${twice.outTradeNo}/callback`, { callbackTimes: 3 })
    expect(notices()).toHaveLength(5)
    const late = await place()
    await shop.post(`/local/pay/${late.outTradeNo}`, { callbackDelayMs: MINUTE })
    expect(notices()).toHaveLength(5)
    await advance(MINUTE)
    expect(notices()).toHaveLength(6)
    const never = await place()
    await shop.post(`/local/pay/${never.outTradeNo}`, { deliverCallback: false })
    await advance(3 * 24 * 60 * MINUTE)
    expect(notices()).toHaveLength(6)
    expect(await query(never.outTradeNo)).toMatchObject({ tradeState: 'SUCCESS' })
  })

  test('is refused two hours after the order was made', async () => {
    const { outTradeNo } = await place()
    await advance(121 * MINUTE)
    expect(await shop.post(`/local/pay/${outTradeNo}`)).toMatchObject({
      error: { code: 'PREPAY_EXPIRED' },
    })
  })
})

describe('a notification that is not acknowledged', () => {
  test('comes again with growing gaps until it is', async () => {
    answerWith(1)
    const { outTradeNo } = await place()
    expect(await shop.post(`/local/pay/${outTradeNo}`)).toMatchObject({ acknowledged: [false] })
    const first = notices()[0]?.at ?? 0
    await advance(10 * MINUTE)
    const gaps = notices().map(({ at }) => Math.round((at - first) / 15_000) * 15)
    expect(gaps.sort((left, right) => left - right)).toEqual([0, 15, 30, 60, 240])
    answerWith(0)
    await advance(24 * 60 * MINUTE)
    expect(notices()).toHaveLength(6)
    await advance(24 * 60 * MINUTE)
    expect(notices()).toHaveLength(6)
  })

  test('is given up after two days', async () => {
    answerWith(1)
    const { outTradeNo } = await place()
    await shop.post(`/local/pay/${outTradeNo}`)
    await advance(4 * 24 * 60 * MINUTE)
    const last = Math.max(...notices().map(({ at }) => at))
    const first = Math.min(...notices().map(({ at }) => at))
    expect(last - first).toBeGreaterThan(36 * 60 * MINUTE)
    expect(last - first).toBeLessThanOrEqual(49 * 60 * MINUTE)
  }, 20_000)

  test('comes again after a restart', async () => {
    answerWith(1)
    const { outTradeNo } = await place()
    await shop.post(`/local/pay/${outTradeNo}`)
    await shop.restart()
    answerWith(0)
    await advance(15_000)
    expect(notices()).toHaveLength(2)
    expect(await query(outTradeNo)).toMatchObject({ tradeState: 'SUCCESS' })
  })
})

describe('refunds', () => {
  const paid = async () => {
    const { outTradeNo } = await place()
    await shop.post(`/local/pay/${outTradeNo}`)
    return outTradeNo
  }
  const refund = (outTradeNo: string, outRefundNo: string, refundFee: number, more: object = {}) =>
    pay('refund', {
      ...common,
      outTradeNo,
      outRefundNo: `${outTradeNo}-${outRefundNo}`,
      totalFee: 4_200,
      refundFee,
      ...more,
    })
  const queryRefund = (outTradeNo: string) => pay('queryRefund', { ...common, outTradeNo })

  test('are under way first and settled soon', async () => {
    const outTradeNo = await paid()
    expect(await refund(outTradeNo, 'r1', 1_200)).toMatchObject({
      resultCode: 'SUCCESS',
      outRefundNo: `${outTradeNo}-r1`,
      refundFee: 1_200,
      refundId: expect.stringMatching(/^50300/),
    })
    expect(await queryRefund(outTradeNo)).toMatchObject({
      refundCount: 1,
      outRefundNo_0: `${outTradeNo}-r1`,
      refundFee_0: 1_200,
      refundStatus_0: 'PROCESSING',
    })
    await advance(2_000)
    expect(await queryRefund(outTradeNo)).toMatchObject({ refundStatus_0: 'SUCCESS' })
    expect(await query(outTradeNo)).toMatchObject({ tradeState: 'REFUND' })
  })

  test('asked for again are the same refund', async () => {
    const outTradeNo = await paid()
    const first = await refund(outTradeNo, 'r1', 1_200)
    const again = await refund(outTradeNo, 'r1', 1_200)
    expect(again['refundId']).toBe(first['refundId'])
    expect(await queryRefund(outTradeNo)).toMatchObject({ refundCount: 1 })
    expect(await refund(outTradeNo, 'r1', 1_300)).toMatchObject({
      resultCode: 'FAIL',
      errCodeDes: expect.stringContaining('不一致'),
    })
  })

  test('never sum to more than was paid', async () => {
    const outTradeNo = await paid()
    await refund(outTradeNo, 'r1', 4_000)
    expect(await refund(outTradeNo, 'r2', 201)).toMatchObject({ resultCode: 'FAIL' })
    expect(await refund(outTradeNo, 'r3', 200)).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await refund(outTradeNo, 'r4', 1)).toMatchObject({ resultCode: 'FAIL' })
  })

  test('are at most fifty an order', async () => {
    const outTradeNo = await paid()
    for (let part = 1; part <= 50; part += 1) await refund(outTradeNo, `r${part}`, 1)
    expect(await queryRefund(outTradeNo)).toMatchObject({ refundCount: 50 })
    expect(await refund(outTradeNo, 'r51', 1)).toMatchObject({ resultCode: 'FAIL' })
  }, 20_000)

  test('need a paid order and its true amount', async () => {
    const { outTradeNo } = await place()
    expect(await refund(outTradeNo, 'r1', 1)).toMatchObject({ resultCode: 'FAIL' })
    await shop.post(`/local/pay/${outTradeNo}`)
    expect(await refund(outTradeNo, 'r1', 1, { totalFee: 9_999 })).toMatchObject({
      resultCode: 'FAIL',
    })
  })

  test('are told to a function when one is named', async () => {
    const outTradeNo = await paid()
    await refund(outTradeNo, 'r1', 1_200, { functionName: 'notified', envId: ENV_ID })
    await advance(2_000)
    expect(notices().map(({ event }) => event['refundStatus'])).toContain('SUCCESS')
  })
})

describe('shipping', () => {
  const upload = async (transactionId: unknown, more: object = {}) => {
    const args = {
      orderKey: { orderNumberType: 2, transactionId },
      logisticsType: 1,
      deliveryMode: 1,
      shippingList: [{ trackingNo: 'YT1', expressCompany: 'YTO', itemDesc: '小种红茶' }],
      uploadTime: '2026-01-01T08:00:00.000+08:00',
      payer: { openid: openidOf('mia') },
      ...more,
    }
    const path = 'wxa.sec.order.uploadShippingInfo'
    return shop.probe({ sdk: 'openapi', path, args })
  }

  test('is taken for a paid order of that payer', async () => {
    const { outTradeNo } = await place()
    expect((await upload('420000000')).thrown?.errCode).toBe(10060001)
    const { transactionId } = (await shop.post(`/local/pay/${outTradeNo}`)) as Record<
      string,
      string
    >
    expect((await upload(transactionId, { payer: { openid: 'x' } })).thrown?.errCode).toBe(10060031)
    expect((await upload(transactionId, { uploadTime: 'today' })).thrown?.errCode).toBe(268485216)
    expect(
      (await upload(transactionId, { shippingList: [{ trackingNo: 'YT1' }] })).thrown?.errCode,
    ).toBe(10060008)
    expect((await upload(transactionId)).value).toMatchObject({ errCode: 0 })
    expect((await upload(transactionId)).value).toMatchObject({ errCode: 0 })
    expect((await upload(transactionId)).thrown?.errCode).toBe(10060003)
  })
})
