import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop } from '../../../tests/shop/shop'
import type { HeldPictureDocument, ReviewDocument } from '../documents/care'
import type { MemberDocument } from '../documents/member'
import { runMigrations } from '../migrations/run'
import { migrations } from '../migrations/migrations'
import { isHeld } from '../storage-rule'

const dayMs = 86_400_000
const check = 'openapi.security.mediaCheckAsync'
const bucket = 'cloud://fake-env.fake'
const avatar = `${bucket}/avatars/1.png`
const photo = `${bucket}/care/1.jpg`

let shop: Shop
let tests = 0
beforeEach(() => {
  shop = new Shop()
  // Later than any test before: the timer's function remembers when it last was tidy.
  tests += 1
  shop.advance(tests * 30 * dayMs)
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
  fakeCloud.answer('openapi.security.msgSecCheck', { result: { suggest: 'pass', label: 100 } })
  let traces = 0
  fakeCloud.answer(check, () => ({ trace_id: `trace-${++traces}` }))
  upload(avatar, 'harmless')
  upload(photo, 'harmless')
})

/** What a page may do in its own folders, before and after a check. */
const upload = (fileId: string, content: string) =>
  fakeCloud.files.set(fileId, Buffer.from(content))
const contentOf = (fileId: string) => fakeCloud.files.get(fileId)?.toString()
const copies = () => [...fakeCloud.files.keys()].filter(isHeld)
const records = () => shop.all<HeldPictureDocument>('heldpictures')
const member = () => shop.one<MemberDocument>('members', 'anna')
const verdictOn = (trace: number, suggest = 'pass') =>
  shop.push({
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: `trace-${trace}`,
    result: { suggest, label: 100 },
  })
/** The content of what WeChat was given to look at, as it is now. */
const lookedAt = () =>
  fakeCloud
    .callsOf(check)
    .map(({ parameters }) =>
      contentOf(String(parameters['media_url']).replace('https://fake.invalid/', 'cloud://')),
    )
const choose = (picture = avatar) => shop.call('anna', 'member.updateProfile', { avatar: picture })
const tidied = async () => {
  shop.advance(dayMs + 3_600_000)
  await shop.tick()
}
async function review(...pictures: string[]): Promise<string> {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  await shop.call('packer', 'console.ship', {
    orderId,
    carrier: 'SF',
    trackingNumber: 'SF-7654321',
  })
  await shop.call('anna', 'order.confirmReceipt', { orderId })
  const written = { orderId, skuId: 'spring-50', score: 5, pictures }
  return (await shop.call('anna', 'care.writeReview', written)).reviewId
}
const reviewOf = (id: string) => shop.one<ReviewDocument>('reviews', id)
const seen = async () =>
  (await shop.call(undefined, 'care.listReviews', { productId: 'spring', filter: 'all' })).reviews

