import { beforeEach, describe, expect, test } from '@jest/globals'
import { main as catalog } from '../catalog'
import { main as member } from '../member'
import { main as paynotify } from '../paynotify'
import { main as push } from '../push'
import { main as tick } from '../tick'
import type { MediaCheckDocument } from './documents/care'
import type { PaymentDocument } from './documents/order'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

/** What WeChat documents, what a later WeChat may say, and nothing at all. */
const devices = ['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_http']
const undocumented = ['', 'scf', 'wx_unknown', 'wx_tomorrow']
const platform = ['wx_trigger', 'wx_paycallback', 'wx_trigger,scf']

type Case = [source: string, openid: string | undefined, isLetIn: boolean]
const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})
const comesAs = (source: string, openid: string | undefined) =>
  fakeCloud.setContext({ source: source || undefined, openid })

/** The timer's function and WeChat Pay's: an openid is let in only with WeChat's own name for the call. */
const closed: Case[] = [
  ...devices.flatMap((source): Case[] => [
    [source, 'anna', false],
    [source, undefined, false],
    [`${source},scf`, undefined, false],
  ]),
  ...undocumented.map((source): Case => [source, 'anna', false]),
  ['wx_unknown', undefined, false],
  ...['', 'scf', 'wx_tomorrow'].map((source): Case => [source, undefined, true]),
  ...platform.flatMap((source): Case[] => [
    [source, 'anna', true],
    [source, undefined, true],
  ]),
]

test.each(closed)('tick from %p by %p: %p', async (source, openid, isLetIn) => {
  comesAs(source, openid)
  const answer = await tick({ Type: 'Timer' })
  if (isLetIn) expect(answer).toMatchObject({ drainOutbox: 0 })
  else expect(answer).toMatchObject(forbidden)
})

describe('a payment', () => {
  test.each(closed)(
    'that %p by %p calls about is looked at: %p',
    async (source, openid, isLetIn) => {
      const { outTradeNo } = await shop.order('anna', 'spring-50')
      await shop.call('anna', 'order.pay', { outTradeNo })
      shop.pay.pay(outTradeNo, 'anna')
      comesAs(source, openid)
      const answer = await paynotify({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo })
      const stateNow = () => shop.one<PaymentDocument>('payments', outTradeNo).state
      if (isLetIn) expect(answer).toEqual({ errcode: 0, errmsg: '' })
      else expect(answer).toMatchObject(forbidden)
      expect(stateNow()).toBe(isLetIn ? 'paid' : 'pending')
      // Whoever was refused, and be it WeChat: the timer asks by itself.
      shop.advance(10 * 60_000)
      await shop.tick()
      expect(stateNow()).toBe('paid')
    },
  )
})

describe('a message', () => {
  const verdict = (traceId: string) => ({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    result: { suggest: 'pass', label: 100 },
  })
  const cases: Case[] = [
    ...devices.flatMap((source): Case[] => [
      [source, 'anna', false],
      [source, undefined, false],
      [`${source},scf`, 'anna', false],
    ]),
    ...[...undocumented, ...platform].flatMap((source): Case[] => [
      [source, 'anna', true],
      [source, undefined, true],
    ]),
  ]

  test.each(cases)('pushed from %p about %p is taken: %p', async (source, openid, isLetIn) => {
    comesAs(source, openid)
    const answer = await push(verdict('trace-1'))
    if (isLetIn) expect(answer).toBe('success')
    else expect(answer).toMatchObject(forbidden)
    expect(shop.all<MediaCheckDocument>('mediachecks')).toHaveLength(isLetIn ? 1 : 0)
  })

  test('about a trace that nobody was told passes nothing', async () => {
    fakeCloud.answer('openapi.security.mediaCheckAsync', { trace_id: 'known-to-the-functions' })
    const avatar = 'cloud://fake-env.fake/avatars/1.png'
    fakeCloud.files.set(avatar, Buffer.from('picture'))
    await shop.call('anna', 'member.updateProfile', { avatar })
    comesAs('wx_tomorrow', 'anna')
    await push(verdict('guessed'))
    expect(shop.one('members', 'anna')).not.toHaveProperty('avatar')
  })
})

/** What pages call: who it is counts, not how they came. */
test.each([...devices, ...undocumented, ...platform])(
  'a member from %p is who they are',
  async (source) => {
    comesAs(source, 'anna')
    expect(await member({ action: 'member.getMe', input: {} })).toMatchObject({ ok: true })
    comesAs(source, undefined)
    expect(await member({ action: 'member.getMe', input: {} })).toMatchObject({
      error: { code: 'UNAUTHORIZED' },
    })
    expect(await catalog({ action: 'catalog.listCategories', input: {} })).toMatchObject({
      ok: true,
    })
  },
)
