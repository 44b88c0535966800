import { describe, expect, test } from '@jest/globals'
import { fill } from '../../../miniprogram/lib/language'
import { priceText } from '../../../miniprogram/lib/price-text'
import { promotion as texts } from '../../messages/promotion'
import type { CouponRule, PromotionRule } from './promotion'
import type { Writing } from './words'
import { couponWords, promotionWords, writeNextTier, writeWords } from './words'

const zh: Writing = { texts: texts['zh-CN'], fill, price: priceText }
const en: Writing = { ...zh, texts: texts.en }

describe('a promotion in words', () => {
  test.each<[PromotionRule, string[], string[]]>([
    [
      {
        kind: 'amountOff',
        tiers: [
          { fromFen: 19_900, offFen: 3000 },
          { fromFen: 29_900, offFen: 5000 },
        ],
      },
      ['满 ¥199 减 ¥30', '满 ¥299 减 ¥50'],
      ['¥30 off from ¥199', '¥50 off from ¥299'],
    ],
    [
      { kind: 'amountOff', tiers: [{ fromFen: 10_000, offFen: 1050 }], repeats: true },
      ['每满 ¥100 减 ¥10.50'],
      ['¥10.50 off every ¥100'],
    ],
    [
      { kind: 'percentOff', tiers: [{ fromCount: 3, percentOff: 15 }], mostFen: 5000 },
      ['满 3 件打 8.5 折', '最多减 ¥50'],
      ['15% off 3 or more', 'up to ¥50 off'],
    ],
    [
      {
        kind: 'percentOff',
        tiers: [{ percentOff: 20 }, { fromFen: 100, fromCount: 2, percentOff: 30 }],
      },
      ['8 折', '满 ¥1 且满 2 件打 7 折'],
      ['20% off', '30% off 2 or more from ¥1'],
    ],
    [{ kind: 'nthItem', nth: 2, percentOff: 50 }, ['第二件半价'], ['Second one half price']],
    [{ kind: 'nthItem', nth: 3, percentOff: 40 }, ['第 3 件 6 折'], ['Every 3rd one 40% off']],
    [{ kind: 'nthItem', nth: 11, percentOff: 100 }, ['第 11 件免费'], ['Every 11th one free']],
    [{ kind: 'bundlePrice', count: 3, priceFen: 9900 }, ['¥99 任选 3 件'], ['Any 3 for ¥99']],
    [
      { kind: 'gift', fromFen: 9900, skuId: 'x', quantity: 1 },
      ['满 ¥99 送赠品 1 件'],
      ['Gifts from ¥99: 1'],
    ],
    [{ kind: 'freeDelivery', fromFen: 0 }, ['包邮'], ['Free delivery']],
    [{ kind: 'memberPrice', percentOff: 5 }, ['会员 9.5 折'], ['Members 5% off']],
    [
      { kind: 'newcomer', fromFen: 0, offFen: 1000 },
      ['新人首单立减 ¥10'],
      ['First order: ¥10 off'],
    ],
    [
      {
        kind: 'flashSale',
        items: [
          { skuId: 'x', priceFen: 2900, perMember: 1 },
          { skuId: 'y', priceFen: 1900, perMember: 1 },
        ],
      },
      ['限时 ¥19 起'],
      ['Flash sale from ¥19'],
    ],
    [
      { kind: 'groupBuy', items: [{ skuId: 'x', priceFen: 2900 }], size: 3, lastsMs: 1 },
      ['3 人团，¥29'],
      ['Group of 3: ¥29'],
    ],
  ])('%j', (rule, chinese, english) => {
    expect(writeWords(promotionWords(rule), zh)).toEqual(chinese)
    expect(writeWords(promotionWords(rule), en)).toEqual(english)
  })
})

test.each<[CouponRule['benefit'], number, string[]]>([
  [{ kind: 'amountOff', offFen: 500 }, 0, ['立减 ¥5']],
  [{ kind: 'percentOff', percentOff: 12, mostFen: 2000 }, 9900, ['满 ¥99 打 8.8 折', '最多减 ¥20']],
  [{ kind: 'freeDelivery' }, 4900, ['满 ¥49 包邮']],
])('a coupon in words: %j', (benefit, fromFen, words) => {
  const rule: CouponRule = { benefit, fromFen, scope: {}, stacksWithPromotions: true }
  expect(writeWords(couponWords(rule), zh)).toEqual(words)
})

test('what is nearly reached names its tier', () => {
  const rule: PromotionRule = {
    kind: 'percentOff',
    tiers: [
      { fromCount: 2, percentOff: 10 },
      { fromFen: 20_000, percentOff: 20 },
    ],
  }
  const next = { promotionId: 'p', name: { zh: '', en: '' }, kind: rule.kind }
  expect(writeNextTier({ ...next, tier: 0, missingCount: 1 }, rule, zh)).toBe(
    '再买 1 件，满 2 件打 9 折',
  )
  expect(writeNextTier({ ...next, tier: 1, missingFen: 550 }, rule, en)).toBe(
    '¥5.50 more: 20% off from ¥200',
  )
})