describe('what others see is what was checked', () => {
  test('also when an avatar is replaced before or after its verdict', async () => {
    await choose()
    upload(avatar, 'something else')
    expect(lookedAt()).toEqual(['harmless'])
    await verdictOn(1)
    upload(avatar, 'something else again')
    expect(isHeld(member().avatar!)).toBe(true)
    expect(contentOf(member().avatar!)).toBe('harmless')
  })

  test('also when the same file is chosen again with something else in it', async () => {
    await choose()
    upload(avatar, 'something else')
    shop.advance(1_000)
    await choose()
    await verdictOn(1)
    expect(member()).not.toHaveProperty('avatar')
    await verdictOn(2, 'risky')
    expect(member()).not.toHaveProperty('avatar')
  })

  test('also of a review and its later word', async () => {
    const reviewId = await review(photo)
    const later = `${bucket}/care/2.jpg`
    upload(later, 'also harmless')
    await shop.call('anna', 'care.followUpReview', { reviewId, text: '还是好', pictures: [later] })
    for (const fileId of [photo, later]) upload(fileId, 'something else')
    expect(lookedAt()).toEqual(['harmless', 'also harmless'])
    for (const trace of [1, 2]) await verdictOn(trace)
    const [shown] = await seen()
    expect(shown?.pictures.map(contentOf)).toEqual(['harmless'])
    expect(shown?.followUp?.pictures.map(contentOf)).toEqual(['also harmless'])
  })

  test('and what staff let through is what they have seen', async () => {
    const isCopied = jest.spyOn(fakeCloud.files, 'set').mockImplementation(() => {
      throw new Error('the storage does not answer')
    })
    const reviewId = await review(photo).finally(() => isCopied.mockRestore())
    expect(reviewOf(reviewId).pictures).toEqual([photo])
    const { reviews } = await shop.call('service', 'console.listReviews', { tab: 'all' })
    expect(reviews).toMatchObject([{ id: reviewId, pictures: [] }])
    await shop.call('service', 'console.showReview', { reviewId, isShown: true })
    shop.advance(3_600_000)
    await shop.tick()
    expect(await seen()).toMatchObject([{ id: reviewId, pictures: [] }])
  })

  test('and no function opens a file that was not there for all', async () => {
    const foreign = ['cases/proof.jpg', 'backup/members.json', 'invoices/1.pdf'].map(
      (path) => `${bucket}/${path}`,
    )
    for (const fileId of foreign) upload(fileId, 'of somebody else')
    const reviewId = await review(...foreign)
    expect(reviewOf(reviewId).pictures).toEqual([])
    for (const fileId of foreign) await choose(fileId)
    expect(copies()).toEqual([])
    expect(member()).toMatchObject({ newAvatar: { check: 'refused' } })
    expect(member()).not.toHaveProperty('avatar')
    await tidied()
    expect(foreign.map(contentOf)).toEqual(foreign.map(() => 'of somebody else'))
  })

  test.each([
    ['is not there', undefined],
    ['fills a function up', Buffer.alloc(10 * 1024 * 1024 + 1)],
  ])('and one that %s is left out, which staff hear of', async (_, content) => {
    if (content) fakeCloud.files.set(photo, content)
    else fakeCloud.files.delete(photo)
    const reviewId = await review(photo)
    expect(reviewOf(reviewId)).toMatchObject({ pictures: [], check: 'waiting', needsStaff: true })
    expect(copies()).toEqual([])
  })
})

describe('a function that is ended', () => {
  test.each([
    ['before the copy is noted', 'database.modifyDocument'],
    ['before the copy is in its place', 'database.commitTransaction'],
  ] as const)('%s leaves nothing unchecked and nothing for ever', async (_, action) => {
    // Twice and more often: the profile itself is written by the first of each.
    await choose()
    await verdictOn(1)
    const before = member().avatar!
    const second = `${bucket}/avatars/2.png`
    upload(second, 'harmless too')
    const real = fakeCloud.wire.bind(fakeCloud)
    let written = 0
    const broken = jest.spyOn(fakeCloud, 'wire').mockImplementation((name, request) => {
      if (name === action && (written += 1) > 1) throw new Error('the process has ended')
      return real(name, request)
    })
    await choose(second).catch(() => undefined)
    broken.mockRestore()
    expect(member().avatar).toBe(before)
    upload(second, 'something else')
    shop.advance(120_000)
    await shop.tick()
    const trace = fakeCloud.callsOf(check).length
    const content = lookedAt().at(-1)
    await verdictOn(trace)
    expect(contentOf(member().avatar!)).toBe(content)
    await tidied()
    await tidied()
    expect(records()).toEqual([])
    expect(copies().sort()).toEqual([before, member().avatar!].sort())
    expect([avatar, second].map(contentOf)).toEqual([undefined, undefined])
  })
})

