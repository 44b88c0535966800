import type { ProductDetail, Sku } from '../../../shared/contract/catalog'
import { cartPieceLimit } from '../../../shared/domain/cart'

/** Chosen value id by option id. */
export type Choice = Record<string, string>

export interface SkuGroup {
  id: string
  name: string
  values: { id: string; name: string; state: 'chosen' | 'free' | 'soldOut' }[]
}

/** What the sheet draws for a choice. */
export interface SkuView {
  sku: Sku | undefined
  priceFen: number
  /** The struck price beside it; 0 when there is none. */
  wasFen: number
  /** The price is that of an offer. */
  isOffered: boolean
  groups: SkuGroup[]
  picture: string
  /** The chosen values in the order of the options. */
  words: string[]
  /** Shown only while it is worth knowing: under 50. */
  stockLeft: number | undefined
  /** The most that can be bought at once. */
  maximum: number
}

/** A tap on a value: the new choice, and what had to change with it or why it stays. */
export type ChoiceChange =
  | { kind: 'chosen'; choice: Choice; swapped: { before: string; after: string }[] }
  | { kind: 'soldOut'; choice: Choice }

const stockWorthKnowing = 50

/** Where the sheet begins: the asked SKU, else the cheapest that can be bought, else the first. */
export function firstChoice(product: ProductDetail, skuId?: string): Choice {
  const cheapest = [...product.skus]
    .filter(({ stock }) => stock > 0)
    .sort((a, b) => a.priceFen - b.priceFen)[0]
  const sku = product.skus.find(({ id }) => id === skuId) ?? cheapest ?? product.skus[0]
  return sku ? { ...sku.values } : {}
}

/**
 * Chooses a value. When it cannot be had with the other chosen values, they move to the nearest
 * combination that can be bought, so that no tap leads nowhere; a value that is sold out in every
 * combination changes nothing.
 */
export function chooseValue(
  product: ProductDetail,
  choice: Choice,
  optionId: string,
  valueId: string,
): ChoiceChange {
  const wanted = { ...choice, [optionId]: valueId }
  const others = product.options.filter(({ id }) => id !== optionId)
  const kept = (sku: Sku) => others.filter(({ id }) => sku.values[id] === choice[id]).length
  const nearest = product.skus
    .filter((sku) => sku.stock > 0 && sku.values[optionId] === valueId)
    .sort((a, b) => kept(b) - kept(a) || a.priceFen - b.priceFen)[0]
  if (!nearest) return { kind: 'soldOut', choice }
  const swapped = others
    .filter(({ id }) => nearest.values[id] !== wanted[id])
    .map(({ id }) => ({
      before: valueName(product, id, choice[id]),
      after: valueName(product, id, nearest.values[id]),
    }))
  return { kind: 'chosen', choice: { ...nearest.values }, swapped }
}

/**
 * What the sheet, and the product page's row of the chosen, show for a choice; `offered` are prices
 * of a sale or a group by SKU.
 */
export function toSkuView(
  product: ProductDetail,
  choice: Choice,
  offered: Record<string, number> = {},
): SkuView {
  const sku = product.skus.find(({ values }) =>
    product.options.every(({ id }) => values[id] === choice[id]),
  )
  const stock = sku?.stock ?? 0
  const listFen = sku?.priceFen ?? 0
  const offerFen = sku && offered[sku.id]
  return {
    sku,
    priceFen: offerFen ?? listFen,
    wasFen: offerFen === undefined ? (sku?.wasFen ?? 0) : listFen,
    isOffered: offerFen !== undefined,
    groups: product.options.map(({ id, name, values }) => ({
      id,
      name,
      values: values.map((value) => ({
        ...value,
        state:
          choice[id] === value.id ? 'chosen' : canBeHad(product, id, value.id) ? 'free' : 'soldOut',
      })),
    })),
    picture: sku?.picture ?? product.pictures[0] ?? '',
    words: product.options.map(({ id }) => valueName(product, id, choice[id])).filter(Boolean),
    stockLeft: stock > 0 && stock < stockWorthKnowing ? stock : undefined,
    maximum: Math.min(stock, cartPieceLimit),
  }
}

/** The name of an option's value; empty when nothing is chosen. */
export function valueName(product: ProductDetail, optionId: string, valueId?: string): string {
  const option = product.options.find(({ id }) => id === optionId)
  return option?.values.find(({ id }) => id === valueId)?.name ?? ''
}

const canBeHad = (product: ProductDetail, optionId: string, valueId: string) =>
  product.skus.some(({ values, stock }) => stock > 0 && values[optionId] === valueId)
