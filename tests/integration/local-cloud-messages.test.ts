import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openidOf } from '../../local/cloud/users'
import { APP_ID, startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud

const HOUR = 3_600_000
const openapi = (path: string, args: object, user?: string) =>
  cloud.probe({ sdk: 'openapi', path, args }, user)
const subscribe = (results: Record<string, string>, user = 'mia') =>
  cloud.post('/local/subscribe', { user, results })
const paidMessage = {
  touser: openidOf('mia'),
  templateId: 'paid',
  page: 'packages/shop/order/index?id=1',
  data: {
    thing1: { value: '小种红茶' },
    amount2: { value: '¥42.00' },
    time3: { value: '2026年1月5日 08:30' },
  },
}
const send = (more: object = {}) => openapi('subscribeMessage.send', { ...paidMessage, ...more })
const sendData = (change: object) => send({ data: { ...paidMessage.data, ...change } })

beforeAll(async () => {
  cloud = await startTestCloud(['probe', 'notified'], {
    functionSettings: { probe: { timeout: 20 }, notified: { timeout: 20 } },
    subscribeTemplates: [
      {
        id: 'paid',
        title: '付款成功通知',
        kind: 'one-time',
        fields: { thing1: '商品', amount2: '金额', time3: '付款时间' },
      },
      { id: 'news', title: '上新通知', kind: 'long-term', fields: { thing1: '商品' } },
    ],
    messagePush: [
      { msgType: 'event', event: 'wxa_media_check', functionName: 'notified' },
      { msgType: 'text', functionName: 'notified' },
    ],
  })
  cloud.cloud.database.load('answers', [{ _id: 'errcode', errcode: 0 }])
  await cloud.get('/local/session?user=mia')
}, 30_000)
afterAll(() => cloud.stop())

describe('subscribe messages', () => {
  test('need a credit: one accept is one message', async () => {
    expect((await send()).thrown).toMatchObject({
      errCode: 43101,
      errMsg: expect.stringContaining('user refuse to accept the msg'),
    })
    await subscribe({ paid: 'accept' })
    expect(await cloud.get('/local/subscribe/credits/mia')).toMatchObject([{ credits: 1 }])
    expect((await send()).value).toMatchObject({
      errCode: 0,
      errMsg: 'openapi.subscribeMessage.send:ok',
    })
    expect((await send()).thrown?.errCode).toBe(43101)
    expect(await cloud.get('/local/inbox/mia')).toEqual([
      {
        id: expect.any(String),
        at: expect.any(Number),
        user: 'mia',
        openid: openidOf('mia'),
        kind: 'subscribe',
        title: '付款成功通知',
        templateId: 'paid',
        page: 'packages/shop/order/index?id=1',
        miniprogramState: 'formal',
        fields: [
          { key: 'thing1', label: '商品', value: '小种红茶' },
          { key: 'amount2', label: '金额', value: '¥42.00' },
          { key: 'time3', label: '付款时间', value: '2026年1月5日 08:30' },
        ],
      },
    ])
  })

  test.each(['reject', 'ban', 'filter'])('give no credit for %s', async (answer) => {
    await subscribe({ paid: answer })
    expect((await send()).thrown?.errCode).toBe(43101)
  })

  test('of a long-term template go on until it is rejected', async () => {
    const news = () => send({ templateId: 'news', data: { thing1: { value: '新茶' } } })
    await subscribe({ news: 'accept' })
    expect((await news()).value).toBeDefined()
    expect((await news()).value).toBeDefined()
    await subscribe({ news: 'reject' })
    expect((await news()).thrown?.errCode).toBe(43101)
  })

  test('refused for another reason keep the credit', async () => {
    await subscribe({ paid: 'accept' })
    expect((await send({ touser: 'o-nobody' })).thrown?.errCode).toBe(40003)
    expect((await send({ touser: openidOf('never here') })).thrown?.errCode).toBe(40003)
    expect((await send({ templateId: 'none' })).thrown?.errCode).toBe(40037)
    expect((await send({ page: 'pages/nowhere' })).thrown?.errCode).toBe(41030)
    expect((await sendData({ thing1: { value: '' } })).thrown?.errCode).toBe(47003)
    expect((await sendData({ thing1: { value: '茶'.repeat(21) } })).thrown?.errCode).toBe(47003)
    expect((await sendData({ thing1: undefined })).thrown?.errCode).toBe(47003)
    expect((await sendData({ thing9: { value: 'x' } })).thrown?.errCode).toBe(47003)
    expect((await sendData({ time3: { value: 'soon' } })).thrown?.errCode).toBe(47003)
    expect((await send()).value).toBeDefined()
  })

  test('refuse answers and templates that WeChat does not have', async () => {
    expect(await subscribe({ none: 'accept' })).toMatchObject({
      error: { code: 'TEMPLATE_UNKNOWN' },
    })
    expect(await subscribe({ paid: 'maybe' })).toMatchObject({ error: { code: 'BAD_RESULT' } })
    expect(await cloud.get('/local/subscribe/templates')).toHaveLength(2)
  })

  test('tell the phone at once', async () => {
    await subscribe({ paid: 'accept' })
    const told = new Promise((resolve) => cloud.cloud.events.on('inbox', resolve))
    await send()
    expect(await told).toMatchObject({ user: 'mia', message: { templateId: 'paid' } })
  })
})

describe('permissions', () => {
  test('an API that config.json does not name is -604101, one that is not known -604100', async () => {
    expect((await openapi('customerServiceMessage.setTyping', {})).thrown?.errCode).toBe(-604101)
    expect((await openapi('no.such.api', {})).thrown?.errCode).toBe(-604100)
  })
})

describe('content checks', () => {
  const check = (content: string, more: object = {}) => {
    const args = { version: 2, scene: 2, openid: openidOf('mia'), content, ...more }
    return openapi('security.msgSecCheck', args)
  }

  test('pass and stop texts in WeChat’s form', async () => {
    expect((await check('很好喝')).value).toMatchObject({
      traceId: expect.any(String),
      result: { suggest: 'pass', label: 100 },
    })
    expect((await check('来这里赌博')).value).toMatchObject({
      result: { suggest: 'risky', label: 20006 },
    })
    expect((await check('ok', { nickname: '傻逼' })).value).toMatchObject({
      result: { suggest: 'risky' },
    })
  })

  test('refuse what WeChat refuses', async () => {
    expect((await check('x', { scene: 9 })).thrown?.errCode).toBe(40129)
    expect((await check('x', { version: 1 })).thrown?.errCode).toBe(40097)
    expect((await check('x', { openid: 'o-nobody' })).thrown?.errCode).toBe(40003)
    expect((await check('')).thrown?.errCode).toBe(44004)
    expect((await check('x'.repeat(2501))).thrown?.errCode).toBe(45002)
  })

  test('need a visit in the last two hours', async () => {
    await cloud.get('/local/session?user=old%20guest')
    await cloud.post('/local/clock', { advanceMs: 3 * HOUR })
    expect((await check('x', { openid: openidOf('old guest') })).thrown?.errCode).toBe(61010)
  })

  test('of pictures answer later, through the function that is mapped to it', async () => {
    const args = {
      mediaUrl: 'http://x/risky.png',
      mediaType: 2,
      version: 2,
      scene: 1,
      openid: openidOf('mia'),
    }
    const { value } = await openapi('security.mediaCheckAsync', args)
    await cloud.post('/local/clock', { advanceMs: 5_000 })
    const notices = cloud.cloud.database.list('notices') as { event: object; openid: unknown }[]
    expect(notices.at(-1)).toMatchObject({
      openid: openidOf('mia'),
      source: null,
      event: {
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: value?.['traceId'],
        result: { suggest: 'risky', label: 20002 },
      },
    })
  })
})

describe('customer service', () => {
  const answer = (content: string) =>
    openapi('customerServiceMessage.send', {
      touser: openidOf('mia'),
      msgtype: 'text',
      text: { content },
    })

  test('may answer five times within 48 hours of the customer’s message', async () => {
    expect((await answer('hello')).thrown?.errCode).toBe(45015)
    expect(await cloud.post('/local/customer-service', { user: 'mia', text: '在吗' })).toEqual({
      delivered: true,
    })
    for (let time = 1; time <= 5; time += 1) expect((await answer(`${time}`)).value).toBeDefined()
    expect((await answer('6')).thrown?.errCode).toBe(45047)
    await cloud.post('/local/customer-service', { user: 'mia', text: '还在吗' })
    await cloud.post('/local/clock', { advanceMs: 49 * HOUR })
    expect((await answer('late')).thrown?.errCode).toBe(45015)
    const inbox = (await cloud.get('/local/inbox/mia')) as { kind: string }[]
    expect(inbox.filter(({ kind }) => kind === 'customerService')).toHaveLength(5)
  })
})

describe('phone numbers', () => {
  const grant = () =>
    cloud.post('/local/phone-number', { user: 'mia' }) as Promise<Record<string, string>>

  test('a code works once, within five minutes', async () => {
    const { code, phoneNumber } = await grant()
    const { value } = await openapi('phonenumber.getPhoneNumber', { code })
    expect(value?.['phoneInfo']).toMatchObject({
      phoneNumber,
      purePhoneNumber: phoneNumber,
      countryCode: '86',
      watermark: { appid: APP_ID, timestamp: expect.any(Number) },
    })
    expect((await openapi('phonenumber.getPhoneNumber', { code })).thrown?.errCode).toBe(40029)
    const late = await grant()
    await cloud.post('/local/clock', { advanceMs: 301_000 })
    expect(
      (await openapi('phonenumber.getPhoneNumber', { code: late['code'] })).thrown?.errCode,
    ).toBe(40029)
  })

  test('a cloud ID opens for its own user only', async () => {
    const { cloudID, phoneNumber } = await grant()
    const open = (user: string) => cloud.probe({ sdk: 'openData', args: { list: [cloudID] } }, user)
    expect((await open('mia')).value?.['list']).toMatchObject([{ cloudID, data: { phoneNumber } }])
    expect((await open('leo')).value?.['list']).toMatchObject([{ errCode: -601007 }])
  })
})

describe('mini program codes', () => {
  const draw = (args: object) => openapi('wxacode.getUnlimited', args)

  test('are pictures that say where they lead', async () => {
    const { value } = await draw({ scene: 't=7', page: 'pages/home/index', width: 280 })
    expect(value?.['contentType']).toBe('image/png')
    const bytes = Buffer.from((value?.['buffer'] as { data: number[] }).data)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([280, 280])
    expect(bytes.includes('t=7')).toBe(true)
  })

  test('refuse scenes and pages that WeChat refuses', async () => {
    expect((await draw({ scene: 'x'.repeat(33) })).thrown?.errCode).toBe(40169)
    expect((await draw({ scene: '100%' })).thrown?.errCode).toBe(40169)
    expect((await draw({ scene: 'a', page: '/pages/home/index' })).thrown?.errCode).toBe(41030)
    expect((await draw({ scene: 'a', page: 'pages/later', checkPath: false })).value).toBeDefined()
    expect((await draw({ scene: 'a', width: 2_000 })).thrown?.errCode).toBe(40097)
  })
})

describe('share cards that update themselves', () => {
  const create = async () => {
    const { value } = await openapi('updatableMessage.createActivityId', {})
    return value as { activityId: string; expirationTime: number }
  }
  const joining = (count: string) => ({
    targetState: 0,
    templateInfo: {
      parameterList: [
        { name: 'member_count', value: count },
        { name: 'room_limit', value: '3' },
      ],
    },
  })
  const complete = (version = 'release') => ({
    targetState: 1,
    templateInfo: {
      parameterList: [
        { name: 'path', value: 'packages/loyalty/group/group?groupId=g' },
        { name: 'version_type', value: version },
      ],
    },
  })
  const over = { targetState: 2, templateInfo: { parameterList: [] } }
  const set = async (args: object) => {
    const { thrown } = await openapi('updatableMessage.setUpdatableMsg', args)
    return thrown?.errCode ?? 0
  }

  test('go on from joining to complete to over, and never back', async () => {
    const { activityId } = await create()
    expect(await set({ activityId, ...joining('1') })).toBe(0)
    expect(await set({ activityId, ...joining('2') })).toBe(0)
    expect(await set({ activityId, ...complete() })).toBe(0)
    expect(await set({ activityId, ...joining('3') })).toBe(47502)
    expect(await set({ activityId, ...over })).toBe(0)
    expect(await set({ activityId, ...over })).toBe(47502)
  })

  test("are refused with WeChat's own codes", async () => {
    const { activityId } = await create()
    expect(await set({ activityId: 'nobody', ...joining('1') })).toBe(47501)
    expect(await set({ activityId, ...complete('beta') })).toBe(47503)
    expect(await set({ activityId, targetState: 0, templateInfo: { parameterList: [] } })).toBe(
      47001,
    )
  })

  test('are good for a day', async () => {
    const { activityId, expirationTime } = await create()
    await cloud.post('/local/clock', { advanceMs: 23 * HOUR })
    expect(await set({ activityId, ...joining('1') })).toBe(0)
    expect(expirationTime).toBeGreaterThan(0)
    await cloud.post('/local/clock', { advanceMs: HOUR })
    expect(await set({ activityId, ...joining('1') })).toBe(47504)
  })
})
