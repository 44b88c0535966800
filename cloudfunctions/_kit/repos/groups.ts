import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { GroupDocument } from '../documents/loyalty'

const endingSoonest = [
  ['expiresAt', 1],
  ['_id', 1],
] as const

/** Groups of a product that wait for more people, those that end soonest first. */
export const listOpenGroups = (
  productId: string,
  at: number,
  limit: number,
): Promise<GroupDocument[]> =>
  db.groups.find({
    index: 'productState',
    where: { productId, state: 'open', expiresAt: command.gt(at) },
    order: endingSoonest,
    limit,
  })

/** Groups whose time ran out before they were complete, the longest over first. */
export const pageOverdueGroups = (
  at: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<Pick<GroupDocument, '_id' | 'expiresAt'>>> =>
  db.groups.page(
    {
      index: 'stateExpires',
      where: { state: 'open', expiresAt: command.lte(at) },
      order: endingSoonest,
      only: ['expiresAt'],
      limit,
    },
    cursor,
  )
