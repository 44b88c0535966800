import type { LayoutBlock } from '../../../../shared/contract/layout'
import type { Localized } from '../../../../shared/domain/localized'
import type { MessageTexts } from '../../../../shared/messages/messages'

type Texts = MessageTexts['company']
type Kind = LayoutBlock['kind']
type Block<K extends Kind> = Extract<LayoutBlock, { kind: K }>

/** One thing to fill in about a block; `products` holds ids, the others a text. */
export interface BlockField {
  key: string
  kind: 'text' | 'category' | 'products' | 'link'
  label: string
  value: string
  products: string[]
  most: number
}

/** Kinds in the order in which they are offered. */
export const blockKinds = [
  'hero',
  'doors',
  'products',
  'banner',
  'notice',
  'coupons',
  'flashSale',
  'groupBuy',
  'recommendations',
] as const satisfies readonly Kind[]

export const kindText = (kind: Kind, t: Texts): string =>
  t[`block${(kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<Kind>}`]

const nothing: Localized = { zh: '', en: '' }
const mostDoors = 8
const mostFacts = 3

/** A block of a kind before anything is filled in. */
export function emptyBlock(kind: Kind): LayoutBlock {
  switch (kind) {
    case 'hero':
      return { kind, facts: [], link: { label: nothing, productId: '' }, alt: nothing }
    case 'doors':
      return { kind, doors: [] }
    case 'products':
      return { kind, title: nothing, productIds: [] }
    case 'banner':
      return { kind, title: nothing, line: nothing, link: { to: 'category', categoryId: '' } }
    case 'notice':
      return { kind, line: nothing }
    default:
      return { kind, title: nothing }
  }
}

const text = (key: string, label: string, value: string): BlockField => ({
  key,
  kind: 'text',
  label,
  value,
  products: [],
  most: 0,
})
const both = (key: string, label: string, { zh, en }: Localized, t: Texts): BlockField[] => [
  text(`${key}.zh`, `${label} ${t.zh}`, zh),
  text(`${key}.en`, `${label} ${t.en}`, en),
]
const category = (key: string, t: Texts, value: string): BlockField => ({
  ...text(key, t.fieldCategory, value),
  kind: 'category',
})
const products = (label: string, ids: string[], most: number): BlockField => ({
  ...text('products', label, ''),
  kind: 'products',
  products: ids.filter(Boolean),
  most,
})

/** What there is to fill in about a block. */
export function toBlockForm(block: LayoutBlock, t: Texts): BlockField[] {
  switch (block.kind) {
    case 'hero':
      return [
        ...Array.from({ length: mostFacts }, (_, at) =>
          both(`fact${at}`, `${t.fieldFacts} ${at + 1}`, block.facts[at] ?? nothing, t),
        ).flat(),
        ...both('label', t.fieldLinkLabel, block.link.label, t),
        products(t.fieldProduct, [block.link.productId], 1),
        ...both('alt', t.fieldAlt, block.alt, t),
      ]
    case 'doors':
      return Array.from({ length: Math.min(mostDoors, block.doors.length + 1) }, (_, at) => {
        const door = block.doors[at]
        const name = `${at + 1}`
        return [
          ...both(`title${at}`, `${name} ${t.fieldTitle}`, door?.title ?? nothing, t),
          ...both(`fact${at}`, `${name} ${t.fieldFact}`, door?.fact ?? nothing, t),
          category(`category${at}`, t, door?.categoryId ?? ''),
        ]
      }).flat()
    case 'products':
      return [
        ...both('title', t.fieldTitle, block.title, t),
        category('category', t, block.categoryId ?? ''),
        products(t.fieldProducts, block.productIds, 20),
      ]
    case 'banner':
      return [
        ...both('title', t.fieldTitle, block.title, t),
        ...both('line', t.fieldLine, block.line, t),
        { ...text('to', '', block.link.to), kind: 'link' },
        category('category', t, 'categoryId' in block.link ? block.link.categoryId : ''),
        products(t.fieldProduct, ['productId' in block.link ? block.link.productId : ''], 1),
      ]
    case 'notice':
      return both('line', t.fieldLine, block.line, t)
    case 'flashSale':
    case 'groupBuy':
      return [
        ...both('title', t.fieldTitle, block.title, t),
        text('promotion', t.fieldPromotion, block.promotionId ?? ''),
      ]
    default:
      return both('title', t.fieldTitle, block.title, t)
  }
}

