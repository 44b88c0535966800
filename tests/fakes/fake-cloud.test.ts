import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import cloud from 'wx-server-sdk'
import { fakeCloud } from './wx-server-sdk'

/** The SDK's own types leave these out or call their results `void | string`. */
interface Sdk {
  init(options: { env: symbol }): void
  DYNAMIC_CURRENT_ENV: symbol
  getWXContext(): Record<string, string>
  callFunction(call: { name: string; data?: object }): Promise<{ result: unknown }>
  openapi: {
    subscribeMessage: { send(message: object): Promise<Record<string, unknown>> }
    wxacode: { getUnlimited(options: object): Promise<{ buffer: Buffer; contentType: string }> }
  }
  cloudPay: { unifiedOrder(order: object): Promise<Record<string, unknown>> }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: object[] }>
  getTempFileURL(files: { fileList: string[] }): Promise<{ fileList: { tempFileURL: string }[] }>
}

const sdk = cloud as unknown as Sdk
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })

beforeEach(() => fakeCloud.reset())
afterAll(() => fakeCloud.database.close())

describe('the fake cloud', () => {
  test('tells who calls', () => {
    expect(sdk.getWXContext()).not.toHaveProperty('OPENID')
    fakeCloud.as('oCustomer')
    expect(sdk.getWXContext()).toMatchObject({
      OPENID: 'oCustomer',
      SOURCE: 'wx_client',
      ENV: 'fake-env',
    })
    fakeCloud.setContext({ openid: 'oStaff', unionid: 'u1', clientIp: '10.0.0.1' })
    expect(sdk.getWXContext()).toMatchObject({ OPENID: 'oStaff', UNIONID: 'u1' })
    expect(sdk.getWXContext()).not.toHaveProperty('SOURCE')
  })

  test('answers calls to WeChat as programmed and remembers them', async () => {
    fakeCloud.answer('openapi.subscribeMessage.send', { msg_id: 7 })
    const answer = await sdk.openapi.subscribeMessage.send({
      touser: 'o1',
      templateId: 't',
      data: { thing1: { value: 'tea' } },
    })
    expect(answer).toMatchObject({ errCode: 0, msgId: 7 })
    expect(fakeCloud.callsOf('openapi.subscribeMessage.send')).toEqual([
      {
        api: 'openapi.subscribeMessage.send',
        parameters: { touser: 'o1', template_id: 't', data: { thing1: { value: 'tea' } } },
      },
    ])
  })

  test('refuses calls to WeChat with WeChat codes', async () => {
    fakeCloud.refuse('openapi.subscribeMessage.send', 43101, 'user refuse to accept the msg')
    await expect(sdk.openapi.subscribeMessage.send({ touser: 'o1' })).rejects.toMatchObject({
      errCode: 43101,
      errMsg: expect.stringContaining('user refuse to accept the msg'),
    })
  })

  test('gives files that WeChat makes', async () => {
    const buffer = Buffer.from('png')
    fakeCloud.answer('openapi.wxacode.getUnlimited', { contentType: 'image/png', buffer })
    const code = await sdk.openapi.wxacode.getUnlimited({ scene: 'a=1' })
    expect(code).toMatchObject({ contentType: 'image/png' })
    expect(Buffer.from(code.buffer)).toEqual(buffer)
  })

  test('answers payments and functions', async () => {
    fakeCloud.answer('cloudPay.unifiedOrder', ({ out_trade_no: no }) => ({
      return_code: 'SUCCESS',
      payment: { package: `prepay_id=${String(no)}` },
    }))
    const order = await sdk.cloudPay.unifiedOrder({ outTradeNo: 'n1', totalFee: 1 })
    expect(order).toMatchObject({ returnCode: 'SUCCESS', payment: { package: 'prepay_id=n1' } })
    fakeCloud.answer('callFunction.hello', ({ name }) => ({ hello: name }))
    const called = await sdk.callFunction({ name: 'hello', data: { name: 'you' } })
    expect(called.result).toEqual({ hello: 'you' })
  })

  test('does not let a call pass that no test has answered', async () => {
    await expect(sdk.cloudPay.unifiedOrder({ outTradeNo: 'n1' })).rejects.toMatchObject({
      errMsg: expect.stringContaining("fakeCloud.answer('cloudPay.unifiedOrder'"),
    })
  })

  test('keeps files', async () => {
    const { fileID } = await sdk.uploadFile({
      cloudPath: 'a/茶.txt',
      fileContent: Buffer.from('hi'),
    })
    expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('hi')
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, 'cloud://no'] })
    expect(fileList.map(({ tempFileURL }) => tempFileURL !== '')).toEqual([true, false])
    const deleted = await sdk.deleteFile({ fileList: [fileID, 'cloud://no'] })
    expect(deleted.fileList).toMatchObject([{ status: 0 }, { status: -503003 }])
    await expect(sdk.downloadFile({ fileID })).rejects.toMatchObject({
      errMsg: expect.stringContaining('does not exist'),
    })
  })

  test('fails a query that no index serves', async () => {
    fakeCloud.schema({ goods: [{ name: 'n', keys: [['n', 1]] }] })
    const goods = cloud.database().collection('goods')
    await expect(goods.where({ n: 1 }).get()).resolves.toMatchObject({ data: [] })
    await expect(goods.where({ other: 1 }).get()).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('No query without an index: goods {"other":1}'),
    })
  })

  test('has a clock that tests can move', () => {
    fakeCloud.setNow(1_000)
    fakeCloud.advance(500)
    expect(fakeCloud.now()).toBe(1_500)
    fakeCloud.reset()
    const before = Date.now()
    fakeCloud.advance(60_000)
    expect(fakeCloud.now()).toBeGreaterThanOrEqual(before + 60_000)
  })
})