describe('in the end', () => {
  test('the upload is removed and the copy stays, also when it is tidied twice', async () => {
    const reviewId = await review(photo)
    expect(contentOf(photo)).toBe('harmless')
    await tidied()
    expect(contentOf(photo)).toBeUndefined()
    expect(reviewOf(reviewId).pictures.map(contentOf)).toEqual(['harmless'])
    expect(records()).toEqual([])
  })

  test('a refused avatar is removed, and one that waits is not', async () => {
    await choose()
    await tidied()
    expect(copies()).toEqual([member().newAvatar!.copy])
    expect(contentOf(avatar)).toBeUndefined()
    await verdictOn(1, 'risky')
    await tidied()
    expect(copies()).toEqual([])
    expect(records()).toEqual([])
  })

  test('one that gave way to another before its verdict is removed', async () => {
    await choose()
    const given = member().newAvatar!.copy
    const second = `${bucket}/avatars/2.png`
    upload(second, 'harmless too')
    await choose(second)
    await tidied()
    expect(copies()).toEqual([member().newAvatar!.copy])
    expect(copies()).not.toContain(given)
  })

  test('one that was seen stays for the reviews that show it', async () => {
    await choose()
    await verdictOn(1)
    const reviewId = await review()
    const second = `${bucket}/avatars/2.png`
    upload(second, 'harmless too')
    await choose(second)
    await verdictOn(2)
    await tidied()
    expect(contentOf(reviewOf(reviewId).avatar!)).toBe('harmless')
    expect(contentOf(member().avatar!)).toBe('harmless too')
  })

  test('what cannot be removed is tried again', async () => {
    await review(photo)
    const remove = jest.spyOn(fakeCloud.files, 'delete').mockImplementation(() => {
      throw new Error('the storage does not answer')
    })
    await tidied()
    expect(records()).toHaveLength(1)
    remove.mockRestore()
    await tidied()
    expect(records()).toEqual([])
    expect(contentOf(photo)).toBeUndefined()
  })
})

describe('pictures from before there were copies', () => {
  const migrate = () => runMigrations(migrations, { now: Date.now(), isOver: () => false })
  const old = `${bucket}/avatars/old.png`

  test('are copied once, and seen again from then on', async () => {
    const reviewId = await review(photo)
    await verdictOn(1)
    upload(old, 'a face')
    const passed = reviewOf(reviewId)
    shop.put('reviews', [{ ...passed, pictures: [photo], avatar: old, passed: [photo] }])
    shop.put('members', [{ _id: 'anna', avatar: old, createdAt: 0, updatedAt: 0 }])
    expect(await seen()).toMatchObject([{ pictures: [] }])
    await migrate()
    shop.advance(120_000)
    await shop.tick()
    const [shown] = await seen()
    expect(shown?.pictures.map(contentOf)).toEqual(['harmless'])
    expect(contentOf(shown!.avatar!)).toBe('a face')
    expect(contentOf(member().avatar!)).toBe('a face')
    expect(member().avatar).not.toBe(shown!.avatar)
    const before = shop.all('reviews')
    await migrate()
    shop.advance(120_000)
    await shop.tick()
    await tidied()
    expect(shop.all('reviews')).toEqual(before)
    expect([photo, old].map(contentOf)).toEqual([undefined, 'a face'])
    expect(contentOf(member().avatar!)).toBe('a face')
    expect(records()).toEqual([])
  })

  test('wait for a verdict about the copy, not about what may have been replaced', async () => {
    await choose()
    const { newAvatar, ...kept } = member()
    shop.put('members', [{ ...kept, newAvatar: { picture: avatar, check: 'waiting' } }])
    shop.put('mediachecks', [
      {
        _id: 'earlier',
        about: { subject: { kind: 'avatar', id: 'anna', picture: avatar }, picture: avatar },
        at: 0,
      },
    ])
    await shop.push({
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: 'earlier',
      result: { suggest: 'pass', label: 100 },
    })
    expect(newAvatar?.check).toBe('waiting')
    expect(member()).not.toHaveProperty('avatar')
    await migrate()
    shop.advance(120_000)
    await shop.tick()
    await verdictOn(2)
    expect(contentOf(member().avatar!)).toBe('harmless')
  })
})
