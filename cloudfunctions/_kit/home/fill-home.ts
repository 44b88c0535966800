import type { Door, Home, HomeBlock } from '../../../shared/contract/catalog'
import type { Language } from '../../../shared/contract/define'
import type { LayoutBlock } from '../../../shared/contract/layout'
import type { ModuleName } from '../../../shared/contract/settings'
import { inLanguage } from '../../../shared/domain/localized'
import { toProductCard } from '../catalogue/product-card'
import { categoryShelf } from '../catalogue/shelf'
import { companyCategories, companySettings } from '../company'
import type { CategoryDocument } from '../documents/catalog'
import { listProducts } from '../repos/products'
import type { ProductSummary } from '../repos/products'

/** The documents that blocks name, read together. */
interface Stock {
  categories: ReadonlyMap<string, CategoryDocument>
  products: ReadonlyMap<string, ProductSummary>
  shelves: ReadonlyMap<string, readonly ProductSummary[]>
}

const shelfSize = 8

/**
 * A layout with its data, in the reader's language. What is gone leaves by itself: a product that
 * left the shelf, a door or a row with nothing behind it, blocks of modules that are off.
 */
export async function fillHome(blocks: readonly LayoutBlock[], language: Language): Promise<Home> {
  const settings = await companySettings()
  const shown = blocks.filter(({ kind }) => !settings.modulesOff.includes(kind as ModuleName))
  const stock = await readStock(shown)
  return {
    company: {
      name: inLanguage(settings.name, language),
      ...(settings.logo === undefined ? {} : { logo: settings.logo }),
      accent: settings.accent,
    },
    blocks: shown.flatMap((block) => fillBlock(block, stock, language) ?? []),
    searchHint: inLanguage(settings.search.hint, language),
  }
}

/** One query for the products of all blocks; shelves of categories are kept in memory. */
async function readStock(blocks: readonly LayoutBlock[]): Promise<Stock> {
  const productIds = [...new Set(blocks.flatMap(productIdsOf))]
  const shelfIds = [...new Set(blocks.flatMap(shelfIdsOf))]
  const [categories, products, shelves] = await Promise.all([
    companyCategories(),
    listProducts(productIds),
    Promise.all(shelfIds.map(async (id) => [id, await categoryShelf(id)] as const)),
  ])
  return {
    categories: new Map(categories.map((category) => [category._id, category])),
    products: new Map(products.map((product) => [product._id, product])),
    shelves: new Map(shelves),
  }
}

function productIdsOf(block: LayoutBlock): string[] {
  if (block.kind === 'products') return block.productIds
  if (block.kind === 'banner' && block.link.to === 'product') return [block.link.productId]
  return []
}

function shelfIdsOf(block: LayoutBlock): string[] {
  switch (block.kind) {
    case 'products':
      return block.productIds.length === 0 && block.categoryId ? [block.categoryId] : []
    case 'doors':
      return block.doors.flatMap(({ picture, categoryId }) => (picture ? [] : [categoryId]))
    case 'banner':
      return block.link.to === 'category' ? [block.link.categoryId] : []
    default:
      return []
  }
}

function fillBlock(block: LayoutBlock, stock: Stock, language: Language): HomeBlock | undefined {
  const say = (text: { zh: string; en: string }) => inLanguage(text, language)
  switch (block.kind) {
    case 'hero':
      return {
        kind: 'hero',
        facts: block.facts.map(say),
        link: { label: say(block.link.label), productId: block.link.productId },
        alt: say(block.alt),
      }
    case 'doors': {
      const doors = block.doors.flatMap((door) => fillDoor(door, stock, say) ?? [])
      return doors.length === 0 ? undefined : { kind: 'doors', doors }
    }
    case 'products':
      return fillProducts(block, stock, language)
    case 'banner':
      return fillBanner(block, stock, say)
    case 'notice':
      return { kind: 'notice', line: say(block.line) }
    default:
      return { ...block, title: say(block.title) }
  }
}

type Block<K extends LayoutBlock['kind']> = Extract<LayoutBlock, { kind: K }>
type Say = (text: { zh: string; en: string }) => string

function fillDoor(
  { id, title, fact, categoryId, picture }: Block<'doors'>['doors'][number],
  { categories, shelves }: Stock,
  say: Say,
): Door | undefined {
  const category = categories.get(categoryId)
  if (!category) return undefined
  return {
    id,
    title: say(title),
    fact: say(fact).replace('{count}', String(category.productCount)),
    picture: picture
      ? `/images/door-${picture}.webp`
      : (shelves.get(categoryId)?.[0]?.picture ?? ''),
    plate: category.plate,
    route: { name: 'category', params: { categoryId } },
  }
}

function fillProducts(
  { title, categoryId, productIds }: Block<'products'>,
  { categories, products, shelves }: Stock,
  language: Language,
): HomeBlock | undefined {
  const chosen =
    productIds.length > 0
      ? productIds.flatMap((id) => products.get(id) ?? [])
      : (shelves.get(categoryId ?? '') ?? []).slice(0, shelfSize)
  if (chosen.length === 0) return undefined
  const category = categories.get(categoryId ?? '')
  return {
    kind: 'products',
    title: inLanguage(title, language),
    ...(category ? { category: { id: category._id, count: category.productCount } } : {}),
    products: chosen.map((product) => toProductCard(product, language)),
  }
}

function fillBanner(
  { title, line, link }: Block<'banner'>,
  { categories, products, shelves }: Stock,
  say: Say,
): HomeBlock | undefined {
  const words = { kind: 'banner', title: say(title), line: say(line), link } as const
  switch (link.to) {
    case 'product': {
      const product = products.get(link.productId)
      return product && { ...words, picture: product.picture, plate: product.plate }
    }
    case 'category': {
      const category = categories.get(link.categoryId)
      const picture = shelves.get(link.categoryId)?.[0]?.picture
      return category && { ...words, ...(picture ? { picture } : {}), plate: category.plate }
    }
    default:
      return { ...words, plate: 'mist' }
  }
}
