import { createClient, documents } from '../harness/client'
import type { Client } from '../harness/client'
import { buyTwo, newCustomer } from '../harness/shopping'
import type { Customer } from '../harness/shopping'
import type { Phone, PhoneLook, Stage } from './story'

/** A phone whose owner has an address already. */
export async function phoneOf(stage: Stage, user: string, look?: PhoneLook): Promise<Phone> {
  await newCustomer(stage.server.url, user)
  return stage.phone(user, look)
}

/** Agrees at the checkout and pays what WeChat Pay asks for. */
export async function pay(phone: Phone, paid = '付好了'): Promise<void> {
  await phone.onPage('packages/shop/checkout/checkout')
  await phone.find('.person')
  await phone.tap('.submit-button')
  await phone.tapWechat('确认付款')
  await phone.onPage('packages/shop/paid/paid')
  await phone.reads(paid, '.display')
}

/** An order of two items that was paid without a phone; its id. */
export async function placedBefore({ server }: Stage, customer: Customer): Promise<string> {
  const { orderId } = await buyTwo(server.url, customer)
  return orderId
}

/** All of an order is shipped and received. */
export async function arrive({ server }: Stage, customer: Client, orderId: string): Promise<void> {
  const parcel = { orderId, carrier: 'SF', trackingNumber: 'SF1029384756' } as const
  await createClient(server.url, 'staff').must('console.ship', parcel)
  await customer.must('order.confirmReceipt', { orderId })
}

/** Whom WeChat takes this person for. */
async function openidOf(stage: Stage, { user }: Phone): Promise<string> {
  const answer = await fetch(`${stage.server.url}/local/session?user=${user}`)
  return ((await answer.json()) as { openid: string }).openid
}

interface OrderFact {
  _id: string
  state: string
  totalFen: number
}

/** A customer's orders as they are kept; everybody's without a phone. */
export const ordersOf = async (stage: Stage, phone?: Phone): Promise<OrderFact[]> =>
  documents<OrderFact>(
    stage.server.url,
    'orders',
    phone && { memberId: await openidOf(stage, phone) },
  )
