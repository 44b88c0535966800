import type {
  AccountDocument,
  LedgerEntryDocument,
} from '../../cloudfunctions/_kit/documents/ledger'
import type {
  CouponDocument,
  FlashStockDocument,
  PromotionDocument,
} from '../../cloudfunctions/_kit/documents/loyalty'
import { accountIdOf } from '../../cloudfunctions/_kit/ledger'
import { flashStockId } from '../../cloudfunctions/_kit/loyalty/flash-ids'
import { cardIdOf } from '../../cloudfunctions/_kit/loyalty/gift-cards'
import { startOfShanghaiDay } from '../../shared/domain/shanghai-time'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The code of the gift card that waits in the demo to be claimed. */
const demoCardCode = 'YUNSHANSPRING026'

export interface OfferDocuments {
  promotions: PromotionDocument[]
  coupons: CouponDocument[]
  flashstocks: FlashStockDocument[]
  accounts: AccountDocument[]
  ledger: LedgerEntryDocument[]
}

/** What the demo company offers in the weeks after `now`. */
export function offerDocuments(now: number): OfferDocuments {
  const promotions = promotionsFrom(now)
  return {
    promotions,
    coupons: couponsFrom(now),
    flashstocks: promotions.flatMap(({ _id, rule }) =>
      rule.kind === 'flashSale'
        ? rule.items.map(({ skuId }): FlashStockDocument => {
            const total = flashPieces
            const stockId = flashStockId(_id, skuId)
            return { _id: stockId, promotionId: _id, skuId, left: total, total }
          })
        : [],
    ),
    ...giftCard(10_000, now),
  }
}

const flashPieces = 30

function promotionsFrom(now: number): PromotionDocument[] {
  const today = startOfShanghaiDay(now)
  const tomorrowAtTen = startOfShanghaiDay(now, 1) + 10 * hourMs
  const stamp = { isOn: true, createdAt: now, updatedAt: now }
  const season = { startsAt: today, endsAt: today + 60 * dayMs, ...stamp }
  return [
    {
      _id: 'spring-teas',
      name: { zh: '春茶季', en: 'Spring tea season' },
      ...season,
      scope: { categoryIds: ['tea'], exceptProductIds: ['tea-cloud-tip'] },
      stacking: 'exclusive',
      rule: {
        kind: 'amountOff',
        tiers: [
          { fromFen: 19_900, offFen: 3000 },
          { fromFen: 39_900, offFen: 8000 },
        ],
      },
    },
    {
      _id: 'second-pastry',
      name: { zh: '点心成双', en: 'Pastries in pairs' },
      ...season,
      scope: { categoryIds: ['snacks-pastry'] },
      stacking: 'exclusive',
      rule: { kind: 'nthItem', nth: 2, percentOff: 50 },
    },
    {
      _id: 'scented-hours',
      name: { zh: '花香三日', en: 'Three scented days' },
      ...stamp,
      startsAt: today,
      endsAt: today + 3 * dayMs,
      scope: {},
      stacking: 'exclusive',
      rule: {
        kind: 'flashSale',
        items: [
          { skuId: 'tea-jasmine-needle.50g.bag', priceFen: 5900, perMember: 2 },
          { skuId: 'tea-osmanthus-oolong.50g.bag', priceFen: 3900, perMember: 2 },
        ],
      },
    },
    {
      _id: 'ten-o-clock',
      name: { zh: '十点现炒', en: 'Roasted at ten' },
      ...stamp,
      startsAt: tomorrowAtTen,
      endsAt: tomorrowAtTen + 4 * hourMs,
      scope: {},
      stacking: 'exclusive',
      rule: {
        kind: 'flashSale',
        items: [{ skuId: 'snack-roast-chestnuts.1', priceFen: 1900, perMember: 1 }],
      },
    },
    {
      _id: 'tea-for-three',
      name: { zh: '三个人的口粮茶', en: 'Daily tea for three' },
      ...season,
      scope: {},
      stacking: 'exclusive',
      rule: {
        kind: 'groupBuy',
        items: [{ skuId: 'tea-garden-daily.250g', priceFen: 5400 }],
        size: 3,
        lastsMs: dayMs,
      },
    },
    {
      _id: 'dawn-for-two',
      name: { zh: '两个人的早晨', en: 'A morning for two' },
      ...season,
      scope: {},
      stacking: 'exclusive',
      rule: {
        kind: 'groupBuy',
        items: [{ skuId: 'coffee-drip-dawn.1', priceFen: 4500 }],
        size: 2,
        lastsMs: dayMs,
      },
    },
  ]
}

