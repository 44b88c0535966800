import fc from 'fast-check'
import type { AfterSaleDocument } from '../../../cloudfunctions/_kit/documents/care'
import type { GroupDocument } from '../../../cloudfunctions/_kit/documents/loyalty'
import type { OrderDocument } from '../../../cloudfunctions/_kit/documents/order'
import { afterSaleKinds, afterSaleReasons } from '../../../shared/domain/after-sale'
import type { Shop } from '../shop'
import { cardOf, groupBuyId, people } from './company'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const parcel = { carrier: 'SF', trackingNumber: 'SF1234567' } as const

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never

const ordering = fc.record({
  what: fc.constant('order' as const),
  who: fc.constantFrom(...people),
  sku: fc.constantFrom('spring-50', 'spring-100', 'white-1'),
  pieces: fc.integer({ min: 1, max: 4 }),
  fulfilment: fc.constantFrom('carrier' as const, 'carrier' as const, 'pickup' as const),
  coupons: fc.constantFrom('best' as const, 'none' as const),
  usePoints: fc.boolean(),
  useBalance: fc.boolean(),
  useCard: fc.boolean(),
  group: fc.constantFrom('none' as const, 'none' as const, 'new' as const, 'join' as const),
  isPaid: fc.constantFrom(true, true, false),
})

/** Something that happens to an order, mostly to one it is meant for; age 0 is the newest. */
const withOrder = fc.record({
  what: fc.constantFrom(
    'open' as const,
    'pay' as const,
    'forge' as const,
    'callback' as const,
    'callback' as const,
    'ask' as const,
    'cancel' as const,
    'ship' as const,
    'ship' as const,
    'shipOne' as const,
    'finish' as const,
    'makeReady' as const,
    'handOver' as const,
    'receive' as const,
    'discount' as const,
    'changeAddress' as const,
    'request' as const,
    'request' as const,
    'request' as const,
    'request' as const,
  ),
  age: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  isApt: fc.constantFrom(true, true, true, true, false),
  line: fc.constantFrom(0, 0, 0, 0, 1),
  pieces: fc.constantFrom(1, 1, 1, 2),
  kind: fc.constantFrom(...afterSaleKinds),
  reason: fc.constantFrom(...afterSaleReasons),
  fen: fc.integer({ min: 0, max: 3_000 }),
})

/** Something that happens to an after-sale case; often by two people at once. */
const withCase = fc.record({
  what: fc.constantFrom(
    'withdraw' as const,
    'approve' as const,
    'approve' as const,
    'refuse' as const,
    'sendBack' as const,
    'sendBack' as const,
    'acceptReturn' as const,
    'acceptReturn' as const,
    'sendExchange' as const,
    'sendExchange' as const,
    'confirmExchange' as const,
    'appeal' as const,
    'decide' as const,
  ),
  age: fc.constantFrom(0, 0, 1),
  isApt: fc.constantFrom(true, true, true, true, false),
  isStockBack: fc.boolean(),
})

const elsewhere = fc.oneof(
  fc.record({
    what: fc.constant('claim' as const),
    who: fc.constantFrom(...people),
    couponId: fc.constantFrom('seven-off', 'tenth-off'),
  }),
  fc.record({
    what: fc.constant('restock' as const),
    sku: fc.constantFrom('spring-50', 'spring-100', 'white-1'),
    change: fc.constantFrom(-2, -1, 3, 6, 9),
  }),
  fc.record({
    what: fc.constant('wait' as const),
    ms: fc.constantFrom(minuteMs, 4 * minuteMs, 15 * minuteMs, dayMs, 3 * dayMs, 8 * dayMs),
  }),
)

/** Things that happen in a company, each to somebody, in any order and often at a bad moment. */
export const happening = fc.oneof(
  { weight: 5, arbitrary: ordering },
  { weight: 9, arbitrary: withOrder },
  { weight: 6, arbitrary: withCase },
  { weight: 2, arbitrary: elsewhere },
)
export type Happening = Drawn<typeof happening>

