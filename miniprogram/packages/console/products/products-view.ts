import type { ProductRow, ShelfOutcome } from '../../../../shared/contract/goods'
import type { Plate } from '../../../../shared/contract/catalog'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

type Texts = MessageTexts['goods']

export interface ProductRowView {
  id: string
  name: string
  picture: string
  plate: Plate
  priceFen: number
  isFrom: boolean
  categoryName: string
  sold: string
  /** Off the shelf or sold out: one word. */
  mark: string
  /** What of it runs low. */
  low: string
  isSelected: boolean
}

const mostLow = 3

export const toProductRows = (
  rows: readonly ProductRow[],
  selected: ReadonlySet<string>,
  t: Texts,
): ProductRowView[] =>
  rows.map((row) => ({
    id: row.id,
    name: row.name,
    picture: row.picture,
    plate: row.plate,
    priceFen: row.priceFen,
    isFrom: row.isFrom,
    categoryName: row.categoryName,
    sold: fill(t.sold, { count: row.soldCount }),
    mark: row.isListed ? (row.isSoldOut ? t.soldOut : '') : t.offShelf,
    low: row.low
      .slice(0, mostLow)
      .map((sku) => lowText(sku, t))
      .join(t.separator),
    isSelected: selected.has(row.id),
  }))

function lowText({ options, stock }: ProductRow['low'][number], t: Texts): string {
  if (stock === 0) return `${options} ${t.none}`.trim()
  return options === '' ? fill(t.lowOnly, { count: stock }) : fill(t.low, { options, count: stock })
}

/** Each product once: one that runs low in several SKUs may come once for each. */
export function together(all: readonly ProductRow[]): ProductRow[] {
  const rows = new Map<string, ProductRow>()
  for (const row of all) {
    const known = rows.get(row.id)
    rows.set(row.id, known ? { ...row, low: [...known.low, ...row.low] } : row)
  }
  return [...rows.values()]
}

/** What became of a batch, one line for each kind of outcome. */
export function outcomeText(
  outcomes: readonly { outcome: ShelfOutcome }[],
  isListed: boolean,
  t: Texts,
): string {
  const verb = isListed ? t.shelve : t.unshelve
  const kinds = ['changed', 'same', 'incomplete', 'missing'] as const
  return kinds
    .map((kind) => ({ kind, count: outcomes.filter(({ outcome }) => outcome === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => fill(t[kind], { count, verb }))
    .join('\n')
}
