import type { FreightForm } from '../../../../shared/contract/freight'
import type { FreightRow } from '../../../../shared/contract/console-goods'
import { freightOf } from '../../../../shared/domain/freight'
import type { FreightTemplate, FreightZone } from '../../../../shared/domain/freight'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { fenOf, wholeOf, yuanField } from '../money-field'
import { shortProvince } from './provinces'

type Texts = MessageTexts['freight']

/** A zone as it is typed; the last one has no provinces and is everywhere else. */
export interface ZoneFields {
  provinces: string[]
  provinceText: string
  firstGrams: string
  firstYuan: string
  stepGrams: string
  stepYuan: string
  freeYuan: string
  isExcluded: boolean
}

const listed = (provinces: readonly string[]) => provinces.map(shortProvince).join('、')

/** Provinces with the words for them. */
export const withProvinces = (zone: ZoneFields, provinces: string[]): ZoneFields => ({
  ...zone,
  provinces,
  provinceText: listed(provinces),
})

export const blankZone = (): ZoneFields => ({
  provinces: [],
  provinceText: '',
  firstGrams: '1000',
  firstYuan: '',
  stepGrams: '1000',
  stepYuan: '',
  freeYuan: '',
  isExcluded: false,
})

/** Zones as they can be typed on: the one for everywhere else at the end. */
export const toFields = (zones: readonly FreightZone[]): ZoneFields[] =>
  [...zones]
    .sort((a, b) => Number(a.provinces.length === 0) - Number(b.provinces.length === 0))
    .map((zone) => ({
      provinces: zone.provinces,
      provinceText: listed(zone.provinces),
      firstGrams: String(zone.firstGrams),
      firstYuan: yuanField(zone.firstFen),
      stepGrams: String(zone.stepGrams),
      stepYuan: yuanField(zone.stepFen),
      freeYuan: yuanField(zone.freeFromFen),
      isExcluded: zone.isExcluded === true,
    }))

/** Money from nothing up: freight may be free. */
const feeOf = (typed: string): number | undefined =>
  /^0(?:\.0{1,2})?$/.test(typed.trim()) ? 0 : fenOf(typed)

function zoneOf(fields: ZoneFields): FreightZone | undefined {
  const { provinces, isExcluded } = fields
  // Where nothing is delivered, what it would cost does not matter.
  if (isExcluded)
    return { provinces, firstGrams: 1000, firstFen: 0, stepGrams: 1000, stepFen: 0, isExcluded }
  const firstGrams = wholeOf(fields.firstGrams)
  const firstFen = feeOf(fields.firstYuan)
  const stepGrams = wholeOf(fields.stepGrams)
  const stepFen = feeOf(fields.stepYuan)
  const freeFromFen = fields.freeYuan === '' ? undefined : fenOf(fields.freeYuan)
  if (!firstGrams || firstFen === undefined || !stepGrams || stepFen === undefined) return undefined
  if (fields.freeYuan !== '' && freeFromFen === undefined) return undefined
  const zone = { provinces, firstGrams, firstFen, stepGrams, stepFen }
  return freeFromFen === undefined ? zone : { ...zone, freeFromFen }
}

/** The template as it is sent, or what is wrong with it. */
export function toFreightForm(
  name: string,
  fields: readonly ZoneFields[],
  t: Texts,
): { form: FreightForm } | { problem: string } {
  const zones = fields.flatMap((each) => zoneOf(each) ?? [])
  if (zones.length !== fields.length || name.trim() === '') return { problem: t.wrong }
  if (zones.slice(0, -1).some(({ provinces }) => provinces.length === 0))
    return { problem: t.noProvince }
  return { form: { name: name.trim(), zones } }
}

/** What it costs to send so much there: "浙江 1,200 克 ¥80 → ¥12". Undefined while it cannot be told. */
export function previewText(
  fields: readonly ZoneFields[],
  { province, grams, yuan }: { province: string; grams: string; yuan: string },
  t: Texts,
): string | undefined {
  const answer = toFreightForm('.', fields, t)
  const weightGrams = wholeOf(grams)
  const amountFen = fenOf(yuan)
  if (!('form' in answer) || weightGrams === undefined || amountFen === undefined) return undefined
  const template: FreightTemplate = answer.form
  const cost = freightOf(
    [{ amountFen, quantity: 1, weightGrams }],
    { templates: new Map([['default', template]]), parcel: { feeFen: 0, freeFromFen: 0 } },
    province,
  )
  if (!cost) return t.notThere
  const isFree = cost.freeFromFen !== undefined && amountFen >= cost.freeFromFen
  return isFree || cost.feeFen === 0 ? t.free : fill(t.fee, { price: priceText(cost.feeFen) })
}

/** A template in the list, in one line: what it asks for everywhere else. */
export function summaryOf({ zones }: FreightRow, t: Texts): string {
  const rest = zones.find(({ provinces }) => provinces.length === 0)
  if (!rest) return ''
  if (rest.isExcluded) return t.excluded
  const { firstGrams, firstFen, stepGrams, stepFen, freeFromFen } = rest
  const asked = fill(t.summary, {
    first: firstGrams,
    firstFee: priceText(firstFen),
    step: stepGrams,
    stepFee: priceText(stepFen),
  })
  return freeFromFen === undefined
    ? asked
    : asked + fill(t.summaryFree, { free: priceText(freeFromFen) })
}
