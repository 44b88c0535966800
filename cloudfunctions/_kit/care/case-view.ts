import type {
  AfterSaleAction,
  AfterSaleCard,
  AfterSaleDetail,
  CareLine,
  CareParcel,
} from '../../../shared/contract/care'
import type { Carrier } from '../../../shared/contract/carriers'
import type { Language } from '../../../shared/contract/define'
import { nextAfterSaleState, overdueAfterSaleEvent } from '../../../shared/domain/after-sale'
import type { AfterSaleTransition } from '../../../shared/domain/after-sale'
import { inLanguage } from '../../../shared/domain/localized'
import type { CompanySettings } from '../documents/catalog'
import type { AfterSaleDocument, AfterSaleLine } from '../documents/care'

const toCareLine = (line: AfterSaleLine, language: Language): CareLine => ({
  lineIndex: line.lineIndex,
  skuId: line.skuId,
  productId: line.productId,
  name: inLanguage(line.name, language),
  options: inLanguage(line.optionWords, language),
  picture: line.picture,
  quantity: line.quantity,
})

const isDue = ({ kind, state, returnParcel }: AfterSaleDocument) =>
  overdueAfterSaleEvent({ kind, state, hasReturned: returnParcel !== undefined }) !== undefined

export const toCaseCard = (kase: AfterSaleDocument, language: Language): AfterSaleCard => ({
  id: kase._id,
  number: kase.number,
  orderId: kase.orderId,
  orderNumber: kase.orderNumber,
  kind: kase.kind,
  state: kase.state,
  lines: kase.lines.map((line) => toCareLine(line, language)),
  refundFen: kase.refundFen,
  ...(isDue(kase) ? { dueAt: kase.dueAt } : {}),
  createdAt: kase.createdAt,
})

const memberEvents = [
  ['receiveExchange', 'confirmExchange'],
  ['sendBack', 'sendBack'],
  ['appeal', 'appeal'],
  ['withdraw', 'withdraw'],
] as const satisfies readonly (readonly [AfterSaleTransition, AfterSaleAction])[]

const carrierName = (settings: CompanySettings, id: string, language: Language): string => {
  const carrier = settings.carriers.find((known) => known.id === id)
  return carrier ? inLanguage(carrier.name, language) : id
}

/** Where goods are sent back to: the first store that is on. */
function returnToOf(settings: CompanySettings, language: Language) {
  const store = settings.stores.find(({ isOn }) => isOn)
  return store
    ? {
        name: inLanguage(store.name, language),
        phone: store.phone,
        place: inLanguage(store.address, language),
      }
    : {
        name: inLanguage(settings.name, language),
        phone: '',
        place: inLanguage(settings.delivery.from, language),
      }
}

/** What a case shows to its customer and to staff alike. */
export function toCaseDetail(
  kase: AfterSaleDocument,
  settings: CompanySettings,
  language: Language,
): AfterSaleDetail {
  const toParcel = (parcel: { carrier: string; trackingNumber: string; sentAt: number }) => ({
    ...parcel,
    carrier: carrierName(settings, parcel.carrier, language),
  })
  const parcels: { returnParcel?: CareParcel; exchangeParcel?: CareParcel } = {
    ...(kase.returnParcel ? { returnParcel: toParcel(kase.returnParcel) } : {}),
    ...(kase.exchangeParcel ? { exchangeParcel: toParcel(kase.exchangeParcel) } : {}),
  }
  return {
    ...toCaseCard(kase, language),
    reason: kase.reason,
    description: kase.description,
    pictures: kase.pictures,
    points: kase.refundPoints,
    ...parcels,
    ...(kase.answer ? { answer: kase.answer } : {}),
    timeline: kase.timeline.map(({ at, event, by, note }) => ({
      at,
      event,
      by,
      ...(note ? { note } : {}),
    })),
    actions: memberEvents.flatMap(([event, action]) =>
      nextAfterSaleState(kase, event, 'member') === undefined ? [] : [action],
    ),
    carriers: settings.carriers.map(({ id, name }): { id: Carrier; name: string } => ({
      id,
      name: inLanguage(name, language),
    })),
    returnTo: returnToOf(settings, language),
  }
}
