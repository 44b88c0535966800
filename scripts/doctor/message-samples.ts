import { caseFacts, caseNews } from '../../cloudfunctions/_kit/care/case-news'
import type { ToldCase } from '../../cloudfunctions/_kit/care/case-news'
import { alertFacts } from '../../cloudfunctions/_kit/health/alert-facts'
import {
  invoiceFacts,
  paidFacts,
  readyFacts,
  shippedFacts,
} from '../../cloudfunctions/_kit/orders/message-facts'
import type { ToldOrder } from '../../cloudfunctions/_kit/orders/message-facts'
import { alertKinds } from '../../shared/contract/console-health'
import { carriers } from '../../shared/contract/carriers'
import type { AfterSaleMessage, MessageKind } from '../../shared/domain/message-kinds'
import type { MessageFact } from '../../shared/domain/message-kinds'
import { messages } from '../../shared/messages/messages'

type Facts = Partial<Record<MessageFact, string>>

const at = Date.UTC(2026, 10, 22, 2, 30)
const tea = { name: { zh: '明前龙井', en: 'Longjing tea' } }
const orders: readonly ToldOrder[] = [
  { number: '202611220001ABCD', lines: [tea], count: 1, totalFen: 12_800 },
  { number: '202611229999WXYZ', lines: [tea, tea], count: 12, totalFen: 10_000_000 },
]
const store = { zh: '湖滨店', en: 'Lakeside' }
const texts = messages['zh-CN'].shipping
const named = carriers.map((id) => ({ id, name: { zh: texts[`carrier${id}`], en: id } }))

const kase: ToldCase = {
  number: '2611220001AB',
  refundFen: 12_800,
  lines: [{ ...tea, quantity: 2 }],
}

const afterSaleFacts = (kind: AfterSaleMessage): Facts[] =>
  Object.values(caseNews)
    .filter(({ message }) => message === kind)
    .map((news) => caseFacts(kase, news, at).facts)

/** What messages of each kind really say, made by the code that makes them. */
export const messageSamples: Readonly<Record<MessageKind, readonly Facts[]>> = {
  orderPaid: orders.map((order) => paidFacts(order, at).facts),
  orderShipped: orders.flatMap((order) => [
    ...carriers.map(
      (carrier) =>
        shippedFacts(
          order,
          { carrier, trackingNumber: 'SF1234567890123', shippedAt: at },
          { carriers: named },
        ).facts,
    ),
    shippedFacts(order, { trackingNumber: '13800000027', shippedAt: at }, { carriers: named })
      .facts,
  ]),
  orderReady: orders.map((order) => readyFacts(order, store, '831204').facts),
  afterSaleAnswered: afterSaleFacts('afterSaleAnswered'),
  afterSaleRefunded: afterSaleFacts('afterSaleRefunded'),
  invoiceIssued: orders.map((order) => invoiceFacts(order, at).facts),
  alert: alertKinds.map((problem) => alertFacts(problem, 3, at)),
}
