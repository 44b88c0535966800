import { db } from '../db'
import type { LayoutDocument } from '../documents/staff'

const newestFirst = [
  ['version', -1],
  ['_id', -1],
] as const

/** The version of the home page that everybody sees. */
export async function findPublishedLayout(): Promise<LayoutDocument | undefined> {
  const [published] = await db.layouts.find({
    index: 'version',
    where: { page: 'home', state: 'published' },
    order: newestFirst,
    limit: 1,
  })
  return published
}

/** The last versions of the home page, the newest first, without their blocks. */
export const listLayouts = (limit: number): Promise<Omit<LayoutDocument, 'blocks'>[]> =>
  db.layouts.find({
    index: 'version',
    where: { page: 'home' },
    order: newestFirst,
    only: ['page', 'version', 'state', 'note', 'createdBy', 'createdAt', 'savedAt', 'publishedAt'],
    limit,
  })
