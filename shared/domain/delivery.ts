import type { DeliveryProblem } from '../contract/quote'
import type { Fulfilment } from '../contract/order-parts'
import { freightOf } from './freight'
import type { FreightLine, FreightTemplate } from './freight'
import { err, ok } from './result'
import type { Result } from './result'

/** What a courier of the town asks, and where he goes. */
export interface SameCityRule {
  feeFen: number
  freeFromFen?: number
  /** City and districts as addresses name them; without districts the whole city. */
  cities: { city: string; districts?: string[] }[]
}

/** What the company offers. */
export interface DeliveryRules {
  /** What a parcel costs to wherever no template says otherwise. */
  parcel: { feeFen: number; freeFromFen: number }
  templates: ReadonlyMap<string, FreightTemplate>
  sameCity?: SameCityRule | undefined
  storeIds: readonly string[]
}

/** Where it goes; without it, as if to where most of it goes. */
export interface Destination {
  province: string
  city: string
  district: string
}

/** What delivery costs, and the sum of goods from which it costs nothing. */
export interface DeliveryFee {
  feeFen: number
  freeFromFen?: number
}

/** What these goods cost to deliver in this way, or why they cannot be. */
export function deliveryFee(
  fulfilment: Fulfilment,
  lines: readonly FreightLine[],
  rules: DeliveryRules,
  to: Destination | undefined,
): Result<DeliveryFee, 'NOT_DELIVERED', DeliveryProblem> {
  switch (fulfilment) {
    case 'pickup':
      return rules.storeIds.length > 0 ? ok({ feeFen: 0 }) : err('NOT_DELIVERED', 'store')
    case 'sameCity': {
      const { sameCity } = rules
      if (!sameCity || (to && !reaches(sameCity, to))) return err('NOT_DELIVERED', 'city')
      const { feeFen, freeFromFen } = sameCity
      return ok({ feeFen, ...(freeFromFen === undefined ? {} : { freeFromFen }) })
    }
    case 'carrier': {
      const freight = freightOf(lines, rules, to?.province)
      return freight ? ok(freight) : err('NOT_DELIVERED', 'region')
    }
  }
}

const reaches = ({ cities }: SameCityRule, { city, district }: Destination): boolean =>
  cities.some(
    (served) =>
      served.city === city &&
      (served.districts === undefined || served.districts.includes(district)),
  )

/** The ways the company has at all. */
export const offeredWays = ({ sameCity, storeIds }: DeliveryRules): Fulfilment[] => [
  'carrier',
  ...(sameCity ? (['sameCity'] as const) : []),
  ...(storeIds.length > 0 ? (['pickup'] as const) : []),
]
