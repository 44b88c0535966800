import { command } from '../cloud'
import { db } from '../db'

/** Ids of once-keys that are older than this instant. */
export async function listOldOnceKeys(before: number, limit: number): Promise<string[]> {
  const keys = await db.once.find({
    index: 'created',
    where: { createdAt: command.lt(before) },
    order: [
      ['createdAt', 1],
      ['_id', 1],
    ],
    only: ['createdAt'],
    limit,
  })
  return keys.map(({ _id }) => _id)
}