/** The block as it was filled in; undefined while something it cannot do without is missing. */
export function fromBlockForm(
  block: LayoutBlock,
  fields: readonly BlockField[],
): LayoutBlock | undefined {
  const value = (key: string) => fields.find((field) => field.key === key)?.value.trim() ?? ''
  const words = (key: string): Localized => ({ zh: value(`${key}.zh`), en: value(`${key}.en`) })
  const chosen = fields.find(({ kind }) => kind === 'products')?.products ?? []
  const isWhole = ({ zh, en }: Localized) => zh !== '' && en !== ''
  const isEmpty = ({ zh, en }: Localized) => zh === '' && en === ''
  switch (block.kind) {
    case 'hero': {
      const facts = Array.from({ length: mostFacts }, (_, at) => words(`fact${at}`))
      const shown = facts.filter((fact) => !isEmpty(fact))
      const [productId] = chosen
      if (!productId || ![...shown, words('label'), words('alt')].every(isWhole)) return undefined
      const link = { label: words('label'), productId }
      return { kind: 'hero', facts: shown, link, alt: words('alt') }
    }
    case 'doors':
      return doorsOf(block, { value, words, isWhole, isEmpty })
    case 'products': {
      const categoryId = value('category')
      if (!isWhole(words('title')) || (chosen.length === 0 && !categoryId)) return undefined
      const row: Block<'products'> = { kind: 'products', title: words('title'), productIds: chosen }
      return categoryId ? { ...row, categoryId } : row
    }
    case 'banner': {
      const link = linkOf(block.link, value('to'), value('category'), chosen[0])
      if (!link || !isWhole(words('title')) || !isWhole(words('line'))) return undefined
      return { kind: 'banner', title: words('title'), line: words('line'), link }
    }
    case 'notice':
      return isWhole(words('line')) ? { kind: 'notice', line: words('line') } : undefined
    case 'flashSale':
    case 'groupBuy': {
      const promotionId = value('promotion')
      if (!isWhole(words('title'))) return undefined
      const offer = { kind: block.kind, title: words('title') }
      return promotionId ? { ...offer, promotionId } : offer
    }
    default:
      return isWhole(words('title')) ? { kind: block.kind, title: words('title') } : undefined
  }
}

interface Reading {
  value(key: string): string
  words(key: string): Localized
  isWhole(text: Localized): boolean
  isEmpty(text: Localized): boolean
}

/** Doors whose title was emptied are gone. */
function doorsOf(
  { doors }: Block<'doors'>,
  { value, words, isWhole, isEmpty }: Reading,
): Block<'doors'> | undefined {
  const kept: Block<'doors'>['doors'] = []
  for (let at = 0; at < mostDoors; at += 1) {
    const title = words(`title${at}`)
    if (isEmpty(title)) continue
    const categoryId = value(`category${at}`)
    if (!isWhole(title) || !categoryId) return undefined
    const before = doors[at]
    kept.push({
      id: before?.id ?? `door-${categoryId}-${at}`,
      title,
      fact: words(`fact${at}`),
      categoryId,
      ...(before?.picture && before.categoryId === categoryId ? { picture: before.picture } : {}),
    })
  }
  return kept.length > 0 ? { kind: 'doors', doors: kept } : undefined
}

function linkOf(
  before: Block<'banner'>['link'],
  to: string,
  categoryId: string,
  productId: string | undefined,
): Block<'banner'>['link'] | undefined {
  if (to === 'product') return productId ? { to, productId } : undefined
  if (to === 'category') return categoryId ? { to, categoryId } : undefined
  if (to === 'coupons') return { to }
  return before.to === 'promotion' ? before : undefined
}

/** The blocks with one moved a place up or down; a hero stays first. */
export function moved(blocks: readonly LayoutBlock[], from: number, by: -1 | 1): LayoutBlock[] {
  const to = from + by
  const block = blocks[from]
  const other = blocks[to]
  if (!block || !other || block.kind === 'hero' || other.kind === 'hero') return [...blocks]
  const changed = [...blocks]
  changed[from] = other
  changed[to] = block
  return changed
}
