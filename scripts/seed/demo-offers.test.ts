import { expect, test } from '@jest/globals'
import { demoCatalogue } from '../demo/catalogue/catalogue'
import { offerDocuments } from './demo-offers'

const now = Date.UTC(2026, 2, 21, 1)
const { promotions, coupons, flashstocks } = offerDocuments(now)
const skus = new Map(
  demoCatalogue.products.flatMap(({ skus: all }) => all.map((sku) => [sku.id, sku])),
)
const categoryIds = demoCatalogue.categories.map(({ id }) => id)

test('every offer is about goods the shop has, and lower than their price', () => {
  for (const { rule } of promotions)
    if (rule.kind === 'flashSale' || rule.kind === 'groupBuy')
      for (const { skuId, priceFen } of rule.items)
        expect(skus.get(skuId)?.priceFen ?? 0).toBeGreaterThan(priceFen)
  const scopes = [...promotions.map(({ scope }) => scope), ...coupons.map(({ rule }) => rule.scope)]
  for (const scope of scopes)
    for (const id of scope.categoryIds ?? []) expect(categoryIds).toContain(id)
})

test('a sale has no more pieces than the goods', () => {
  for (const { skuId, left, total } of flashstocks) {
    expect(left).toBe(total)
    expect(skus.get(skuId)?.stock ?? 0).toBeGreaterThanOrEqual(left)
  }
})

test('something is on now, and something is to come', () => {
  expect(promotions.some(({ startsAt }) => startsAt > now)).toBe(true)
  expect(promotions.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt).length).toBe(
    5,
  )
  expect(coupons.every(({ endsAt, validUntil }) => now < endsAt && endsAt <= validUntil)).toBe(true)
})
