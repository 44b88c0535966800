import { expect } from '@jest/globals'
import type { AfterSaleDocument } from '../../../cloudfunctions/_kit/documents/care'
import type {
  AccountDocument,
  LedgerEntryDocument,
} from '../../../cloudfunctions/_kit/documents/ledger'
import type {
  CouponDocument,
  GroupDocument,
  MemberCouponDocument,
} from '../../../cloudfunctions/_kit/documents/loyalty'
import type {
  OrderDocument,
  PaymentDocument,
  RefundDocument,
} from '../../../cloudfunctions/_kit/documents/order'
import type { StockMoveDocument } from '../../../cloudfunctions/_kit/documents/staff'
import { skus } from '../catalogue'
import type { Shop } from '../shop'

/** States in which an order has its goods, and those in which it has the customer's money. */
const hasGoods = new Set<OrderDocument['state']>([
  'pendingPayment',
  'grouping',
  'paid',
  'ready',
  'shipped',
  'completed',
])
const hasMoney = new Set<OrderDocument['state']>([
  'grouping',
  'paid',
  'ready',
  'shipped',
  'completed',
])

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** Everything that has to hold at every moment, whatever has happened. */
export function checkBooks(shop: Shop): void {
  const orders = shop.all<OrderDocument>('orders')
  const refunds = shop.all<RefundDocument>('refunds')
  checkStock(shop, orders)
  checkAccounts(shop)
  checkCoupons(shop, orders)
  checkGroups(shop)
  for (const order of orders)
    checkOrder(
      shop,
      order,
      refunds.filter(({ orderId }) => orderId === order._id),
    )
}

/** Pieces are on the shelf, with an order, or came back broken; none appears or disappears. */
function checkStock(shop: Shop, orders: readonly OrderDocument[]): void {
  const moves = shop.all<StockMoveDocument>('stockmoves')
  const exchanged = shop
    .all<AfterSaleDocument>('aftersales')
    .filter(({ kind }) => kind === 'exchange')
    .flatMap(({ lines }) => lines)
  for (const { _id, stock } of skus) {
    const onShelf = shop.stockOf(_id)
    const there = stock + sum(moves.filter(({ skuId }) => skuId === _id).map((move) => move.change))
    const lines = orders
      .filter(({ state }) => hasGoods.has(state))
      .flatMap((order) => order.lines)
      .filter(({ skuId }) => skuId === _id)
    const kept = sum(lines.map(({ quantity, refunded }) => quantity - refunded))
    const gone = sum(lines.map(({ refunded }) => refunded))
    const refundedOrders = sum(
      orders
        .filter(({ state }) => state === 'refunding' || state === 'refunded')
        .flatMap((order) => order.lines)
        .filter(({ skuId }) => skuId === _id)
        .map(({ quantity }) => quantity),
    )
    const sentAgain = sum(
      exchanged.filter(({ skuId }) => skuId === _id).map((line) => line.quantity),
    )
    expect(onShelf).toBeGreaterThanOrEqual(0)
    expect(onShelf + kept).toBeLessThanOrEqual(there)
    // What was refunded or exchanged may be for sale again or not: staff say so.
    expect(onShelf + kept + gone + refundedOrders + sentAgain).toBeGreaterThanOrEqual(there)
  }
}

/** Every account is the sum of its entries, and no entry ever left it below zero. */
function checkAccounts(shop: Shop): void {
  const entries = shop.all<LedgerEntryDocument>('ledger')
  for (const { _id, amount } of shop.all<AccountDocument>('accounts')) {
    const own = entries.filter(({ accountId }) => accountId === _id)
    expect(sum(own.map(({ change }) => change))).toBe(amount)
    for (const { after } of own) expect(after).toBeGreaterThanOrEqual(0)
  }
}

/** A coupon is with one order at most, and no more are out than there were. */
function checkCoupons(shop: Shop, orders: readonly OrderDocument[]): void {
  const live = orders.filter(({ state }) => hasGoods.has(state))
  for (const own of shop.all<MemberCouponDocument>('membercoupons')) {
    const users = live.filter(({ couponIds }) => couponIds.includes(own._id))
    expect(users.length).toBeLessThanOrEqual(1)
    if (users[0])
      expect(own).toMatchObject({
        state: users[0].state === 'pendingPayment' ? 'held' : 'used',
        orderId: users[0]._id,
      })
    else if (own.state === 'held') throw new Error(`nobody holds ${own._id}`)
  }
  for (const { _id, left, issued } of shop.all<CouponDocument>('coupons')) {
    expect(left).toBeGreaterThanOrEqual(0)
    // One that was given away is the friend's now, and counted there.
    const out = shop
      .all<MemberCouponDocument>('membercoupons')
      .filter(({ couponId, state }) => couponId === _id && state !== 'given')
    expect(out.length).toBe(issued)
  }
}

function checkGroups(shop: Shop): void {
  for (const { members, size, state } of shop.all<GroupDocument>('groups')) {
    const paid = members.filter(({ isPaid }) => isPaid).length
    expect(members.length).toBeLessThanOrEqual(size)
    if (state === 'complete') expect(paid).toBe(size)
  }
}

/** The parts of an order sum to its total, and what went back to what was booked. */
function checkOrder(shop: Shop, order: OrderDocument, refunds: readonly RefundDocument[]): void {
  const { lines, means, deliveryFen, totalFen, refundedFen, state } = order
  const payment = shop.one<PaymentDocument>('payments', order.outTradeNo)
  expect(sum(lines.map(({ payableFen }) => payableFen)) + deliveryFen).toBe(totalFen)
  const cards = sum(means.giftcards.map(({ fen }) => fen))
  expect(means.wechatFen + means.balanceFen + cards).toBe(totalFen)
  expect(payment.totalFen).toBe(means.wechatFen)
  expect(sum(lines.map(({ points }) => points))).toBe(order.points)
  for (const line of lines) {
    expect(line.payableFen).toBeGreaterThanOrEqual(0)
    expect(line.refunded).toBeLessThanOrEqual(line.quantity)
    // What was given back before it left never leaves.
    expect(line.shipped + (line.refundedUnsent ?? 0)).toBeLessThanOrEqual(line.quantity)
    expect(line.refundedUnsent ?? 0).toBeLessThanOrEqual(line.refunded)
  }
  expect(sum(refunds.map(({ refundFen }) => refundFen))).toBe(refundedFen)
  expect(refundedFen).toBeLessThanOrEqual(totalFen)
  expect(sum(refunds.map(({ wechatFen }) => wechatFen))).toBeLessThanOrEqual(means.wechatFen)
  expect(refunds.length).toBeLessThanOrEqual(50)
  const known = shop.pay.payments.get(order.outTradeNo)
  // Nothing is kept or given back that WeChat Pay does not have from this very customer.
  if (means.wechatFen > 0 && (hasMoney.has(state) || refunds.length > 0))
    expect(known).toMatchObject({
      state: 'SUCCESS',
      payer: order.memberId,
      totalFee: means.wechatFen,
    })
  if (state === 'refunding' || state === 'refunded') expect(refunds.length).toBeGreaterThan(0)
}
