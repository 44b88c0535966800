import type { CompanySettings } from '../../../cloudfunctions/_kit/documents/catalog'
import type {
  AccountDocument,
  LedgerEntryDocument,
} from '../../../cloudfunctions/_kit/documents/ledger'
import type {
  CouponDocument,
  PromotionDocument,
} from '../../../cloudfunctions/_kit/documents/loyalty'
import type { CouponRule, PromotionRule } from '../../../shared/domain/promotion/promotion'
import { fakeCloud } from '../../fakes/wx-server-sdk'
import { settings } from '../catalogue'
import { Shop } from '../shop'

export const people = ['anna', 'bert', 'cleo', 'dora'] as const
export type Person = (typeof people)[number]

export const groupBuyId = 'together'
const yearMs = 365 * 86_400_000
const name = { zh: '活动', en: 'Offer' }

const promotion = (
  _id: string,
  rule: PromotionRule,
  change: Partial<PromotionDocument> = {},
): PromotionDocument => ({
  _id,
  name,
  isOn: true,
  startsAt: Date.now() - 1,
  endsAt: Date.now() + yearMs,
  scope: {},
  stacking: 'exclusive',
  rule,
  createdAt: 0,
  updatedAt: 0,
  ...change,
})

const coupon = (_id: string, benefit: CouponRule['benefit'], left: number): CouponDocument => ({
  _id,
  name,
  rule: { benefit, fromFen: 0, scope: {}, stacksWithPromotions: true },
  how: 'claim',
  left,
  issued: 0,
  perMember: 2,
  startsAt: Date.now() - 1,
  endsAt: Date.now() + yearMs,
  validUntil: Date.now() + yearMs,
  canGive: true,
  isOn: true,
  createdAt: 0,
  updatedAt: 0,
})

/** What each person has to begin with: fen of balance, points, fen on one gift card. */
const purse = { balance: 9_000, points: 700, giftcard: 2_500 } as const

/** A company with every kind of offer at once, and people with money of its own. */
export function openCompany(): Shop {
  const shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
  const company: CompanySettings = {
    ...settings,
    points: { perYuan: 100, mostPercent: 50, earnPerYuan: 1 },
  }
  shop.put('settings', [company])
  shop.put('promotions', [
    promotion('threshold', { kind: 'amountOff', tiers: [{ fromFen: 10_000, offFen: 1_500 }] }),
    promotion(
      'third-off',
      { kind: 'nthItem', nth: 3, percentOff: 33 },
      { stacking: 'withOthers', scope: { productIds: ['white'] } },
    ),
    promotion(groupBuyId, {
      kind: 'groupBuy',
      items: [{ skuId: 'spring-50', priceFen: 4_001 }],
      size: 3,
      lastsMs: 86_400_000,
    }),
  ])
  shop.put('coupons', [
    coupon('seven-off', { kind: 'amountOff', offFen: 777 }, 3),
    coupon('tenth-off', { kind: 'percentOff', percentOff: 10 }, 4),
  ])
  for (const person of people) fillPurse(shop, person)
  return shop
}

function fillPurse(shop: Shop, person: Person): void {
  const at = Date.now()
  for (const [kind, amount] of Object.entries(purse) as [AccountDocument['kind'], number][]) {
    const owner = kind === 'giftcard' ? cardOf(person) : person
    const accountId = `${kind}:${owner}`
    const account: AccountDocument = {
      _id: accountId,
      kind,
      memberId: person,
      amount,
      updatedAt: at,
    }
    shop.put('accounts', [account])
    const entry: LedgerEntryDocument = {
      _id: `${accountId}#grant:first`,
      accountId,
      memberId: person,
      kind,
      change: amount,
      after: amount,
      cause: 'grant',
      reference: 'first',
      at,
    }
    shop.put('ledger', [entry])
  }
}

/** The number of a person's gift card. */
export const cardOf = (person: Person): string => `CARD-${person}`
