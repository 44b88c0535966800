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

/** A member's orders in some states, the newest first; unpaid ones only while they are held. */
export const pageOrdersInState = (
  memberId: string,
  states: readonly OrderState[],
  now: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page(
    {
      index: 'memberState',
      where: {
        memberId,
        state: states.length === 1 ? states[0]! : command.in(states),
        ...(states.includes('pendingPayment') ? { expiresAt: command.gt(now) } : {}),
      },
      order: newestFirst,
      limit,
    },
    cursor,
  )

/** A member's orders that have all of these words, the newest first; the rarest word first. */
export const pageOrdersWithWords = (
  memberId: string,
  words: readonly string[],
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page(
    {
      index: 'memberWords',
      where: command.and({ memberId }, ...words.map((word) => ({ words: word }))),
      order: newestFirst,
      limit,
    },
    cursor,
  )

const mostLooked = 50

/** Whether a member has ever paid for an order with this word, of the newest fifty that have it. */
export async function hasBought(memberId: string, word: string): Promise<boolean> {
  const orders = await db.orders.find({
    index: 'memberWords',
    where: { memberId, words: word },
    order: newestFirst,
    only: ['paidAt'],
    limit: mostLooked,
  })
  return orders.some(({ paidAt }) => paidAt !== undefined)
}

const runningStates = [
  'pendingPayment',
  'grouping',
  'paid',
  'ready',
  'shipped',
] as const satisfies OrderState[]

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
export const pageDueOrders = (
  state: OrderState,
  now: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<Pick<OrderDocument, '_id' | 'outTradeNo' | 'dueAt'>>> =>
  db.orders.page(
    {
      index: 'stateDue',
      where: { state, dueAt: command.lte(now) },
      order: [
        ['dueAt', 1],
        ['_id', 1],
      ],
      only: ['outTradeNo', 'dueAt'],
      limit,
    },
    cursor,
  )

const keptStates = [
  'grouping',
  'paid',
  'ready',
  'shipped',
  'completed',
] as const satisfies OrderState[]

/** Whether a member has an order that is paid and was not refunded as a whole. */
export async function hasPaidOrder(memberId: string): Promise<boolean> {
  const orders = await db.orders.find({
    index: 'memberState',
    where: { memberId, state: command.in(keptStates) },
    only: ['state'],
    limit: 1,
  })
  return orders.length > 0
}