/** Makes it happen; what is refused is refused, and has to leave no trace. */
export async function happen(shop: Shop, event: Happening): Promise<void> {
  switch (event.what) {
    case 'order':
      return placeOrder(shop, event)
    case 'claim':
      await shop.send(event.who, 'loyalty.claimCoupon', { couponId: event.couponId })
      return
    case 'restock': {
      const { sku: skuId, change } = event
      await shop.send('clerk', 'console.moveStock', {
        skuId,
        move:
          change > 0
            ? { kind: 'in', reason: 'purchase', quantity: change }
            : { kind: 'out', reason: 'damage', quantity: -change },
        note: '',
      })
      return
    }
    case 'wait':
      shop.advance(event.ms)
      await shop.tick()
      return
    default:
      return 'isStockBack' in event ? moveCase(shop, event) : moveOrder(shop, event)
  }
}

async function placeOrder(shop: Shop, event: Drawn<typeof ordering>): Promise<void> {
  const { who, fulfilment, coupons, usePoints, useBalance, useCard } = event
  const groupId = shop.all<GroupDocument>('groups').find(({ state }) => state === 'open')?._id
  const isGroup = event.group !== 'none' && event.sku === 'spring-50'
  const wish = {
    source: { kind: 'sku', skuId: event.sku, quantity: isGroup ? 1 : event.pieces },
    fulfilment,
    coupons,
    usePoints,
    useBalance,
    giftcardIds: useCard ? [cardOf(who)] : [],
    ...(isGroup
      ? {
          group: {
            promotionId: groupBuyId,
            ...(event.group === 'join' && groupId !== undefined ? { groupId } : {}),
          },
        }
      : {}),
  }
  const { addresses } = await shop.call(who, 'member.listAddresses', {})
  const addressId = addresses[0]?.id
  const quote = await shop.send(who, 'order.quote', { ...wish, addressId })
  if (!quote.ok) return
  const { signature } = quote.data as { signature: string }
  const placed = await shop.send(who, 'order.place', { ...wish, addressId, signature })
  const { outTradeNo, isPaid } = (placed.data ?? {}) as { outTradeNo?: string; isPaid?: boolean }
  if (!outTradeNo || isPaid || !event.isPaid) return
  await shop.send(who, 'order.pay', { outTradeNo })
  if (shop.pay.payments.has(outTradeNo)) shop.pay.pay(outTradeNo, who)
  await shop.send(who, 'order.confirmPayment', { outTradeNo })
}

/** The states an order is mostly in when this happens to it. */
const aptStates: Partial<Record<Happening['what'], readonly OrderDocument['state'][]>> = {
  open: ['pendingPayment'],
  pay: ['pendingPayment', 'cancelled'],
  ship: ['paid'],
  shipOne: ['paid'],
  finish: ['paid'],
  makeReady: ['paid'],
  handOver: ['ready'],
  receive: ['shipped'],
  discount: ['pendingPayment'],
  changeAddress: ['paid'],
  request: ['shipped', 'completed'],
}

function isAptOrder(what: Happening['what'], { state, fulfilment }: OrderDocument): boolean {
  const isForPickup = what === 'makeReady' || what === 'handOver'
  return (aptStates[what]?.includes(state) ?? true) && (!isForPickup || fulfilment === 'pickup')
}

