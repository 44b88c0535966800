import type {
  CategoryDocument,
  CompanySettings,
  ProductDocument,
  SearchWordDocument,
  SkuDocument,
} from '../../cloudfunctions/_kit/documents/catalog'
import { carriers } from '../../shared/contract/console'
import type { Carrier } from '../../shared/contract/console'
import type { Localized } from '../../shared/domain/localized'
import { offerOf } from '../../shared/domain/offer'
import { fragments, indexTokens, queryTokens } from '../../shared/domain/search'
import type { SearchableText } from '../../shared/domain/search'
import { messages } from '../../shared/messages/messages'
import type { DemoCatalogue, DemoProduct, DemoSku } from '../demo/catalogue/types'
import { demoTemplates } from './templates'

/** The catalogue as documents of the database. */
export interface CatalogueDocuments {
  settings: CompanySettings[]
  categories: CategoryDocument[]
  products: ProductDocument[]
  skus: SkuDocument[]
  searchwords: SearchWordDocument[]
}

/** From a picture's file name to its cloud file id. */
export type PictureIds = ReadonlyMap<string, string>

export function catalogueDocuments(
  catalogue: DemoCatalogue,
  pictures: PictureIds,
): CatalogueDocuments {
  const picture = (name: string) => {
    const id = pictures.get(name)
    if (id === undefined)
      throw new Error(`The catalogue names a picture that is not there: ${name}`)
    return id
  }
  const plates = new Map(catalogue.categories.map(({ id, plate }) => [id, plate]))
  const plateOf = ({ categoryId }: DemoProduct) => plates.get(categoryId) ?? 'mist'
  const products = catalogue.products.map((product, position) =>
    productDocument(product, position, plateOf(product), picture),
  )
  return {
    settings: [companySettings(catalogue)],
    categories: catalogue.categories.map(({ id, name, line, plate }, position) => ({
      _id: id,
      name,
      line,
      plate,
      position,
      productCount: products.filter(({ categoryId }) => categoryId === id).length,
    })),
    products,
    skus: catalogue.products.flatMap((product) =>
      product.skus.map((sku, position) =>
        skuDocument(product, sku, position, plateOf(product), picture),
      ),
    ),
    searchwords: searchWordDocuments(catalogue, products),
  }
}

function companySettings({ company, home, search }: DemoCatalogue): CompanySettings {
  return {
    _id: 'company',
    name: company.name,
    hero: {
      facts: [...home.hero.facts],
      link: home.hero.link,
      alt: home.hero.alt,
    },
    doors: home.doors.map(({ id, title, fact, picture, plate, categoryId }) => ({
      id,
      title,
      fact,
      picture,
      plate,
      route: { name: 'category', params: { categoryId } },
      isOn: true,
    })),
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

function productDocument(
  product: DemoProduct,
  position: number,
  plate: ProductDocument['plate'],
  picture: (name: string) => string,
): ProductDocument {
  const offer = offerOf(product.skus.map((sku) => ({ ...sku, isListed: true })))
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
    listedAt: Date.parse(`${product.listedDate}T10:00:00+08:00`),
    soldCount: product.soldCount,
    skuIds: product.skus.map(({ id }) => id),
    ...offer,
    searchTokens: indexTokens(searchableTexts(product)),
  }
}

function searchableTexts({ name, line, tag, keywords, pinyin }: DemoProduct): SearchableText[] {
  const others = [name.en, line.zh, tag?.zh, tag?.en, ...keywords]
  return [
    { text: name.zh, pinyin: pinyin.syllables },
    ...others.flatMap((text) => (text ? [{ text }] : [])),
  ]
}

function skuDocument(
  product: DemoProduct,
  sku: DemoSku,
  position: number,
  plate: SkuDocument['plate'],
  picture: (name: string) => string,
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
    priceFen: sku.priceFen,
    ...(sku.wasFen === undefined ? {} : { wasFen: sku.wasFen }),
    stock: sku.stock,
    isListed: true,
    position,
  }
}

/** Words people begin to type: names, categories, hot words, with how much each finds. */
function searchWordDocuments(
  { products, categories, search }: DemoCatalogue,
  documents: readonly ProductDocument[],
): SearchWordDocument[] {
  const syllables = new Map(products.map(({ name, pinyin }) => [name.zh, pinyin.syllables]))
  const finds = (text: string) => {
    const tokens = queryTokens(text)
    return documents.filter(
      ({ searchTokens }) =>
        tokens.length > 0 && tokens.every((token) => searchTokens.includes(token)),
    ).length
  }
  const words = (language: 'zh-CN' | 'en', texts: readonly string[]) =>
    [...new Set(texts)].map((text) => ({
      _id: `${language}:${text}`,
      text,
      language,
      tokens: indexTokens([{ text, pinyin: syllables.get(text) ?? [] }]),
      fragments: fragments(text),
      productCount: finds(text),
    }))
  const named = [...products.map(({ name }) => name), ...categories.map(({ name }) => name)]
  return [
    ...words('zh-CN', [
      ...[...named, ...search.hotWords].map(({ zh }) => zh),
      ...products.flatMap(({ keywords }) =>
        keywords.filter((word) => /[\u3400-\u9fff]/.test(word)),
      ),
    ]),
    ...words(
      'en',
      [...named, ...search.hotWords].map(({ en }) => en),
    ),
  ].filter(({ productCount }) => productCount > 0)
}
