import fs from 'node:fs'
import type { OrderDocument } from '../../cloudfunctions/_kit/documents/order'
import type { LocalCloud } from '../../local/cloud/local-cloud'
import { startYidian } from '../../scripts/start/start-yidian'
import { orderWords } from '../../shared/domain/order-words'
import type { OrderState } from '../../shared/domain/order-state'
import { createClient } from '../harness/client'
import type { Client } from '../harness/client'
import { temporaryFolder } from '../harness/server'
import { percentile, round } from './measure'

export interface OrdersListLoad {
  orders: number
  firstPageP50Ms: number
  /** Page 200 of all, reached by cursors. */
  page200P50Ms: number
  tabP50Ms: number
  searchP50Ms: number
  scans: number
}

type Stored = Parameters<LocalCloud['database']['load']>[1][number]

const member = 'oldest-customer'
const rounds = 30
const farPage = 200
const names = [
  { zh: '云山雾尖', en: 'Mist Tips' },
  { zh: '古树白茶', en: 'Old Tree White' },
  { zh: '马克杯', en: 'Mug' },
]
const states: readonly OrderState[] = ['completed', 'completed', 'shipped', 'paid', 'cancelled']

/** The order list of a customer with very many orders, as the phone asks for it. */
export async function measureOrdersList(orders = 5_000): Promise<OrdersListLoad> {
  const dataDirectory = temporaryFolder()
  const scans: string[] = []
  const log = (line: string) => {
    if (line.startsWith('no index')) scans.push(line)
    else console.error(line)
  }
  const yidian = await startYidian({ port: 0, dataDirectory, log })
  try {
    const client = createClient(yidian.url, member)
    await client.must('member.getMe', {})
    loadOrders(yidian.cloud, await memberIdOf(yidian.cloud, client), orders)
    const cursor = await cursorOfPage(client, Math.min(farPage, Math.floor(orders / 10)))
    const all = { tab: 'all' } as const
    const load: OrdersListLoad = {
      orders,
      firstPageP50Ms: await p50(() => client.must('order.list', all)),
      page200P50Ms: await p50(() => client.must('order.list', { ...all, cursor })),
      tabP50Ms: await p50(() => client.must('order.list', { tab: 'toShip' })),
      searchP50Ms: await p50(() => client.must('order.search', { query: '白茶' })),
      scans: scans.length,
    }
    if (scans.length > 0) throw new Error(`A list went without an index.\n${scans[0]}`)
    return load
  } finally {
    await yidian.stop()
    fs.rmSync(dataDirectory, { recursive: true, force: true })
  }
}

async function p50(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < rounds; count += 1) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return round(percentile(times, 0.5))
}

async function cursorOfPage(client: Client, page: number): Promise<string> {
  let cursor: string | undefined
  for (let count = 1; count < page; count += 1)
    ({ cursor } = await client.must('order.list', { tab: 'all', ...(cursor ? { cursor } : {}) }))
  if (cursor === undefined) throw new Error(`there is no page ${page}`)
  return cursor
}

/** The local cloud gives each user an openid; an order that is placed has it. */
async function memberIdOf({ database }: LocalCloud, client: Client): Promise<string> {
  const { address } = await client.must('member.saveAddress', {
    name: '何女士',
    phone: '13800000027',
    province: '云南省',
    city: '大理州',
    district: '云山县',
    street: '松树坡路 12 号',
  })
  const books = database.list('addresses', { limit: 1000 }) as unknown as {
    _id: string
    addresses: { id: string }[]
  }[]
  const own = books.find(({ addresses }) => addresses.some(({ id }) => id === address.id))
  if (!own) throw new Error('the address was not kept')
  return own._id
}

function loadOrders({ database }: LocalCloud, memberId: string, count: number): void {
  const newest = Date.now()
  database.load(
    'orders',
    Array.from(
      { length: count },
      (_, index) =>
        // As it is stored: fields without a value are not there.
        JSON.parse(
          JSON.stringify(benchOrder(index, memberId, newest - index * 3_600_000)),
        ) as Stored,
    ),
  )
}

function benchOrder(index: number, memberId: string, placedAt: number): OrderDocument {
  const number = `Y250101-${String(index)
    .padStart(8, '0')
    .replace(/(\d{4})/, '$1-')}`
  const lines = names.slice(0, 1 + (index % names.length)).map((name, at) => ({
    skuId: `sku-${at}`,
    productId: `product-${at}`,
    name,
    optionWords: { zh: '50 克，罐装', en: '50 g, tin' },
    picture: 'cloud://bench/tea.webp',
    plate: 'tea' as const,
    priceFen: 5800,
    quantity: 1,
    amountFen: 5800,
    payableFen: 5800,
    points: 0,
    shipped: 0,
    refunded: 0,
  }))
  const totalFen = 5800 * lines.length
  return {
    _id: `bench-${String(index).padStart(6, '0')}`,
    number,
    outTradeNo: `YBENCH${index}`,
    memberId,
    state: states[index % states.length]!,
    lines,
    skuIds: lines.map(({ skuId }) => skuId),
    count: lines.length,
    goodsFen: totalFen,
    adjustments: [],
    deliveryFen: 0,
    totalFen,
    means: { wechatFen: totalFen, balanceFen: 0, giftcards: [] },
    points: 0,
    couponIds: [],
    refundedFen: 0,
    fulfilment: 'carrier',
    address: {
      id: 'a',
      name: '何女士',
      phone: '13800000027',
      province: '云南省',
      city: '大理州',
      district: '云山县',
      street: '松树坡路 12 号',
      isDefault: true,
    },
    note: '',
    giftNote: '',
    placedAt,
    expiresAt: placedAt + 900_000,
    dueAt: placedAt + 10 * 365 * 86_400_000,
    paidAt: placedAt,
    parcels: [],
    timeline: [
      { at: placedAt, event: 'place', by: 'member' },
      { at: placedAt, event: 'pay', by: 'system' },
    ],
    lookup: [number],
    words: orderWords({ number, lines }),
  }
}
