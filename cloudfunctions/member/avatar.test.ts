import { beforeEach, expect, test } from '@jest/globals'
import type { MemberDocument } from '../_kit/documents/member'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const first = 'cloud://fake-env.fake/avatars/1.png'
const second = 'cloud://fake-env.fake/avatars/2.png'
const check = 'openapi.security.mediaCheckAsync'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  for (const picture of [first, second]) fakeCloud.files.set(picture, Buffer.from(picture))
  let traces = 0
  fakeCloud.answer(check, () => ({ trace_id: `trace-${++traces}` }))
})

const choose = (avatar: string) => shop.call('anna', 'member.updateProfile', { avatar })
const verdictOn = (traceId: string, suggest: string) =>
  shop.push({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: traceId,
    result: { suggest, label: 100 },
  })
/** What the file holds that is shown: each picture of these tests holds its own file id. */
const shown = (fileId: string | undefined) =>
  fileId === undefined ? undefined : String(fakeCloud.files.get(fileId))
const seenByOthers = () => shown(shop.one<MemberDocument>('members', 'anna').avatar)
const seenByAnna = async () => {
  const { avatar, avatarCheck } = await shop.call('anna', 'member.getMe', {})
  return { avatar: shown(avatar), avatarCheck }
}

test('a picture is looked at before others see it', async () => {
  expect(await choose(first)).toEqual({ avatar: first, avatarCheck: 'waiting' })
  expect(fakeCloud.callsOf(check)[0]?.parameters).toMatchObject({ scene: 1, openid: 'anna' })
  expect(seenByOthers()).toBeUndefined()
  await verdictOn('trace-1', 'pass')
  expect(seenByOthers()).toBe(first)
  expect(await seenByAnna()).toEqual({ avatar: first, avatarCheck: undefined })
})

test.each(['risky', 'review'])('one that is %p leaves the one before', async (suggest) => {
  await choose(first)
  await verdictOn('trace-1', 'pass')
  await choose(second)
  expect(await seenByAnna()).toEqual({ avatar: second, avatarCheck: 'waiting' })
  expect(seenByOthers()).toBe(first)
  await verdictOn('trace-2', suggest)
  expect(seenByOthers()).toBe(first)
  expect(await seenByAnna()).toEqual({ avatar: first, avatarCheck: 'refused' })
})

test('a verdict on a picture that was replaced meanwhile counts for nothing', async () => {
  await choose(first)
  shop.advance(1_000)
  await choose(second)
  await verdictOn('trace-1', 'pass')
  expect(seenByOthers()).toBeUndefined()
  await verdictOn('trace-2', 'pass')
  await verdictOn('trace-1', 'risky')
  expect(seenByOthers()).toBe(second)
})

test('a name alone leaves the picture as it is', async () => {
  fakeCloud.answer('openapi.security.msgSecCheck', { result: { suggest: 'pass', label: 100 } })
  await choose(first)
  await verdictOn('trace-1', 'pass')
  await shop.call('anna', 'member.updateProfile', { nickname: '阿青' })
  expect(seenByOthers()).toBe(first)
  expect(fakeCloud.callsOf(check)).toHaveLength(1)
})
