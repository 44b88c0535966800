import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PaymentPort } from '../../cloudfunctions/_kit/payment/port'
import { openidOf } from '../../local/cloud/users'
import { ENV_ID, SUB_MCH_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

const MINUTE = 60_000
const YEAR = 366 * 24 * 60 * MINUTE
const TOTAL_FEN = 4_200
const KEY = 'key-of-the-environment'

const adapters: readonly { adapter: string; variables: Record<string, string> }[] = [
  { adapter: 'cloudPay', variables: { SUB_MCH_ID } },
  {
    adapter: 'integrationCenter',
    variables: {
      PAYMENT_FUNCTION_URL: '{{url}}/v1/functions/wx-pay?webfn=true',
      PAYMENT_FUNCTION_KEY: KEY,
    },
  },
]

type Method = keyof PaymentPort
type Given<M extends Method> = Parameters<PaymentPort[M]>[0]
type Told<M extends Method> = Awaited<ReturnType<PaymentPort[M]>>
interface Thrown {
  name: string
  message: string
  isRefusal: boolean
}

let number = 0

describe.each(adapters)('paid through $adapter', ({ adapter, variables }) => {
  let shop: TestCloud

  beforeAll(async () => {
    shop = await startTestCloud(['pay-port', 'paynotify'], {
      functionSettings: {
        'pay-port': { timeout: 20, envVariables: { PAYMENT_ADAPTER: adapter, ...variables } },
        paynotify: { timeout: 20 },
      },
      paymentFunction: { name: 'wx-pay', key: KEY, notify: 'paynotify' },
    })
  }, 30_000)
  afterAll(() => shop.stop())
  beforeEach(async () => {
    shop.cloud.database.reset()
    shop.cloud.database.load('answers', [{ _id: 'errcode', errcode: 0 }])
    await shop.post('/local/pay-faults', { fault: 'busy', calls: 0 })
  })

  const ask = async <M extends Method>(method: M, given: Given<M>, user = 'mia') => {
    const { result, errMsg } = await shop.call('pay-port', { ask: method, with: given }, user)
    if (result === undefined) throw new Error(errMsg)
    return result as { value?: Told<M>; thrown?: Thrown }
  }
  const told = async <M extends Method>(method: M, given: Given<M>): Promise<Told<M>> => {
    const { value, thrown } = await ask(method, given)
    if (thrown) throw new Error(thrown.message)
    return value as Told<M>
  }
  const wanted = (outTradeNo: string) => ({
    outTradeNo,
    totalFen: TOTAL_FEN,
    payerId: openidOf('mia'),
    description: '云山 小种红茶 等 2 件',
    expiresAt: Math.ceil(shop.cloud.clock.now() / 1000) * 1000 + 15 * MINUTE,
    clientIp: '127.0.0.1',
    envId: ENV_ID,
  })
  const opened = async () => {
    const request = wanted(`payment-${(number += 1)}`)
    return { ...request, parameters: await told('create', request) }
  }
  const play = (outTradeNo: string, how: object = {}) =>
    shop.post(`/local/pay/${outTradeNo}`, how) as Promise<Record<string, unknown>>
  const paid = async () => {
    const { outTradeNo } = await opened()
    await play(outTradeNo)
    return outTradeNo
  }
  const refundOf = (outTradeNo: string, part: number | string, refundFen: number) => ({
    outTradeNo,
    outRefundNo: `${outTradeNo}-R${part}`,
    totalFen: TOTAL_FEN,
    refundFen,
    envId: ENV_ID,
  })
  const advance = (advanceMs: number) => shop.post('/local/clock', { advanceMs })
  const fault = (kind: 'busy' | 'lost', calls = 1) =>
    shop.post('/local/pay-faults', { fault: kind, calls })
  const notices = () =>
    (shop.cloud.database.list('notices') as { event: Record<string, unknown> }[]).map(
      ({ event }) => event,
    )
  const refundsAt = async (outTradeNo: string) =>
    ((await shop.get(`/local/pay/${outTradeNo}`)) as { refunds: object[] }).refunds

  describe('a payment', () => {
    test('is opened with what the phone needs, and is unpaid', async () => {
      const { outTradeNo, parameters } = await opened()
      expect(parameters).toEqual({
        timeStamp: expect.stringMatching(/^\d{10}$/),
        nonceStr: expect.stringMatching(/./),
        package: expect.stringMatching(/^prepay_id=wx/),
        signType: adapter === 'cloudPay' ? 'MD5' : 'RSA',
        paySign: expect.stringMatching(/./),
      })
      expect(await told('query', outTradeNo)).toEqual({ outTradeNo, state: 'unpaid' })
    })

    test('opened again is the same one; over another total it is refused', async () => {
      const { parameters, ...request } = await opened()
      expect((await told('create', request)).package).toBe(parameters.package)
      const { thrown } = await ask('create', { ...request, totalFen: TOTAL_FEN + 1 })
      expect(thrown).toMatchObject({ name: 'PaymentRefused' })
    })

    test('once paid tells number, amount, payer and instant', async () => {
      const outTradeNo = await paid()
      const fact = await told('query', outTradeNo)
      expect(fact).toEqual({
        outTradeNo,
        state: 'paid',
        transactionId: expect.stringMatching(/^\d{28}$/),
        payerId: openidOf('mia'),
        totalFen: TOTAL_FEN,
        paidAt: expect.any(Number),
      })
      expect(Math.abs((fact.paidAt ?? 0) - shop.cloud.clock.now())).toBeLessThan(MINUTE)
    })

    test('by somebody else tells who it was', async () => {
      const { outTradeNo } = await opened()
      await play(outTradeNo, { payer: 'leo' })
      expect(await told('query', outTradeNo)).toMatchObject({ payerId: openidOf('leo') })
    })

    test('that is paid is neither opened nor closed any more', async () => {
      const { parameters: _opened, ...request } = await opened()
      await play(request.outTradeNo)
      expect((await ask('create', request)).thrown).toMatchObject({ isRefusal: true })
      await advance(5 * MINUTE)
      expect((await ask('close', request.outTradeNo)).thrown).toMatchObject({ isRefusal: true })
    })

    test('that was given up at the cashier stays unpaid', async () => {
      const { outTradeNo } = await opened()
      for (const outcome of ['cancel', 'fail']) await play(outTradeNo, { outcome })
      expect(await told('query', outTradeNo)).toMatchObject({ state: 'unpaid' })
    })

    test('is closed after five minutes, not before, and not paid after that', async () => {
      const { outTradeNo } = await opened()
      expect((await ask('close', outTradeNo)).thrown).toMatchObject({ isRefusal: true })
      await advance(5 * MINUTE)
      expect(await ask('close', outTradeNo)).toEqual({ value: null })
      expect(await told('query', outTradeNo)).toEqual({ outTradeNo, state: 'closed' })
      expect(await play(outTradeNo)).toMatchObject({ error: { code: 'ORDERCLOSED' } })
    })

    test('that was never opened is absent, and cannot be refunded', async () => {
      const outTradeNo = 'never-opened'
      expect(await told('query', outTradeNo)).toEqual({ outTradeNo, state: 'absent' })
      const { thrown } = await ask('refund', refundOf(outTradeNo, 1, 1))
      expect(thrown).toMatchObject({ isRefusal: true })
    })

    test.each([0, -1, 1.5, 100_000_001])(
      'over %d fen never reaches WeChat Pay',
      async (totalFen) => {
        const request = { ...wanted(`payment-${(number += 1)}`), totalFen }
        expect((await ask('create', request)).thrown).toMatchObject({ name: 'TotalNotPayable' })
        expect(await told('query', request.outTradeNo)).toMatchObject({ state: 'absent' })
      },
    )
  })

  describe('when WeChat Pay', () => {
    test('is busy, nothing is known of a payment and nothing is opened', async () => {
      const request = wanted(`payment-${(number += 1)}`)
      await fault('busy')
      expect((await ask('create', request)).thrown).toBeDefined()
      expect(await told('query', request.outTradeNo)).toMatchObject({ state: 'absent' })
    })

    test('is busy, a paid payment is neither absent nor unpaid', async () => {
      const outTradeNo = await paid()
      await fault('busy')
      const { value, thrown } = await ask('query', outTradeNo)
      expect(thrown === undefined ? value?.state : 'unknown').toBe('unknown')
    })

    test('does not answer, the same request again has the same effect', async () => {
      const request = wanted(`payment-${(number += 1)}`)
      await fault('lost')
      expect((await ask('create', request)).thrown).toMatchObject({ isRefusal: false })
      expect(await told('query', request.outTradeNo)).toMatchObject({ state: 'unpaid' })
      await told('create', request)
      await play(request.outTradeNo)

      const refund = refundOf(request.outTradeNo, 1, 1_200)
      await fault('lost')
      expect((await ask('refund', refund)).thrown).toMatchObject({ isRefusal: false })
      await told('refund', refund)
      expect(await refundsAt(request.outTradeNo)).toHaveLength(1)
      await advance(2_000)
      expect(await told('queryRefund', refund.outRefundNo)).toBe('refunded')
    })
  })

  describe('a callback', () => {
    test('is a hint at the payment, whatever it claims', async () => {
      const { outTradeNo } = await opened()
      await play(outTradeNo, { totalFee: 1, callbackPayer: 'eve' })
      const [event, ...more] = notices()
      expect(more).toEqual([])
      expect(await told('parseNotification', event ?? {})).toEqual({ outTradeNo })
      expect(JSON.stringify(event)).toContain(openidOf('eve'))
      expect(await told('query', outTradeNo)).toMatchObject({
        totalFen: TOTAL_FEN,
        payerId: openidOf('mia'),
      })
    })

    test('may come twice and late', async () => {
      const outTradeNo = await paid()
      await shop.post(`/local/pay/${outTradeNo}/callback`, { callbackDelayMs: MINUTE })
      await advance(MINUTE)
      const hints = await Promise.all(notices().map((event) => told('parseNotification', event)))
      expect(hints).toEqual([{ outTradeNo }, { outTradeNo }])
    })

    test('that is none of WeChat Pay’s hints at nothing', async () => {
      const events = [
        {},
        { outTradeNo: 7, out_trade_no: 7 },
        { Type: 'Timer' },
        { out_trade_no: '../x' },
      ]
      for (const event of events) expect(await told('parseNotification', event)).toBeNull()
    })

    test('about a refund hints at both numbers', async () => {
      const outTradeNo = await paid()
      const refund = refundOf(outTradeNo, 1, 1_200)
      await told('refund', refund)
      await advance(2_000)
      const hint = await told('parseNotification', notices().at(-1) ?? {})
      expect(hint).toEqual({ outTradeNo, outRefundNo: refund.outRefundNo })
    })
  })

  describe('a refund', () => {
    test('is under way first and settled soon', async () => {
      const outTradeNo = await paid()
      const refund = refundOf(outTradeNo, 1, 1_200)
      await told('refund', refund)
      expect(await told('queryRefund', refund.outRefundNo)).toBe('processing')
      await advance(2_000)
      expect(await told('queryRefund', refund.outRefundNo)).toBe('refunded')
      expect(await told('query', outTradeNo)).toMatchObject({ state: 'refunded' })
    })

    test('of which nobody knows is unknown', async () => {
      expect(await told('queryRefund', 'never-asked-for-R1')).toBe('unknown')
    })

    test.each([
      ['CLOSED', 'closed'],
      ['ABNORMAL', 'abnormal'],
    ])('that ends as %s needs a look', async (outcome, state) => {
      const outTradeNo = await paid()
      const refund = refundOf(outTradeNo, 1, TOTAL_FEN)
      await told('refund', refund)
      await shop.post(`/local/pay/${outTradeNo}/refund`, {
        outRefundNo: refund.outRefundNo,
        outcome,
      })
      expect(await told('queryRefund', refund.outRefundNo)).toBe(state)
      await advance(3 * 24 * 60 * MINUTE)
      expect(await told('queryRefund', refund.outRefundNo)).toBe(state)
    })

    test('asked for again is the same one; over another amount it is refused', async () => {
      const outTradeNo = await paid()
      await told('refund', refundOf(outTradeNo, 1, 1_200))
      await told('refund', refundOf(outTradeNo, 1, 1_200))
      expect(await refundsAt(outTradeNo)).toHaveLength(1)
      const { thrown } = await ask('refund', refundOf(outTradeNo, 1, 1_300))
      expect(thrown).toMatchObject({ isRefusal: true })
    })

    test('in parts never sums to more than was paid', async () => {
      const outTradeNo = await paid()
      await told('refund', refundOf(outTradeNo, 1, 4_000))
      const { thrown } = await ask('refund', refundOf(outTradeNo, 2, 201))
      expect(thrown).toMatchObject({ isRefusal: true })
      await told('refund', refundOf(outTradeNo, 3, 200))
      expect((await ask('refund', refundOf(outTradeNo, 4, 1))).thrown).toBeDefined()
    })

    test('has fifty parts at most', async () => {
      const outTradeNo = await paid()
      for (let part = 1; part <= 50; part += 1) await told('refund', refundOf(outTradeNo, part, 1))
      expect((await ask('refund', refundOf(outTradeNo, 51, 1))).thrown).toMatchObject({
        isRefusal: true,
      })
      await told('refund', refundOf(outTradeNo, 50, 1))
      expect(await refundsAt(outTradeNo)).toHaveLength(50)
    }, 20_000)

    test('needs the money, its true total, and a payment not older than a year', async () => {
      const { outTradeNo: unpaid } = await opened()
      expect((await ask('refund', refundOf(unpaid, 1, 1))).thrown).toMatchObject({
        isRefusal: true,
      })
      const outTradeNo = await paid()
      const refund = refundOf(outTradeNo, 1, 1)
      const wrong = await ask('refund', { ...refund, totalFen: TOTAL_FEN + 1 })
      expect(wrong.thrown).toMatchObject({ isRefusal: true })
      await advance(YEAR)
      expect((await ask('refund', refund)).thrown).toMatchObject({ isRefusal: true })
    })
  })
})