function couponsFrom(now: number): CouponDocument[] {
  const today = startOfShanghaiDay(now)
  const usual = {
    issued: 0,
    perMember: 1,
    startsAt: today,
    endsAt: today + 45 * dayMs,
    validUntil: today + 60 * dayMs,
    isOn: true,
    createdAt: now,
    updatedAt: now,
  }
  return [
    {
      ...usual,
      _id: 'welcome',
      name: { zh: '初次见面', en: 'Nice to meet you' },
      rule: {
        benefit: { kind: 'amountOff', offFen: 1500 },
        fromFen: 9900,
        scope: {},
        stacksWithPromotions: true,
      },
      how: 'claim',
      left: 1000,
      validDays: 7,
      canGive: false,
      audience: 'newcomer',
    },
    {
      ...usual,
      _id: 'tea-twenty',
      name: { zh: '春茶券', en: 'Spring tea' },
      rule: {
        benefit: { kind: 'amountOff', offFen: 2000 },
        fromFen: 20_000,
        scope: { categoryIds: ['tea'] },
        stacksWithPromotions: true,
      },
      how: 'claim',
      left: 500,
      validDays: 14,
      canGive: true,
    },
    {
      ...usual,
      _id: 'snack-fold',
      name: { zh: '茶点八五折', en: 'Snacks, 15% less' },
      rule: {
        benefit: { kind: 'percentOff', percentOff: 15, mostFen: 2000 },
        fromFen: 0,
        scope: { categoryIds: ['snacks'] },
        stacksWithPromotions: false,
      },
      how: 'claim',
      left: 18,
      perMember: 2,
      validDays: 3,
      canGive: true,
    },
    {
      ...usual,
      _id: 'delivery',
      name: { zh: '运费我们出', en: 'Delivery is on us' },
      rule: {
        benefit: { kind: 'freeDelivery' },
        fromFen: 4900,
        scope: {},
        stacksWithPromotions: true,
      },
      how: 'claim',
      left: 300,
      validDays: 30,
      canGive: true,
    },
    {
      ...usual,
      _id: 'mountain-word',
      name: { zh: '山里的口令', en: 'A word from the hills' },
      rule: {
        benefit: { kind: 'amountOff', offFen: 1000 },
        fromFen: 6000,
        scope: {},
        stacksWithPromotions: true,
      },
      how: 'code',
      code: 'SPRING2026',
      left: 200,
      canGive: false,
    },
    {
      ...usual,
      _id: 'sorry',
      name: { zh: '抱歉让你久等', en: 'Sorry for the wait' },
      rule: {
        benefit: { kind: 'amountOff', offFen: 1000 },
        fromFen: 0,
        scope: {},
        stacksWithPromotions: true,
      },
      how: 'staff',
      left: 100,
      perMember: 3,
      validDays: 30,
      canGive: false,
    },
  ]
}

/** A card that belongs to nobody yet, with the entry that says where its money comes from. */
function giftCard(amountFen: number, at: number): Pick<OfferDocuments, 'accounts' | 'ledger'> {
  const cardId = cardIdOf(demoCardCode)
  const accountId = accountIdOf('giftcard', cardId)
  return {
    accounts: [
      { _id: accountId, kind: 'giftcard', memberId: '', amount: amountFen, updatedAt: at },
    ],
    ledger: [
      {
        _id: `${accountId}#grant:${cardId}`,
        accountId,
        memberId: '',
        kind: 'giftcard',
        change: amountFen,
        after: amountFen,
        cause: 'grant',
        reference: cardId,
        at,
      },
    ],
  }
}
