import type { ProductCard, ProductDetail } from '../../../../shared/contract/catalog'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import type { SkuPrices } from '../../../components/product-offers/offers-view'
import { toSkuView } from '../../../components/sku-sheet/sku-view'
import type { Choice } from '../../../components/sku-sheet/sku-view'

/** What the product page draws, apart from what is chosen. */
export interface ProductView {
  id: string
  name: string
  line: string
  tag: string
  ground: ProductDetail['plate']
  /** The first picture is cut out and stands on the plate; the others fill the frame. */
  pictures: { src: string; isCutOut: boolean; label: string }[]
  video: { src: string; poster: string } | null
  /** Pictures, and the video before them. */
  slideCount: number
  sold: string
  tastes: { name: string; label: string; steps: { id: number; isOn: boolean }[] }[]
  delivery: string[]
  guarantees: string[]
  story: string[]
  facts: { name: string; value: string }[]
  related: ProductCard[]
  categoryId: string
  isSoldOut: boolean
  /** Options or not: without them a tap adds at once. */
  hasOptions: boolean
}

/** What the price row and the row of the chosen draw. */
export interface ChosenView {
  skuId: string
  priceFen: number
  wasFen: number
  /** The price is that of a flash sale. */
  isOffered: boolean
  words: string[]
  quantity: number
}

const tasteSteps = [1, 2, 3, 4, 5]

export function toProductView(product: ProductDetail, texts: MessageTexts['product']): ProductView {
  const { id, name, line, plate, pictures, category, delivery } = product
  return {
    id,
    name,
    line,
    tag: product.tag ?? '',
    ground: plate,
    pictures: pictures.map((src, index) => ({
      src,
      isCutOut: index === 0,
      label: fill(texts.picture, { name, index: index + 1, count: pictures.length }),
    })),
    video: product.video ?? null,
    slideCount: pictures.length + (product.video ? 1 : 0),
    sold:
      product.soldCount > 0 ? fill(texts.sold, { count: withThousands(product.soldCount) }) : '',
    tastes: product.tastes.map((taste) => ({
      name: taste.name,
      label: fill(texts.taste, taste),
      steps: tasteSteps.map((id) => ({ id, isOn: id <= taste.level })),
    })),
    delivery: [delivery.from, delivery.promise, arrivalText(delivery, texts)].filter(Boolean),
    guarantees: product.guarantees,
    story: product.story,
    facts: product.facts,
    related: product.related,
    categoryId: category.id,
    isSoldOut: product.isSoldOut,
    hasOptions: product.options.length > 0,
  }
}

/** The choice in words, ending with how many pieces. */
export function toChosenView(
  product: ProductDetail,
  choice: Choice,
  quantity: number,
  texts: MessageTexts['product'],
  offered: SkuPrices = {},
): ChosenView {
  const { sku, words, priceFen, wasFen, isOffered } = toSkuView(product, choice, offered)
  return {
    skuId: sku?.id ?? '',
    priceFen,
    wasFen,
    isOffered,
    words: [...words, fill(texts.pieces, { count: quantity })],
    quantity,
  }
}

function arrivalText(
  { arrival }: ProductDetail['delivery'],
  texts: MessageTexts['product'],
): string {
  if (!arrival) return ''
  const [, month, day] = arrival.date.split('-').map(Number)
  const date = fill(texts.day, { month: month ?? '', day: day ?? '' })
  return fill(texts.arrival, { day: date, province: arrival.province })
}

const withThousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
