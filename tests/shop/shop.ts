import { jest } from '@jest/globals'
import { main as care } from '../../cloudfunctions/care'
import { main as catalog } from '../../cloudfunctions/catalog'
import { main as staffConsole } from '../../cloudfunctions/console'
import { main as loyalty } from '../../cloudfunctions/loyalty'
import { main as member } from '../../cloudfunctions/member'
import { main as order } from '../../cloudfunctions/order'
import { main as paynotify } from '../../cloudfunctions/paynotify'
import { main as push } from '../../cloudfunctions/push'
import { main as tick } from '../../cloudfunctions/tick'
import { rawDatabase } from '../../cloudfunctions/_kit/cloud'
import { collections } from '../../cloudfunctions/_kit/collections'
import type { SkuDocument } from '../../cloudfunctions/_kit/documents/catalog'
import type { StaffDocument } from '../../cloudfunctions/_kit/documents/member'
import type { ActionName, AppContract } from '../../shared/contract'
import type { Failure, InputOf, Language, OutputOf } from '../../shared/contract/define'
import { fakeCloud } from '../fakes/wx-server-sdk'
import {
  categories,
  layouts,
  products,
  searchentries,
  searchwords,
  settings,
  skus,
} from './catalogue'
import { FakePay } from './fake-pay'

const functions = { catalog, order, member, loyalty, care, console: staffConsole }

type Wire = { ok: boolean; data?: unknown; error?: unknown; requestId: string }

/** How a call differs from the usual one. */
export interface CallOptions {
  once?: string
  language?: Language
}

const dayMs = 86_400_000

/** One member of staff a role, known by its name. */
const staff = (['owner', 'manager', 'clerk', 'packer', 'service'] as const).map(
  (role): StaffDocument => ({ _id: role, name: role, roles: [role], joinedAt: 0 }),
)
let openings = 0
let keys = 0

/** A shop of its own on the fake cloud: one morning at nine, in Shanghai. */
export class Shop {
  readonly pay: FakePay
  /** What the functions logged as errors. */
  readonly errors: string[] = []

  constructor() {
    jest.spyOn(console, 'info').mockReturnValue()
    jest.spyOn(console, 'warn').mockReturnValue()
    jest.spyOn(console, 'error').mockImplementation((line) => void this.errors.push(String(line)))
    fakeCloud.reset()
    fakeCloud.schema(
      Object.fromEntries(
        collections.map(({ name, indexes }) => [
          name,
          indexes.map((index) => ({ ...index, keys: [...index.keys] })),
        ]),
      ),
    )
    process.env.SUB_MCH_ID = '1900000001'
    // Another day each time, so that nothing kept in memory outlives its shop.
    openings += 1
    this.setNow(Date.UTC(2026, 2, 21, 1) + openings * dayMs)
    this.put('settings', [settings])
    this.put('categories', categories)
    this.put('layouts', layouts)
    this.put('products', products)
    this.put('skus', skus)
    this.put('searchentries', searchentries)
    this.put('searchwords', searchwords)
    this.put('staff', staff)
    this.pay = new FakePay()
  }

  setNow(at: number): void {
    jest.spyOn(Date, 'now').mockReturnValue(at)
  }

  advance(ms: number): void {
    this.setNow(Date.now() + ms)
  }

  /** Adds documents as they are. */
  put<T extends { _id: string }>(collection: string, documents: readonly T[]): void {
    fakeCloud.database.load(
      collection,
      documents.map((document) => JSON.parse(JSON.stringify(document)) as never),
    )
  }

  /** All documents of a collection. */
  all<T>(collection: string): T[] {
    return fakeCloud.database.list(collection, { limit: 1000 }) as unknown as T[]
  }

  /** One document. */
  one<T>(collection: string, id: string): T {
    const found = this.all<T & { _id: string }>(collection).find(({ _id }) => _id === id)
    if (!found) throw new Error(`${collection} has no ${id}`)
    return found
  }

