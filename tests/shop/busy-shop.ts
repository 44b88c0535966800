import type { AfterSaleDocument } from '../../cloudfunctions/_kit/documents/care'
import type { LayoutDocument } from '../../cloudfunctions/_kit/documents/staff'
import type { OrderDocument } from '../../cloudfunctions/_kit/documents/order'
import type { InputOf } from '../../shared/contract/define'
import type { AppContract } from '../../shared/contract'
import { fakeCloud } from '../fakes/wx-server-sdk'
import type { KnownValues } from './arbitrary-input'
import type { Shop } from './shop'
import { cardOf, groupBuyId, openCompany } from './whole-life/company'

/** Who tries everything in a busy shop, and does have things of her own. */
export const busyOne = 'mallory'
/** Where she lives who never does anything. */
export const secretStreet = '秘密路 7 号'
/** Stands for the signature of a quote that is asked for right before. */
export const freshSignature = 'fresh'

const parcel = { carrier: 'SF', trackingNumber: 'SF7654321' } as const
const picture = 'cloud://e.b/x.png'
const allowed = { result: { suggest: 'pass' } }

/** A shop in which Anna has one of each thing, and Mallory knows all her ids. */
export async function openBusyShop(): Promise<Shop> {
  const shop = openCompany()
  fakeCloud.answer('openapi.security.msgSecCheck', allowed)
  fakeCloud.answer('openapi.security.mediaCheckAsync', { trace_id: 't' })
  fakeCloud.answer('openapi.subscribeMessage.send', {})
  fakeCloud.answer('openapi.updatableMessage.createActivityId', {
    activityId: 'activity',
    expirationTime: 4_000_000_000,
  })
  fakeCloud.answer('openapi.updatableMessage.setUpdatableMsg', {})
  fakeCloud.answer('openapi.wxacode.getUnlimited', {
    contentType: 'image/png',
    buffer: Buffer.from('code'),
  })
  for (const skuId of ['spring-50', 'spring-100', 'white-1'])
    await shop.call('owner', 'console.moveStock', {
      skuId,
      move: { kind: 'in', quantity: 5_000, reason: 'purchase' },
    })
  await shop.call('anna', 'member.saveAddress', {
    name: '安娜',
    phone: '13911112222',
    province: '云南省',
    city: '大理州',
    district: '',
    street: secretStreet,
  })
  await shop.order('anna', 'spring-50')
  await shop.paidOrder('anna', 'spring-50')
  await shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-100', add: 1 }] })
  await shop.call('anna', 'member.recordSubscription', {
    answers: [{ templateId: 'tpl-shipped', answer: 'accept' }],
  })
  await shop.call('anna', 'loyalty.claimCoupon', { couponId: 'tenth-off' })
  await shop.paidOrder('packer', 'spring-50')
  await shop.call('owner', 'console.addCouponStock', { couponId: 'seven-off', count: 1_000 })
  await shop.call('bert', 'loyalty.claimCoupon', { couponId: 'seven-off' })
  await shop.call('bert', 'loyalty.giveCoupon', { id: 'seven-off:bert:1' })
  await buyInGroup(shop)
  const { orderId } = await received(shop)
  await shop.call(busyOne, 'care.writeReview', {
    orderId,
    skuId: 'spring-50',
    score: 4,
    text: '好',
  })
  await shop.call(busyOne, 'care.askQuestion', { productId: 'spring', text: '今年的新茶到了吗' })
  await shop.call('owner', 'console.inviteStaff', { name: '新人', roles: ['clerk'] })
  return shop
}

/** Somebody else starts a group, so that there is one to join. */
async function buyInGroup(shop: Shop): Promise<void> {
  const choices = {
    source: { kind: 'sku', skuId: 'spring-50', quantity: 1 },
    addressId: await shop.address('bert'),
    group: { promotionId: groupBuyId },
  } as const
  await pay(shop, 'bert', await placed(shop, 'bert', choices))
}

