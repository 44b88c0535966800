import type { OrderState } from '../../../shared/domain/order-state'
import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { OrderDocument } from '../documents/order'

const newestFirst = [
  ['placedAt', -1],
  ['_id', -1],
] as const

/** A member's orders, the newest first. */
export const pageOrders = (
  memberId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page({ index: 'memberPlaced', where: { memberId }, order: newestFirst, limit }, cursor)

/** A member's orders in one state, the newest first; unpaid ones only while they are held. */
export const pageOrdersInState = (
  memberId: string,
  state: OrderState,
  now: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page(
    {
      index: 'memberState',
      where:
        state === 'pendingPayment'
          ? { memberId, state, expiresAt: command.gt(now) }
          : { memberId, state },
      order: newestFirst,
      limit,
    },
    cursor,
  )

const runningStates = ['pendingPayment', 'paid', 'shipped'] as const satisfies OrderState[]

/** A member's orders that are not over, the newest first, at most 100. */
export async function listRunningOrders(
  memberId: string,
  now: number,
  only?: readonly (keyof OrderDocument)[],
): Promise<OrderDocument[]> {
  const orders = await db.orders.find({
    index: 'memberState',
    where: { memberId, state: command.in(runningStates) },
    order: newestFirst,
    limit: 100,
    ...(only ? { only } : {}),
  })
  return orders.filter(({ state, expiresAt }) => state !== 'pendingPayment' || expiresAt > now)
}

/** Ids of unpaid orders whose time ran out and that hold one of these SKUs. */
export async function listExpiredHolders(
  skuIds: readonly string[],
  now: number,
  limit: number,
): Promise<string[]> {
  const orders = await db.orders.find({
    index: 'stateDue',
    where: {
      state: 'pendingPayment',
      dueAt: command.lte(now),
      skuIds: command.in(skuIds),
    },
    order: [
      ['dueAt', 1],
      ['_id', 1],
    ],
    only: ['state'],
    limit,
  })
  return orders.map(({ _id }) => _id)
}

/** Orders in a state whose deadline has come, the longest overdue first. */
export const listDueOrders = (
  state: OrderState,
  now: number,
  limit: number,
): Promise<Pick<OrderDocument, '_id' | 'outTradeNo'>[]> =>
  db.orders.find({
    index: 'stateDue',
    where: { state, dueAt: command.lte(now) },
    order: [
      ['dueAt', 1],
      ['_id', 1],
    ],
    only: ['outTradeNo'],
    limit,
  })
