import type { QuestionDocument, ReviewDocument } from '../../cloudfunctions/_kit/documents/care'
import type { ProductDocument, SkuDocument } from '../../cloudfunctions/_kit/documents/catalog'
import { bandOf, rated } from '../../shared/domain/review'

const dayMs = 86_400_000

interface DemoReview {
  skuId: string
  nickname: string
  score: number
  daysAgo: number
  text: string
  reply?: string
}

interface DemoQuestion {
  productId: string
  nickname: string
  daysAgo: number
  text: string
  answer: string
}

/** Nobody's: what customers of such a house would say, all of them unnamed. */
const reviews: readonly DemoReview[] = [
  {
    skuId: 'tea-cloud-tip.50g.tin',
    nickname: '木**',
    score: 5,
    daysAgo: 3,
    text: '开罐有豆香，水温降到 80 度再冲，第三泡还是甜的。',
  },
  {
    skuId: 'tea-cloud-tip.50g.box',
    nickname: '阿**',
    score: 4,
    daysAgo: 9,
    text: '送人体面。盒子比想的大一点，快递柜差点塞不下。',
    reply: '谢谢告诉我们，外箱已经换成小一号的。',
  },
  {
    skuId: 'tea-cloud-tip.50g.tin',
    nickname: '',
    score: 3,
    daysAgo: 16,
    text: '茶是好茶，就是罐口有点紧，要用点力才打得开。',
    reply: '罐盖压得紧是为了不跑气，拧着往上提会省力些。',
  },
  {
    skuId: 'tea-garden-daily.500g',
    nickname: '小**',
    score: 5,
    daysAgo: 2,
    text: '办公室一天一壶，泡浓了也不涩，这个价没得挑。',
  },
  {
    skuId: 'tea-garden-daily.250g',
    nickname: '渔**',
    score: 5,
    daysAgo: 12,
    text: '我爸喝惯了，第四次买。',
  },
  {
    skuId: 'tea-jasmine-needle.50g.bag',
    nickname: '七**',
    score: 5,
    daysAgo: 6,
    text: '花香是干净的，不冲鼻子。冷泡一夜，第二天带去上班。',
  },
  {
    skuId: 'coffee-house-blend.227g.bean',
    nickname: '老**',
    score: 5,
    daysAgo: 4,
    text: '周五烘的，周二收到，养了一周再喝。做奶咖有可可味。',
  },
  {
    skuId: 'coffee-drip-dawn.1',
    nickname: '禾**',
    score: 4,
    daysAgo: 8,
    text: '出差带的，热水一冲就好。挂耳的卡扣要是再宽一点就更稳。',
  },
  {
    skuId: 'snack-qingtuan.1',
    nickname: '',
    score: 5,
    daysAgo: 5,
    text: '到手还是软的，艾草味很足，豆沙不甜。当天吃最好。',
  },
  {
    skuId: 'ware-hills-gaiwan.none',
    nickname: '青**',
    score: 5,
    daysAgo: 21,
    text: '口沿外翻，不烫手。釉面有点手工的痕迹，我喜欢。',
  },
]

const questions: readonly DemoQuestion[] = [
  {
    productId: 'tea-cloud-tip',
    nickname: '',
    daysAgo: 7,
    text: '开封以后要放冰箱吗？',
    answer: '一个月内喝完，盖紧放阴凉处就行。放久的话密封好再进冷藏。',
  },
  {
    productId: 'tea-garden-daily',
    nickname: '晚**',
    daysAgo: 10,
    text: '250 克能喝多久？',
    answer: '一天一壶、每壶 5 克，差不多喝一个半月。',
  },
  {
    productId: 'coffee-house-blend',
    nickname: '',
    daysAgo: 14,
    text: '没有磨豆机，选哪种粉？',
    answer: '手冲选「手冲」，摩卡壶选「摩卡壶」。磨好的请在两周内喝完。',
  },
]

interface Goods {
  products: readonly ProductDocument[]
  skus: readonly SkuDocument[]
}

export interface VoiceDocuments {
  reviews: ReviewDocument[]
  questions: QuestionDocument[]
}

/** Reviews and questions as they would be had the check passed them and staff answered. */
export function voiceDocuments({ products, skus }: Goods, now: number): VoiceDocuments {
  return {
    reviews: reviews.map((review, index) => reviewDocument(review, index, skus, now)),
    questions: questions.map((question, index) => questionDocument(question, index, products, now)),
  }
}

/** The products with what their reviews add up to. */
export const withRatings = (
  products: readonly ProductDocument[],
  written: readonly ReviewDocument[],
): ProductDocument[] =>
  products.map((product) => {
    const mine = written.filter(({ productId }) => productId === product._id)
    if (mine.length === 0) return product
    const rating = mine.reduce((sum, review) => rated(sum, review, 1), product.rating)
    return rating ? { ...product, rating } : product
  })

function reviewDocument(
  { skuId, nickname, score, daysAgo, text, reply }: DemoReview,
  index: number,
  skus: readonly SkuDocument[],
  now: number,
): ReviewDocument {
  const sku = skus.find(({ _id }) => _id === skuId)
  if (!sku) throw new Error(`A review is about an SKU that is not there: ${skuId}`)
  const orderId = `demo-${index + 1}`
  const at = now - daysAgo * dayMs
  return {
    _id: `${orderId}:${skuId}`,
    orderId,
    productId: sku.productId,
    skuId,
    name: sku.name,
    optionWords: sku.optionWords,
    picture: sku.picture,
    memberId: orderId,
    nickname,
    score,
    band: bandOf(score),
    text,
    pictures: [],
    check: 'passed',
    passed: ['text'],
    ...(reply === undefined ? {} : { reply: { text: reply, at: at + dayMs, staffId: 'demo' } }),
    isHidden: false,
    isShown: true,
    hasPictures: false,
    hasFollowUp: false,
    needsStaff: false,
    at,
  }
}

function questionDocument(
  { productId, nickname, daysAgo, text, answer }: DemoQuestion,
  index: number,
  products: readonly ProductDocument[],
  now: number,
): QuestionDocument {
  const product = products.find(({ _id }) => _id === productId)
  if (!product) throw new Error(`A question is about a product that is not there: ${productId}`)
  const id = `demo-question-${index + 1}`
  const at = now - daysAgo * dayMs
  const passed = { pictures: [], check: 'passed' as const, passed: ['text'] }
  return {
    _id: id,
    productId,
    name: product.name,
    memberId: id,
    nickname,
    text,
    ...passed,
    isHidden: false,
    isShown: true,
    isOpen: false,
    answers: [
      {
        id: `${id}-1`,
        memberId: 'demo',
        nickname: '',
        by: 'staff',
        text: answer,
        ...passed,
        at: at + dayMs / 2,
      },
    ],
    at,
  }
}
