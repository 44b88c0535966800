import { completeProduct } from '../../cloudfunctions/_kit/catalogue/complete-product'
import type { ProductDraft } from '../../cloudfunctions/_kit/catalogue/complete-product'
import { searchEntryOf } from '../../cloudfunctions/_kit/catalogue/search-entry'
import { searchWord, wordsOf } from '../../cloudfunctions/_kit/catalogue/search-words'
import type {
  CategoryDocument,
  CompanySettings,
  ProductDocument,
  SearchEntryDocument,
  SearchWordDocument,
  SkuDocument,
} from '../../cloudfunctions/_kit/documents/catalog'
import { carriers } from '../../shared/contract/carriers'
import type { Carrier } from '../../shared/contract/carriers'
import type { Localized } from '../../shared/domain/localized'
import { pricedAt } from '../../shared/domain/honest-price'
import type { PriceFields } from '../../shared/domain/honest-price'
import { queryReadings } from '../../shared/domain/search-tokens'
import { messages } from '../../shared/messages/messages'
import type { DemoCatalogue, DemoProduct, DemoSku } from '../demo/catalogue/types'
import { demoSameCity } from './delivery'
import { demoStores } from './stores'
import { demoTemplates } from './templates'

/** The catalogue as documents of the database. */
export interface CatalogueDocuments {
  settings: CompanySettings[]
  categories: CategoryDocument[]
  products: ProductDocument[]
  skus: SkuDocument[]
  searchentries: SearchEntryDocument[]
  searchwords: SearchWordDocument[]
}

/** From a picture's file name to its cloud file id. */
export type PictureIds = ReadonlyMap<string, string>

/** The documents as they would be had the company opened this shop at `now`. */
export function catalogueDocuments(
  catalogue: DemoCatalogue,
  pictures: PictureIds,
  now: number,
): CatalogueDocuments {
  const picture = (name: string) => {
    const id = pictures.get(name)
    if (id === undefined)
      throw new Error(`The catalogue names a picture that is not there: ${name}`)
    return id
  }
  const plates = new Map<string, ProductDocument['plate']>(
    catalogue.categories.map(({ id, plate }) => [id, plate]),
  )
  const parents = catalogue.categories.map(({ id, parentId }) => ({
    _id: id,
    ...(parentId === undefined ? {} : { parentId }),
  }))
  const stocked = catalogue.products.map((demo, position) => {
    const plate = plates.get(demo.categoryId) ?? 'mist'
    const draft = productDraft(demo, position, plate, picture)
    const skus = demo.skus.map((sku, at) => skuDocument(demo, sku, at, plate, picture, now))
    const product = completeProduct(draft, skus, parents)
    const { categoryIds } = product
    return { product, skus: skus.map((sku) => ({ ...sku, categoryIds })) }
  })
  const products = stocked.map(({ product }) => product)
  return {
    settings: [companySettings(catalogue)],
    categories: catalogue.categories.map(({ id, parentId, name, line, plate }, position) => ({
      _id: id,
      ...(parentId === undefined ? {} : { parentId }),
      name,
      line,
      plate,
      position,
      productCount: products.filter(({ categoryIds }) => categoryIds.includes(id)).length,
    })),
    products,
    skus: stocked.flatMap(({ skus }) => skus),
    searchentries: products.map(searchEntryOf),
    searchwords: searchWordDocuments(catalogue, products),
  }
}

function companySettings({ company, home, search }: DemoCatalogue): CompanySettings {
  return {
    _id: 'company',
    name: company.name,
    version: 1,
    accent: 'dai',
    modulesOff: [],
    stores: demoStores,
    points: { perYuan: 100, mostPercent: 50, earnPerYuan: 1 },
    season: { ...home.season, productIds: [...home.season.productIds] },
    search: {
      hint: search.hint,
      hotWords: {
        'zh-CN': search.hotWords.map(({ zh }) => zh),
        en: search.hotWords.map(({ en }) => en),
      },
    },
    delivery: {
      feeFen: company.delivery.feeFen,
      freeFromFen: company.delivery.freeFromFen,
      from: company.delivery.from,
      promise: {
        today: { zh: '今天 18:00 前发出', en: 'Leaves before 18:00 today' },
        tomorrow: { zh: '明天 18:00 前发出', en: 'Leaves before 18:00 tomorrow' },
      },
      transit: {
        province: '浙江',
        sameDays: 1,
        byProvince: { 上海: 1, 江苏: 1, 安徽: 2, 福建: 2, 江西: 2, 新疆: 6, 西藏: 7, 青海: 5 },
        days: 3,
      },
      sameCity: demoSameCity,
    },
    guarantees: [...company.guarantees],
    templates: Object.fromEntries(
      Object.entries(demoTemplates).map(([kind, { id, fields }]) => [kind, { id, fields }]),
    ),
    carriers: carriers.map((id) => ({ id, name: carrierName(id) })),
  }
}

