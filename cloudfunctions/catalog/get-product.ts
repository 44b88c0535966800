import type { Sku } from '../../shared/contract/catalog'
import { availableOf } from '../../shared/domain/cart'
import { wasAt } from '../../shared/domain/honest-price'
import { inLanguage } from '../../shared/domain/localized'
import { offerOf } from '../../shared/domain/offer'
import { shanghaiDate } from '../../shared/domain/shanghai-time'
import { arrivalOf } from '../../shared/domain/arrival'
import { companyCategories, companySettings } from '../_kit/company'
import { db } from '../_kit/db'
import type { CompanySettings, SkuDocument } from '../_kit/documents/catalog'
import type { HandlerOf } from '../_kit/handler-of'
import { promiseOf } from '../_kit/promise'
import { listSkus } from '../_kit/repos/skus'
import { toProductCard } from '../_kit/catalogue/product-card'
import { categoryShelf } from '../_kit/catalogue/shelf'

const relatedCount = 6

export const getProduct: HandlerOf<'catalog.getProduct'> = async (
  { productId },
  { memberId, language, now, fail },
) => {
  const [settings, categories, product, skus, province] = await Promise.all([
    companySettings(),
    companyCategories(),
    db.products.get(productId),
    listSkus(productId),
    memberId === undefined ? undefined : provinceOf(memberId),
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
    ...(product.video === undefined ? {} : { video: product.video }),
    options: product.options.map((option) => ({
      id: option.id,
      name: inLanguage(option.name, language),
      values: option.values.map(({ id, name }) => ({ id, name: inLanguage(name, language) })),
    })),
    skus: skus.filter(({ isListed }) => isListed).map((sku) => toSku(sku, now)),
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
      ...arrivalAt(settings.delivery.transit, province, now),
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

const toSku = (sku: SkuDocument, now: number): Sku => ({
  id: sku._id,
  values: sku.values,
  priceFen: sku.priceFen,
  ...wasAt(sku, now),
  stock: availableOf(sku),
  picture: sku.picture,
})

/** Where the member's parcels go, as far as they have said. */
async function provinceOf(memberId: string): Promise<string | undefined> {
  const addresses = (await db.addresses.get(memberId))?.addresses ?? []
  return (addresses.find(({ isDefault }) => isDefault) ?? addresses[0])?.province
}

function arrivalAt(
  transit: CompanySettings['delivery']['transit'],
  province: string | undefined,
  now: number,
) {
  if (!transit || province === undefined) return {}
  return { arrival: { province, date: shanghaiDate(arrivalOf(transit, province, now)) } }
}