async function moveOrder(shop: Shop, event: Drawn<typeof withOrder>): Promise<void> {
  const orders = shop
    .all<OrderDocument>('orders')
    .filter((candidate) => !event.isApt || isAptOrder(event.what, candidate))
    .sort((a, b) => a.placedAt - b.placedAt)
  const order = orders.at(-1 - (event.age % Math.max(1, orders.length)))
  if (!order) return
  const { _id: orderId, outTradeNo, memberId } = order
  const isOpen = shop.pay.payments.get(outTradeNo)?.state === 'NOTPAY'
  const lines = [{ lineIndex: event.line, quantity: event.pieces }]
  switch (event.what) {
    case 'open':
      await shop.send(memberId, 'order.pay', { outTradeNo })
      return
    case 'pay':
      if (isOpen) shop.pay.pay(outTradeNo, memberId)
      return
    case 'forge':
      if (isOpen && event.fen > 2_000) shop.pay.pay(outTradeNo, 'mallory', 1)
      await shop.notify({ outTradeNo, resultCode: 'SUCCESS', totalFee: order.totalFen })
      return
    case 'callback':
      await Promise.all([shop.notify({ outTradeNo }), shop.notify({ outTradeNo })])
      return
    case 'ask':
      await shop.send(memberId, 'order.confirmPayment', { outTradeNo })
      return
    case 'cancel':
      await shop.send(memberId, 'order.cancel', { orderId, reason: 'other' })
      return
    case 'ship':
      await shop.send('packer', 'console.ship', { orderId, ...parcel })
      return
    case 'shipOne':
      await shop.send('packer', 'console.ship', { orderId, ...parcel, lines })
      return
    case 'finish':
      await shop.send('packer', 'console.finishShipping', { orderId })
      return
    case 'makeReady':
      await shop.send('packer', 'console.makeReady', { orderId })
      return
    case 'handOver':
      await shop.send('packer', 'console.handOver', { orderId, code: order.pickup?.code ?? '0000' })
      return
    case 'receive':
      await shop.send(memberId, 'order.confirmReceipt', { orderId })
      return
    case 'discount':
      await shop.send('manager', 'console.discountOrder', {
        orderId,
        discountFen: event.fen,
        reason: '老朋友',
      })
      return
    case 'changeAddress': {
      const addressId = await shop.address(memberId)
      await shop.send(memberId, 'order.changeAddress', { orderId, addressId })
      return
    }
    case 'request':
      await shop.send(memberId, 'care.requestAfterSale', {
        orderId,
        kind: event.kind,
        reason: event.reason,
        lines,
      })
  }
}

const aptCases: Partial<Record<Happening['what'], readonly AfterSaleDocument['state'][]>> = {
  withdraw: ['requested', 'returning', 'refused'],
  approve: ['requested'],
  refuse: ['requested', 'returnSent'],
  sendBack: ['returning'],
  acceptReturn: ['returnSent'],
  sendExchange: ['returnSent'],
  confirmExchange: ['exchanging'],
  appeal: ['refused'],
  decide: ['arbitration'],
}

function isAptCase(what: Happening['what'], { state, kind }: AfterSaleDocument): boolean {
  const isOfKind = what === 'acceptReturn' ? kind !== 'exchange' : true
  return (aptCases[what]?.includes(state) ?? true) && isOfKind
}

async function moveCase(shop: Shop, event: Drawn<typeof withCase>): Promise<void> {
  const cases = shop
    .all<AfterSaleDocument>('aftersales')
    .filter((candidate) => !event.isApt || isAptCase(event.what, candidate))
    .sort((a, b) => a.createdAt - b.createdAt)
  const found = cases.at(-1 - (event.age % Math.max(1, cases.length)))
  if (!found) return
  const { _id: afterSaleId, memberId } = found
  const { isStockBack } = event
  const both = (action: string, input: object) =>
    Promise.all([
      shop.send('clerk', action, { afterSaleId, ...input }),
      shop.send('manager', action, { afterSaleId, ...input }),
    ])
  switch (event.what) {
    case 'withdraw':
      await shop.send(memberId, 'care.withdrawAfterSale', { afterSaleId })
      return
    case 'approve':
      await both('console.approveAfterSale', { isStockBack })
      return
    case 'refuse':
      await shop.send('clerk', 'console.refuseAfterSale', { afterSaleId, answer: '不符合' })
      return
    case 'sendBack':
      await shop.send(memberId, 'care.sendBack', { afterSaleId, ...parcel })
      return
    case 'acceptReturn':
      await both('console.acceptReturn', { isStockBack })
      return
    case 'sendExchange':
      await both('console.sendExchange', { ...parcel, isStockBack })
      return
    case 'confirmExchange':
      await shop.send(memberId, 'care.confirmExchange', { afterSaleId })
      return
    case 'appeal':
      await shop.send(memberId, 'care.appealAfterSale', { afterSaleId, words: '请再看看' })
      return
    case 'decide':
      await shop.send('owner', 'console.decideAfterSale', {
        afterSaleId,
        decision: isStockBack ? 'refund' : 'return',
        answer: '同意',
        isStockBack,
      })
  }
}
