import { yuan } from '../../../shared/domain/money'
import { shanghaiMinute } from '../../../shared/domain/shanghai-time'
import type { Localized } from '../../../shared/domain/localized'
import type { MessageFact } from '../../../shared/domain/message-kinds'
import type { CompanySettings } from '../documents/catalog'

type Facts = Partial<Record<MessageFact, string>>

/** What a message says: Chinese, as WeChat's templates are, and what of it is otherwise in English. */
export interface Told {
  facts: Facts
  english: Facts
}

/** What of an order is told in a message. */
export interface ToldOrder {
  number: string
  lines: readonly { name: Localized }[]
  /** Of all pieces. */
  count: number
  totalFen: number
}

/** A fact that has its words in both languages. */
const localized = (fact: MessageFact, { zh, en }: Localized): Told => ({
  facts: { [fact]: zh },
  english: { [fact]: en },
})

const together = (...parts: readonly Partial<Told>[]): Told => ({
  facts: Object.assign({}, ...parts.map(({ facts }) => facts)) as Facts,
  english: Object.assign({}, ...parts.map(({ english }) => english)) as Facts,
})

/** The goods of an order or a case: the first by its name, and how many pieces in all. */
export function toldGoods(lines: readonly { name: Localized }[], count: number): Told {
  const { zh, en } = lines[0]?.name ?? { zh: '', en: '' }
  return localized(
    'goods',
    lines.length === 1
      ? { zh: `${zh} ×${count}`, en: `${en} ×${count}` }
      : { zh: `${zh} 等 ${count} 件`, en: `${en} and more, ${count} in all` },
  )
}

/** What every message about an order can say. */
const orderFacts = ({ number, lines, count, totalFen }: ToldOrder): Told =>
  together({ facts: { number, total: `¥${yuan(totalFen)}` } }, toldGoods(lines, count))

export const paidFacts = (order: ToldOrder, paidAt: number): Told =>
  together(orderFacts(order), {
    facts: { paidAt: shanghaiMinute(paidAt), hint: '点开看订单进度' },
  })

export const shippedFacts = (
  order: ToldOrder,
  {
    carrier,
    trackingNumber,
    shippedAt,
  }: {
    carrier?: string
    trackingNumber: string
    shippedAt: number
  },
  { carriers }: Pick<CompanySettings, 'carriers'>,
): Told =>
  together(
    orderFacts(order),
    localized(
      'carrier',
      carrier === undefined
        ? { zh: '专人送达', en: 'Courier' }
        : (carriers.find(({ id }) => id === carrier)?.name ?? { zh: carrier, en: carrier }),
    ),
    {
      facts: { trackingNumber, shippedAt: shanghaiMinute(shippedAt), hint: '点开看包裹到哪了' },
    },
  )

/** What the customer needs to know to come and get it. */
export const readyFacts = (order: ToldOrder, store: Localized, pickupCode: string): Told =>
  together(orderFacts(order), localized('store', store), {
    facts: { pickupCode, hint: '到店报取货码就能拿' },
  })

/** The total is what the invoice is about. */
export const invoiceFacts = (order: ToldOrder, issuedAt: number): Told =>
  together(orderFacts(order), {
    facts: { changedAt: shanghaiMinute(issuedAt), hint: '点开就能查看和转发' },
  })
