import type { Sku } from '../../shared/contract/catalog'
import { availableOf } from '../../shared/domain/cart'
import { inLanguage } from '../../shared/domain/localized'
import { offerOf } from '../../shared/domain/offer'
import { companyCategories, companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { SkuDocument } from '../_kit/documents/catalog'
import type { HandlerOf } from '../_kit/handler-of'
import { promiseOf } from '../_kit/promise'
import { listSkus } from '../_kit/repos/skus'
import { toProductCard } from './product-card'
import { categoryShelf } from './shelf'

const relatedCount = 6

export const getProduct: HandlerOf<'catalog.getProduct'> = async (
  { productId },
  { language, now, fail },
) => {
  const [settings, categories, product, skus] = await Promise.all([
    companySettings(),
    companyCategories(),
    db.products.get(productId),
    listSkus(productId),
  ])
  if (!product?.isListed) return fail('PRODUCT_NOT_FOUND')
  const shelf = await categoryShelf(product.categoryId)
  const category = categories.find(({ _id }) => _id === product.categoryId)
  const offer = offerOf(skus.map((sku) => ({ ...sku, id: sku._id })))
  return {
    id: product._id,
    name: inLanguage(product.name, language),
    line: inLanguage(product.line, language),
    plate: product.plate,
    category: {
      id: product.categoryId,
      name: category ? inLanguage(category.name, language) : '',
    },
    pictures: product.pictures,
    options: product.options.map((option) => ({
      id: option.id,
      name: inLanguage(option.name, language),
      values: option.values.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
    })),
    skus: skus.filter(({ isListed }) => isListed).map(toSku),
    ...(product.tag === undefined ? {} : { tag: inLanguage(product.tag, language) }),
    tastes: product.tastes.map(({ name, level }) => ({ name: inLanguage(name, language), level })),
    facts: product.facts.map(({ name, value }) => ({
      name: inLanguage(name, language),
      value: inLanguage(value, language),
    })),
    story: product.story.map((paragraph) => inLanguage(paragraph, language)),
    delivery: {
      from: inLanguage(settings.delivery.from, language),
      promise: promiseOf(settings, now, language),
    },
    guarantees: settings.guarantees.map((guarantee) => inLanguage(guarantee, language)),
    soldCount: product.soldCount,
    isSoldOut: offer.isSoldOut,
    related: shelf
      .filter(({ _id }) => _id !== product._id)
      .slice(0, relatedCount)
      .map((other) => toProductCard(other, language)),
  }
}

const toSku = (sku: SkuDocument): Sku => ({
  id: sku._id,
  values: sku.values,
  priceFen: sku.priceFen,
  ...(sku.wasFen === undefined ? {} : { wasFen: sku.wasFen }),
  stock: availableOf(sku),
  picture: sku.picture,
})
