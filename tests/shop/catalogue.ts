import type {
  CategoryDocument,
  CompanySettings,
  ProductDocument,
  SearchEntryDocument,
  SearchWordDocument,
  SkuDocument,
} from '../../cloudfunctions/_kit/documents/catalog'
import type { LayoutDocument } from '../../cloudfunctions/_kit/documents/staff'
import { searchEntryOf } from '../../cloudfunctions/_kit/catalogue/search-entry'
import { searchWord } from '../../cloudfunctions/_kit/catalogue/search-words'
import { facetKeysOf } from '../../shared/domain/facets'
import type { Localized } from '../../shared/domain/localized'

const both = (zh: string, en: string): Localized => ({ zh, en })

export const settings: CompanySettings = {
  _id: 'company',
  name: both('云山', 'Yunshan'),
  version: 1,
  accent: 'dai',
  modulesOff: [],
  stores: [
    {
      id: 'old-street',
      name: both('老街店', 'Old Street'),
      address: both('云山镇老街 3 号', '3 Old Street, Yunshan'),
      hours: both('9:00 到 20:00', '9:00 to 20:00'),
      phone: '0872-1234567',
      isOn: true,
    },
  ],
  season: { title: both('这一季', 'This season'), categoryId: 'tea', productIds: ['spring'] },
  search: {
    hint: both('搜茶', 'Search tea'),
    hotWords: { 'zh-CN': ['春茶'], en: ['spring tea'] },
  },
  delivery: {
    feeFen: 1200,
    freeFromFen: 9900,
    from: both('云山镇', 'Yunshan'),
    promise: {
      today: both('今天发出', 'Leaves today'),
      tomorrow: both('明天发出', 'Leaves tomorrow'),
    },
  },
  guarantees: [both('七天无理由', 'Seven days to return')],
  templates: {
    orderPaid: { id: 'tpl-paid', fields: { character_string1: 'number', thing2: 'goods' } },
    orderShipped: { id: 'tpl-shipped', fields: { thing1: 'carrier' } },
    orderReady: { id: 'tpl-ready', fields: { character_string1: 'pickupCode', thing2: 'store' } },
    afterSaleAnswered: { id: 'tpl-answered', fields: { phrase1: 'progress', thing2: 'goods' } },
    afterSaleRefunded: { id: 'tpl-back', fields: { amount1: 'total', thing2: 'goods' } },
    invoiceIssued: { id: 'tpl-invoice', fields: { thing1: 'goods', amount2: 'total' } },
  },
  carriers: [{ id: 'SF', name: both('顺丰速运', 'SF Express') }],
}

/** The published home page. */
export const layouts: LayoutDocument[] = [
  {
    _id: 'home:1',
    page: 'home',
    version: 1,
    state: 'published',
    blocks: [
      {
        kind: 'hero',
        facts: [both('海拔 1,940 米', '1,940 m above the sea')],
        link: { label: both('看今年第一批', 'See the first of the year'), productId: 'spring' },
        alt: both('山', 'Mountains'),
      },
      {
        kind: 'doors',
        doors: [
          {
            id: 'tea',
            title: both('喝茶', 'Tea'),
            fact: both('{count} 款', '{count} kinds'),
            categoryId: 'tea',
            picture: 'tea',
          },
        ],
      },
      {
        kind: 'products',
        title: both('这一季', 'This season'),
        categoryId: 'tea',
        productIds: ['spring', 'hidden'],
      },
    ],
    note: '',
    createdBy: 'owner',
    createdAt: 0,
    savedAt: 0,
    publishedAt: 0,
  },
]

export const categories: CategoryDocument[] = [
  {
    _id: 'tea',
    name: both('茶', 'Tea'),
    line: both('春茶', 'Spring'),
    plate: 'tea',
    position: 1,
    productCount: 2,
  },
]

const product = (
  _id: string,
  name: Localized,
  rest: Partial<ProductDocument> & Pick<ProductDocument, 'skuIds' | 'priceFen'>,
): ProductDocument => ({
  _id,
  categoryId: 'tea',
  categoryIds: ['tea'],
  name,
  line: both('兰花香', 'Orchid'),
  plate: 'tea',
  picture: `cloud://e.b/${_id}.webp`,
  pictures: [],
  options: [],
  tastes: [],
  facts: [],
  story: [],
  isListed: true,
  position: 1,
  listedAt: 1,
  soldCount: 0,
  isFrom: false,
  isSoldOut: false,
  facetKeys: facetKeysOf({ options: rest.options ?? [], tag: rest.tag }),
  ...rest,
})

export const products: ProductDocument[] = [
  product('spring', both('云山雾尖', 'Mist Tips'), {
    skuIds: ['spring-50', 'spring-100'],
    priceFen: 5800,
    isFrom: true,
    position: 1,
  }),
  product('white', both('古树白茶', 'Old Tree White'), {
    skuIds: ['white-1'],
    priceFen: 3000,
    onlySkuId: 'white-1',
    position: 2,
  }),
  product('hidden', both('停售', 'Gone'), {
    skuIds: ['hidden-1'],
    priceFen: 100,
    isListed: false,
    position: 3,
  }),
]

const sku = (
  _id: string,
  productId: string,
  rest: Partial<SkuDocument> & Pick<SkuDocument, 'priceFen' | 'stock'>,
): SkuDocument => ({
  _id,
  productId,
  name: products.find((known) => known._id === productId)!.name,
  optionWords: both('', ''),
  values: {},
  picture: `cloud://e.b/${_id}.webp`,
  plate: 'tea',
  isListed: true,
  position: 1,
  ...rest,
})

export const skus: SkuDocument[] = [
  sku('spring-50', 'spring', { priceFen: 5800, wasFen: 6800, stock: 10 }),
  sku('spring-100', 'spring', { priceFen: 9800, stock: 3, position: 2 }),
  sku('white-1', 'white', { priceFen: 3000, stock: 1 }),
  sku('hidden-1', 'hidden', { priceFen: 100, stock: 5, isListed: false }),
]

export const searchwords: SearchWordDocument[] = [
  ['zh-CN', '白茶', 1] as const,
  ['zh-CN', '云山雾尖', 1] as const,
  ['en', 'White', 1] as const,
].map(([language, text, productCount]) => searchWord(language, text, productCount))

export const searchentries: SearchEntryDocument[] = products.map(searchEntryOf)
