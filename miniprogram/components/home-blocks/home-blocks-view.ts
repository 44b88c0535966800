import type { Door, HomeBlock } from '../../../shared/contract/catalog'
import type { MessageTexts } from '../../../shared/messages/messages'
import { fill } from '../../lib/language'

/** A block as the page draws it; `id` stays the same while the page is the same. */
export type BlockView = { id: string } & (
  | Exclude<HomeBlock, { kind: 'hero' | 'doors' | 'products' }>
  | { kind: 'doors'; doors: (Door & { isWide: boolean })[] }
  | (Extract<HomeBlock, { kind: 'products' }> & { more: string })
)

const known: ReadonlySet<string> = new Set<BlockView['kind']>([
  'doors',
  'products',
  'banner',
  'coupons',
  'flashSale',
  'groupBuy',
  'recommendations',
  'notice',
])

/** Lays the blocks under the hero out; kinds that a newer server knows are left out. */
export const toBlockViews = (blocks: readonly HomeBlock[], t: MessageTexts['home']): BlockView[] =>
  blocks.flatMap((block, index): BlockView[] => {
    const id = `${index}:${block.kind}`
    if (block.kind === 'hero' || !known.has(block.kind)) return []
    if (block.kind === 'doors') return [{ id, kind: 'doors', doors: inPairs(block.doors) }]
    if (block.kind === 'products')
      return [
        {
          id,
          ...block,
          more: block.category ? fill(t.seasonMore, { count: block.category.count }) : '',
        },
      ]
    return [{ id, ...block }]
  })

/** Doors stand in pairs, the odd one wide and first. */
const inPairs = (doors: readonly Door[]) =>
  doors.map((door, index) => ({ ...door, isWide: index === 0 && doors.length % 2 === 1 }))
