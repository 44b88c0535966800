import type { NamedGoods } from '../../../shared/contract/console-promotions'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import type { PromotionRule, Scope } from '../../../shared/domain/promotion/promotion'
import { db } from '../../_kit/db'

/** Everything an offer names by id. */
export interface OfferIds {
  productIds: string[]
  categoryIds: string[]
  skuIds: string[]
}

export function idsOf(scope: Scope, rule?: PromotionRule): OfferIds {
  const { productIds = [], exceptProductIds = [], categoryIds = [], skuIds = [] } = scope
  return {
    productIds: [...productIds, ...exceptProductIds],
    categoryIds,
    skuIds: [...skuIds, ...(rule ? skusOfRule(rule) : [])],
  }
}

function skusOfRule(rule: PromotionRule): string[] {
  switch (rule.kind) {
    case 'gift':
      return [rule.skuId]
    case 'memberPrice':
      return (rule.prices ?? []).map(({ skuId }) => skuId)
    case 'flashSale':
    case 'groupBuy':
      return rule.items.map(({ skuId }) => skuId)
    default:
      return []
  }
}

const read = async ({ productIds, categoryIds, skuIds }: OfferIds) => {
  const [products, categories, skus] = await Promise.all([
    db.products.getMany(productIds, ['name']),
    db.categories.getMany(categoryIds, ['name']),
    db.skus.getMany(skuIds, ['name', 'optionWords', 'priceFen', 'stock']),
  ])
  return { products, categories, skus }
}

/** Ids among these that nothing has. */
export async function missingGoods(ids: OfferIds): Promise<string[]> {
  const { products, categories, skus } = await read(ids)
  return [
    ...ids.productIds.filter((id) => !products.has(id)),
    ...ids.categoryIds.filter((id) => !categories.has(id)),
    ...ids.skuIds.filter((id) => !skus.has(id)),
  ]
}

/** What is named, in the reader's language; what is gone is left away. */
export async function readNamedGoods(ids: OfferIds, language: Language): Promise<NamedGoods[]> {
  const { products, categories, skus } = await read(ids)
  return [
    ...[...categories.values()].map(({ _id, name }) => ({
      id: _id,
      kind: 'category' as const,
      name: inLanguage(name, language),
    })),
    ...[...products.values()].map(({ _id, name }) => ({
      id: _id,
      kind: 'product' as const,
      name: inLanguage(name, language),
    })),
    ...[...skus.values()].map(({ _id, name, optionWords, priceFen, stock }) => ({
      id: _id,
      kind: 'sku' as const,
      name: inLanguage(name, language),
      options: inLanguage(optionWords, language),
      priceFen,
      stock,
    })),
  ]
}

/** The names of what scopes include, looked up once for all of them. */
export async function readScopeNames(
  scopes: readonly Scope[],
  language: Language,
): Promise<(scope: Scope) => string[]> {
  const all = scopes.map((scope) => idsOf(scope))
  const goods = await readNamedGoods(
    {
      productIds: all.flatMap(({ productIds }) => productIds),
      categoryIds: all.flatMap(({ categoryIds }) => categoryIds),
      skuIds: all.flatMap(({ skuIds }) => skuIds),
    },
    language,
  )
  const names = new Map(goods.map(({ kind, id, name }) => [`${kind} ${id}`, name]))
  return ({ categoryIds = [], productIds = [], skuIds = [] }) => [
    ...new Set(
      [
        ...categoryIds.map((id) => names.get(`category ${id}`)),
        ...productIds.map((id) => names.get(`product ${id}`)),
        ...skuIds.map((id) => names.get(`sku ${id}`)),
      ].filter((name) => name !== undefined),
    ),
  ]
}