const carrierName = (carrier: Carrier): Localized => ({
  zh: messages['zh-CN'].shipping[`carrier${carrier}`],
  en: messages.en.shipping[`carrier${carrier}`],
})

function productDraft(
  product: DemoProduct,
  position: number,
  plate: ProductDocument['plate'],
  picture: (name: string) => string,
): ProductDraft {
  return {
    _id: product.id,
    categoryId: product.categoryId,
    name: product.name,
    line: product.line,
    plate,
    picture: picture(product.listPicture),
    pictures: product.pictures.map(picture),
    options: product.options.map(({ id, name, values }) => ({ id, name, values: [...values] })),
    ...(product.tag ? { tag: product.tag } : {}),
    tastes: [...product.tastes],
    facts: [...product.facts],
    story: [...product.story],
    isListed: true,
    position,
    listedAt: listedAt(product),
    soldCount: product.soldCount,
    keywords: [...product.keywords],
    pinyin: [...product.pinyin.syllables],
  }
}

const listedAt = ({ listedDate }: DemoProduct) => Date.parse(`${listedDate}T10:00:00+08:00`)

const dayMs = 86_400_000
/** So long ago the prices that are lower now came down. */
const fellDaysAgo = 3

function priceFields(product: DemoProduct, sku: DemoSku, now: number): PriceFields {
  const first = Math.min(listedAt(product), now - 30 * dayMs)
  const before = [{ at: first, priceFen: sku.wasFen ?? sku.priceFen }]
  return pricedAt(before, sku.priceFen, sku.wasFen === undefined ? now : now - fellDaysAgo * dayMs)
}

function skuDocument(
  product: DemoProduct,
  sku: DemoSku,
  position: number,
  plate: SkuDocument['plate'],
  picture: (name: string) => string,
  now: number,
): SkuDocument {
  const chosen = product.options.flatMap(
    ({ id, values }) => values.find((value) => value.id === sku.values[id]) ?? [],
  )
  return {
    _id: sku.id,
    productId: product.id,
    name: product.name,
    optionWords: {
      zh: chosen.map(({ name }) => name.zh).join('，'),
      en: chosen.map(({ name }) => name.en).join(', '),
    },
    values: { ...sku.values },
    picture: picture(sku.picture ?? product.listPicture),
    plate,
    ...priceFields(product, sku, now),
    weightGrams: sku.weightGrams,
    stock: sku.stock,
    isListed: true,
    position,
  }
}

/** Words people begin to type: names, categories, hot words, with how much each finds. */
function searchWordDocuments(
  { categories, search }: DemoCatalogue,
  products: readonly ProductDocument[],
): SearchWordDocument[] {
  const entries = products.map((product) => new Set(searchEntryOf(product).tokens))
  const finds = (text: string) =>
    entries.filter((tokens) =>
      queryReadings(text).some((reading) => reading.every((token) => tokens.has(token))),
    ).length
  const others = [...categories.map(({ name }) => name), ...search.hotWords]
  const words = [
    ...others.map(({ zh }) => searchWord('zh-CN', zh, 0)),
    ...others.map(({ en }) => searchWord('en', en, 0)),
    ...products.flatMap(wordsOf),
  ]
  return [...new Map(words.map((word) => [word._id, word])).values()]
    .map((word) => ({ ...word, productCount: finds(word.text) }))
    .filter(({ productCount }) => productCount > 0)
}