  /** Changes an SKU behind the functions' back. */
  async changeSku(skuId: string, change: Partial<SkuDocument>): Promise<void> {
    await rawDatabase.collection('skus').doc(skuId).update({ data: change })
  }

  stockOf(skuId: string): number {
    return this.one<{ stock: number }>('skus', skuId).stock
  }

  /** Calls an action as this member's phone does; undefined is a visitor without identity. */
  async send(
    user: string | undefined,
    action: string,
    input: unknown,
    { once, language }: CallOptions = {},
  ): Promise<Wire> {
    fakeCloud.as(user)
    const main = functions[action.split('.')[0] as keyof typeof functions]
    keys += 1
    return (await main({
      action,
      input,
      once: once ?? `once-key-${keys}`,
      ...(language ? { language } : {}),
    })) as Wire
  }

  /** The data of an action that succeeds. */
  async call<A extends ActionName>(
    user: string | undefined,
    action: A,
    input: InputOf<AppContract[A]>,
    options?: CallOptions,
  ): Promise<OutputOf<AppContract[A]>> {
    const reply = await this.send(user, action, input, options)
    if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
    return reply.data as OutputOf<AppContract[A]>
  }

  /** The error of an action that is refused. */
  async refusal<A extends ActionName>(
    user: string | undefined,
    action: A,
    input: InputOf<AppContract[A]>,
    options?: CallOptions,
  ): Promise<Failure<AppContract[A]>> {
    const reply = await this.send(user, action, input, options)
    if (reply.ok) throw new Error(`${action} was not refused: ${JSON.stringify(reply.data)}`)
    return reply.error as Failure<AppContract[A]>
  }

  /** WeChat Pay's callback. */
  async notify(event: Record<string, unknown>): Promise<unknown> {
    fakeCloud.setContext({ source: 'wx_paycallback' })
    return paynotify(event)
  }

  /** A message that WeChat pushes, with the openid of whom it is about and no source. */
  async push(message: Record<string, unknown>): Promise<unknown> {
    fakeCloud.setContext({ openid: 'anna' })
    return push(message)
  }

  /** The timer. */
  async tick(): Promise<unknown> {
    fakeCloud.setContext({ source: 'wx_trigger' })
    return tick({ Type: 'Timer' })
  }

  /** An address of the member's. */
  async address(user: string): Promise<string> {
    const { address } = await this.call(user, 'member.saveAddress', {
      name: '何女士',
      phone: '13800000027',
      province: '云南省',
      city: '大理州',
      district: '云山县',
      street: '松树坡路 12 号',
    })
    return address.id
  }

  /** An order of one SKU, not paid yet. */
  async order(user: string, skuId: string, quantity = 1) {
    const addressId = await this.address(user)
    const source = { kind: 'sku', skuId, quantity } as const
    const { signature } = await this.call(user, 'order.quote', { source, addressId })
    return this.call(user, 'order.place', { source, addressId, signature })
  }

  /** An order of one SKU, paid and confirmed. */
  async paidOrder(user: string, skuId: string, quantity = 1) {
    const placed = await this.order(user, skuId, quantity)
    const { outTradeNo } = placed
    await this.call(user, 'order.pay', { outTradeNo })
    this.pay.pay(outTradeNo, user)
    await this.call(user, 'order.confirmPayment', { outTradeNo })
    return placed
  }
}

/** The calls that went to the database while `work` ran, by their names without `database.`. */
export async function roundTrips(work: () => Promise<unknown>): Promise<string[]> {
  const trips: string[] = []
  const wire = fakeCloud.wire.bind(fakeCloud)
  const spy = jest.spyOn(fakeCloud, 'wire').mockImplementation((action, request) => {
    trips.push(action.replace('database.', ''))
    return wire(action, request)
  })
  try {
    await work()
  } finally {
    spy.mockRestore()
  }
  return trips
}
