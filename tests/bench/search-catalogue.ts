import { searchEntryOf } from '../../cloudfunctions/_kit/catalogue/search-entry'
import { completeProduct } from '../../cloudfunctions/_kit/catalogue/complete-product'
import { wordsOf } from '../../cloudfunctions/_kit/catalogue/search-words'
import type {
  CategoryDocument,
  ProductDocument,
  SearchEntryDocument,
  SearchWordDocument,
  SkuDocument,
} from '../../cloudfunctions/_kit/documents/catalog'

/** The syllables a name is made of, in both languages; some are on every tenth product. */
const places = parts(
  '云山 Cloud|武夷 Wuyi|凤凰 Phoenix|普陀 Putuo|天目 Tianmu|雁荡 Yandang|龙泉 Longquan|景迈 Jingmai|勐海 Menghai|安溪 Anxi|黄山 Yellow|庐山 Lushan|峨眉 Emei|太湖 Taihu|西湖 Westlake|千岛 Islands|径山 Jingshan|苍南 Cangnan|福鼎 Fuding|政和 Zhenghe|云南 Yunnan|临沧 Lincang|易武 Yiwu|南糯 Nannuo|蒙顶 Mengding|都匀 Duyun|信阳 Xinyang|六安 Luan|岳西 Yuexi|祁门 Qimen',
)
const crafts = parts(
  '古树 Oldtree|手工 Handmade|炭焙 Charcoal|明前 Firstflush|雨前 Rainflush|高山 Highland|野生 Wild|陈年 Aged|有机 Organic|日晒 Sundried|蜜香 Honey|兰香 Orchid|桂花 Osmanthus|玫瑰 Rose|茉莉 Jasmine|小青柑 Tangerine|石磨 Stoneground|慢烤 Slowroast|冷萃 Coldbrew|深烘 Darkroast|浅烘 Lightroast|水洗 Washed|原味 Plain|少糖 Lesssugar|家传 Heirloom',
)
const kinds = parts(
  '白茶 Whitetea|绿茶 Greentea|红茶 Blacktea|乌龙 Oolong|普洱 Puer|岩茶 Rocktea|咖啡豆 Beans|挂耳 Dripbag|盖碗 Gaiwan|茶壶 Teapot|公道杯 Jug|滤杯 Dripper|青团 Qingtuan|鲜花饼 Pastry|核桃糕 Walnutcake|蜂蜜 Honeyjar|果酱 Jam|笋干 Shoots|香菇 Mushroom|礼盒 Giftbox|茶饼 Teacake|茶砖 Teabrick|雪花酥 Nougat|柿饼 Persimmon|红枣 Jujube|栗子 Chestnut|保温杯 Thermos|茶盘 Tray|手冲壶 Kettle|磨豆机 Grinder',
)
const series = parts(
  '一号 One|二号 Two|三号 Three|春 Spring|夏 Summer|秋 Autumn|冬 Winter|晨 Dawn|暮 Dusk|山 Hill|水 Water|月 Moon|星 Star|风 Wind|雪 Snow',
)

function parts(text: string): { zh: string; en: string }[] {
  return text.split('|').map((pair) => {
    const [zh = '', en = ''] = pair.split(' ')
    return { zh, en }
  })
}

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

/** Some order that is none, and the same each time. */
const scattered = (index: number): number => (Math.imul(index + 1, 2_654_435_761) >>> 0) % 1_000_003

export const benchCategories: CategoryDocument[] = [
  category('bench', undefined),
  ...Array.from({ length: 20 }, (_, at) => category(`bench-${at}`, 'bench')),
]

function category(_id: string, parentId: string | undefined): CategoryDocument {
  const name = { zh: _id, en: _id }
  return {
    _id,
    ...(parentId === undefined ? {} : { parentId }),
    name,
    line: name,
    plate: 'mist',
    position: 100,
    productCount: 0,
  }
}

export interface BenchProduct {
  product: ProductDocument
  entry: SearchEntryDocument
  words: SearchWordDocument[]
}

/** One of many products that could stand in a large shop; the same for the same number. */
export function benchProduct(index: number): BenchProduct {
  const place = pick(places, index)
  const craft = pick(crafts, Math.floor(index / places.length))
  const kind = pick(kinds, scattered(index))
  const line = pick(series, scattered(index * 7))
  const number = 1000 + (index % 9000)
  const id = `bench-${index}`
  const weights = [50, 100, 250]
  const product = completeProduct(
    {
      _id: id,
      categoryId: `bench-${scattered(index) % 20}`,
      name: {
        zh: `${place.zh}${craft.zh}${kind.zh}·${line.zh}季`,
        en: `${place.en} ${craft.en} ${kind.en} ${number}`,
      },
      line: { zh: `${craft.zh}，${line.zh}`, en: `${craft.en}, ${line.en}` },
      plate: 'tea',
      picture: 'cloud://bench.bench/none.webp',
      pictures: [],
      options: [
        {
          id: 'weight',
          name: { zh: '净含量', en: 'Net weight' },
          values: weights.map((n) => ({ id: `${n}g`, name: { zh: `${n} 克`, en: `${n} g` } })),
        },
      ],
      tag: craft,
      tastes: [],
      facts: [{ name: { zh: '产地', en: 'Origin' }, value: place }],
      story: [{ zh: '一段说明。'.repeat(20), en: 'Some words about it. '.repeat(20) }],
      isListed: true,
      position: scattered(index * 3),
      listedAt: 1_700_000_000_000 + index * 60_000,
      soldCount: scattered(index * 5) % 5000,
      keywords: [kind.zh, line.zh],
    },
    weights.map((n, at) => benchSku(id, `${n}g`, 1000 + (scattered(index) % 500) * 100 * (at + 1))),
    benchCategories,
  )
  return { product, entry: searchEntryOf(product), words: wordsOf(product) }
}

const benchSku = (productId: string, weight: string, priceFen: number): SkuDocument => ({
  _id: `${productId}.${weight}`,
  productId,
  name: { zh: '', en: '' },
  optionWords: { zh: '', en: '' },
  values: { weight },
  picture: '',
  plate: 'tea',
  priceFen,
  stock: 10,
  isListed: true,
  position: 0,
})

/** What people type: names, parts, several words, letters, initials, and slips of them. */
export function benchQueries(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = scattered(index * 11)
    const place = pick(places, at)
    const craft = pick(crafts, scattered(at))
    const kind = pick(kinds, scattered(at + 1))
    return pick(
      [
        kind.zh,
        place.zh + craft.zh,
        craft.zh + kind.zh,
        `${place.zh} ${kind.zh}`,
        kind.en.toLowerCase(),
        `${place.en} ${kind.en}`,
        'baicha',
        'gushu',
        'wyyc',
        kind.zh.slice(0, 1),
        kind.en.toLowerCase().slice(0, 4),
        place.zh + craft.zh + kind.zh,
        '古树白查',
        'jasmnie',
      ],
      index,
    )
  })
}