async function placed(shop: Shop, who: string, choices: InputOf<AppContract['order.quote']>) {
  const { signature } = await shop.call(who, 'order.quote', choices)
  return shop.call(who, 'order.place', { ...choices, signature })
}

async function pay(shop: Shop, who: string, { outTradeNo }: { outTradeNo: string }) {
  await shop.call(who, 'order.pay', { outTradeNo })
  shop.pay.pay(outTradeNo, who)
  await shop.call(who, 'order.confirmPayment', { outTradeNo })
}

async function received(shop: Shop) {
  const order = await shop.paidOrder(busyOne, 'spring-50', 3)
  await shop.call('packer', 'console.ship', { orderId: order.orderId, ...parcel })
  await shop.call(busyOne, 'order.confirmReceipt', { orderId: order.orderId })
  return order
}

async function ready(shop: Shop): Promise<void> {
  const order = await placed(shop, busyOne, {
    source: { kind: 'sku', skuId: 'white-1', quantity: 1 },
    fulfilment: 'pickup',
    addressId: await ownAddress(shop),
  })
  await pay(shop, busyOne, order)
  await shop.call('packer', 'console.makeReady', { orderId: order.orderId })
}

async function ownAddress(shop: Shop): Promise<string> {
  const { addresses } = await shop.call(busyOne, 'member.listAddresses', {})
  return addresses[0]?.id ?? shop.address(busyOne)
}

const ofMallory = (shop: Shop) =>
  shop.all<OrderDocument>('orders').filter(({ memberId }) => memberId === busyOne)

/** Sees to it that Mallory has an order and a case in the states that something can be done with. */
export async function restock(shop: Shop): Promise<void> {
  await withAddressRoom(shop)
  const states = new Set(ofMallory(shop).map(({ state }) => state))
  if (!states.has('pendingPayment')) await shop.order(busyOne, 'spring-50')
  if (!states.has('paid')) await shop.paidOrder(busyOne, 'spring-50', 2)
  if (!states.has('shipped')) {
    const { orderId } = await shop.paidOrder(busyOne, 'spring-50', 2)
    await shop.call('packer', 'console.ship', { orderId, ...parcel })
  }
  if (!states.has('ready') && hasStore(shop)) await ready(shop)
  const cases = shop.all<AfterSaleDocument>('aftersales')
  if (!cases.some(({ state }) => state === 'requested')) {
    const { orderId } = await received(shop)
    for (const kind of ['returnRefund', 'exchange'] as const)
      await shop.call(busyOne, 'care.requestAfterSale', {
        orderId,
        kind,
        reason: 'damaged',
        lines: [{ lineIndex: 0, quantity: 1 }],
      })
  }
}

const hasStore = (shop: Shop) =>
  shop.one<{ stores: { isOn: boolean }[] }>('settings', 'company').stores.some(({ isOn }) => isOn)

/** An address book has an end; what fills it is of no use here. */
async function withAddressRoom(shop: Shop): Promise<void> {
  const { addresses } = await shop.call(busyOne, 'member.listAddresses', {})
  for (const { id } of addresses.slice(5))
    await shop.call(busyOne, 'member.removeAddress', { addressId: id })
}

/** Some of the newest and some of the oldest, so that what is tried has a chance. */
const some = <T>(all: readonly T[]): T[] => [...new Set([...all.slice(0, 2), ...all.slice(-5)])]

/** One order a member and state, the newest. */
const anOrderEach = (shop: Shop): OrderDocument[] => [
  ...new Map(
    shop.all<OrderDocument>('orders').map((order) => [`${order.memberId} ${order.state}`, order]),
  ).values(),
]

