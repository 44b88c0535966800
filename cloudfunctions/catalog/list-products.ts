import { companyCategories } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'
import { pageCategory } from '../_kit/repos/products'
import { toProductCard } from '../_kit/catalogue/product-card'

const pageSize = 20

export const listProducts: HandlerOf<'catalog.listProducts'> = async (
  { categoryId, sort, filter, cursor },
  { language, fail },
) => {
  const categories = await companyCategories()
  if (!categories.some(({ _id }) => _id === categoryId)) fail('CATEGORY_NOT_FOUND')
  const page = await pageCategory(categoryId, sort, pageSize, cursor, filter)
  return {
    products: page.documents.map((product) => toProductCard(product, language)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}
