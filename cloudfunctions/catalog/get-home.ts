import type { Door } from '../../shared/contract/catalog'
import { inLanguage } from '../../shared/domain/localized'
import { companyCategories, companySettings } from '../_kit/company'
import type { CategoryDocument, DoorSettings } from '../_kit/documents/catalog'
import type { HandlerOf } from '../_kit/handler-of'
import { listProducts } from '../_kit/repos/products'
import { toProductCard } from './product-card'

export const getHome: HandlerOf<'catalog.getHome'> = async (_input, { language }) => {
  const [settings, categories] = await Promise.all([companySettings(), companyCategories()])
  const { hero, season } = settings
  const products = await listProducts(season.productIds)
  const seasonCategory = categories.find(({ _id }) => _id === season.categoryId)
  return {
    company: { name: inLanguage(settings.name, language) },
    hero: {
      facts: hero.facts.map((fact) => inLanguage(fact, language)),
      link: {
        label: inLanguage(hero.link.label, language),
        productId: hero.link.productId,
      },
      alt: inLanguage(hero.alt, language),
    },
    doors: settings.doors
      .filter(({ isOn }) => isOn)
      .map(({ isOn: _isOn, ...door }): Door => ({
        ...door,
        title: inLanguage(door.title, language),
        fact: inLanguage(door.fact, language).replace('{count}', countOf(door, categories)),
      })),
    season: {
      title: inLanguage(season.title, language),
      categoryId: season.categoryId,
      count: seasonCategory?.productCount ?? products.length,
      products: products.map((product) => toProductCard(product, language)),
    },
    searchHint: inLanguage(settings.search.hint, language),
  }
}

/** The products of the category a door leads to, as its live fact. */
function countOf({ route }: Pick<DoorSettings, 'route'>, categories: readonly CategoryDocument[]) {
  const { categoryId } = route.params
  return String(categories.find(({ _id }) => _id === categoryId)?.productCount ?? 0)
}
