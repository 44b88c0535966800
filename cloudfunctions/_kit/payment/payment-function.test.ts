import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { callPaymentFunction } from './payment-function'

interface Asked {
  path: string
  headers: IncomingHttpHeaders
  body: unknown
}

let server: Server
let asked: Asked[]
let answer: (response: ServerResponse) => void

const json = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
const done = (data: unknown) => json(200, { code: 0, msg: 'success', data })
const query = () =>
  callPaymentFunction('wxpay_query_order_by_out_trade_no', { out_trade_no: 'payment-1' })
const listenAt = (path: string) => {
  const { port } = server.address() as AddressInfo
  process.env.PAYMENT_FUNCTION_URL = `http://127.0.0.1:${port}${path}`
}

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      asked.push({ path: request.url ?? '', headers: request.headers, body })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  process.env.PAYMENT_FUNCTION_KEY = 'secret'
  listenAt('/v1/functions/wx-pay?webfn=true')
})
afterEach(async () => {
  jest.restoreAllMocks()
  delete process.env.PAYMENT_FUNCTION_URL
  delete process.env.PAYMENT_FUNCTION_KEY
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
})

describe('the request', () => {
  beforeEach(() => {
    answer = done({ status: 200, data: {} })
  })

  test('names its route in the body behind the gateway of functions', async () => {
    await query()
    expect(asked).toMatchObject([
      {
        path: '/v1/functions/wx-pay?webfn=true',
        headers: { authorization: 'Bearer secret' },
        body: { _action: 'wxpay_query_order_by_out_trade_no', out_trade_no: 'payment-1' },
      },
    ])
  })

  test.each(['/pay', '/pay/'])('names its route in the path at the address %s', async (path) => {
    listenAt(path)
    await query()
    expect(asked).toMatchObject([
      {
        path: '/pay/wx-pay/wxpay_query_order_by_out_trade_no',
        body: { out_trade_no: 'payment-1' },
      },
    ])
    expect(asked[0]?.body).not.toHaveProperty('_action')
  })

  test('is not made without an address and a key', async () => {
    delete process.env.PAYMENT_FUNCTION_KEY
    await expect(query()).rejects.toThrow('PAYMENT_FUNCTION_KEY')
    expect(asked).toEqual([])
  })
})

describe('the answer', () => {
  test.each([
    ['with its status', { status: 200, data: { trade_state: 'SUCCESS' } }],
    ['without it', { trade_state: 'SUCCESS' }],
  ])('is WeChat Pay’s, %s', async (_how, data) => {
    answer = done(data)
    expect(await query()).toEqual({ is: 'done', data: { trade_state: 'SUCCESS' } })
  })

  test.each([
    ['as a text', { status: 404, error: '{"code":"ORDER_NOT_EXIST","message":"订单不存在"}' }],
    ['as fields', { status: 404, data: { code: 'ORDER_NOT_EXIST', message: '订单不存在' } }],
  ])('may be a refusal, %s', async (_how, data) => {
    answer = done(data)
    expect(await query()).toEqual({
      is: 'refused',
      code: 'ORDER_NOT_EXIST',
      message: '订单不存在',
    })
  })

  test.each([
    ['WeChat Pay is busy', done({ status: 500, error: '{"code":"SYSTEM_ERROR"}' })],
    ['WeChat Pay has too much to do', done({ status: 429, error: '{"code":"FREQUENCY_LIMITED"}' })],
    [
      'WeChat Pay does not know the merchant',
      done({ status: 401, error: '{"code":"SIGN_ERROR"}' }),
    ],
    ['WeChat Pay was not reached', done({ errRaw: { code: 'ECONNRESET' } })],
    ['the refusal is no JSON', done({ status: 400, error: '<html>' })],
    ['the function finds a mistake', json(400, { code: -1, msg: 'amount.total 必填', data: null })],
    ['the function tells a failure', json(200, { code: -1, msg: '查单失败' })],
    ['the key is wrong', json(401, { code: 'INVALID_CREDENTIALS' })],
    ['the gateway fails', (response: ServerResponse) => void response.writeHead(502).end('<html>')],
    ['the connection breaks', (response: ServerResponse) => void response.destroy()],
  ])('is none when %s', async (_why, given) => {
    answer = given
    await expect(query()).rejects.toThrow()
  })

  test('is not waited for for ever', async () => {
    answer = () => undefined
    const soon = AbortSignal.timeout(50)
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(soon)
    await expect(query()).rejects.toThrow('timeout')
  })
})