/** All that somebody can know of the shop as it is now, by the names of the fields it fits. */
export function knownOf(shop: Shop, isStaff: boolean): KnownValues {
  const now = Date.now()
  const idsOf = (collection: string) => some(shop.all<{ _id: string }>(collection).map(_id))
  const orders = anOrderEach(shop)
  const layouts = shop.all<LayoutDocument>('layouts')
  const coupons = shop.all<{ _id: string; code?: string; giftToken?: string }>('membercoupons')
  const addressIds = shop
    .all<{ addresses: { id: string }[] }>('addresses')
    .flatMap(({ addresses }) => addresses.slice(0, 2).map(({ id }) => id))
  const promotionIds = idsOf('promotions')
  const skuIds = ['spring-50', 'spring-100', 'white-1', 'hidden-1', 'nope']
  const short = ['茶', 'Tea']
  const sentences = ['何女士', '云南省', '松树坡路 12 号']
  return {
    orderId: orders.map(_id),
    outTradeNo: orders.map(({ outTradeNo }) => outTradeNo),
    addressId: [...addressIds, 'nope'],
    id: [...some(addressIds), ...some(coupons.map(_id)), 'nope'],
    skuId: skuIds,
    skuIds,
    productId: ['spring', 'white', 'hidden', 'nope'],
    productIds: ['spring', 'white', 'hidden', 'nope'],
    exceptProductIds: ['white', 'nope'],
    categoryId: ['tea', 'nope'],
    categoryIds: ['tea', 'nope'],
    templateId: ['tpl-paid', 'tpl-shipped', 'somebody-elses', ...idsOf('freighttemplates')],
    afterSaleId: idsOf('aftersales'),
    reviewId: idsOf('reviews'),
    questionId: idsOf('questions'),
    couponId: idsOf('coupons'),
    coupons: some(coupons.map(_id)),
    promotionId: promotionIds,
    groupId: idsOf('groups'),
    giftToken: ['x'.repeat(22), ...coupons.flatMap(({ giftToken }) => giftToken ?? [])],
    giftcardIds: [cardOf('anna'), 'nope'],
    cardIds: [cardOf('cleo'), 'nope'],
    code: [
      // With the code of an invitation anybody is one of the staff.
      ...(isStaff ? idsOf('invitations') : []),
      ...orders.flatMap(({ pickup }) => pickup?.code ?? []),
      ...shop.all<{ code?: string }>('coupons').flatMap(({ code }) => code ?? []),
    ],
    staffId: ['clerk', 'service', 'nope'],
    storeId: ['old-street', 'nope'],
    layoutId: layouts.map(_id),
    effectId: idsOf('outbox'),
    scene: idsOf('scenes').length > 0 ? idsOf('scenes') : ['nope00'],
    sheetId: ['0123456789abcdef'],
    fileId: ['cloud://e.b/sheets/goods.csv', picture],
    file: [picture],
    pictures: [picture],
    cursor: [Buffer.from('[1,"x"]').toString('base64url'), 'WzEsIngiXQ', 'x'],
    signature: [freshSignature, freshSignature, 'q1-00000000000'],
    phone: ['13800000027', '13911112222'],
    trackingNumber: ['SF1234567'],
    avatar: [picture],
    query: ['白茶', '0027', 'anna', '…'],
    words: sentences,
    text: sentences,
    answer: sentences,
    note: sentences,
    reason: sentences,
    street: sentences,
    title: short,
    name: short,
    zh: short,
    en: short,
    provinces: ['云南省'],
    taxNumber: ['91530000MA6K5XYZ1A'],
    email: ['a@b.cn'],
    startsAt: [now - 1, now],
    endsAt: [now + 86_400_000],
    validUntil: [now + 86_400_000],
    expiresAt: [now + 86_400_000],
    lastsMs: [3_600_000],
    savedAt: layouts.map(({ savedAt }) => savedAt),
    version: [shop.one<{ version: number }>('settings', 'company').version, 0],
    seenFen: [5_800, 9_800, 3_000],
    priceFen: [5_800, 4_900, 3_000, 1],
    lineIndex: [0, 0, 0, 1],
    score: [1, 5],
  }
}

const _id = (document: { _id: string }): string => document._id
