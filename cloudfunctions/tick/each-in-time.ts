import type { Page } from '../_kit/collection'
import { writeCursor } from '../_kit/cursor'
import { logError } from '../_kit/log'
import type { ChoreRun } from './chore'

/** Documents that are due and what is to be done with each. */
interface DueWork<By extends string, T extends { _id: string } & Record<By, number>> {
  /** Its name in the log. */
  what: string
  /** The instant they are sorted by, the longest due first. */
  by: By
  page: (cursor: string | undefined) => Promise<Page<T>>
  work: (item: T) => Promise<unknown>
}

/**
 * Works until the chore's time is over. What fails is written to the log and keeps nothing else
 * from being done, however much of it there is: the next run goes on behind the last one that was
 * tried, and the one after the end begins anew.
 */
export async function eachInTime<By extends string, T extends { _id: string } & Record<By, number>>(
  { places, isOver }: ChoreRun,
  { what, by, page, work }: DueWork<By, T>,
): Promise<number> {
  let tried = 0
  let cursor = places.get(what)
  do {
    const { documents, cursor: next } = await page(cursor)
    for (const item of documents) {
      if (isOver()) return tried
      try {
        await work(item)
      } catch (error) {
        logError(what, error, { item: item._id })
      }
      tried += 1
      places.set(what, writeCursor({ value: item[by], id: item._id }))
    }
    cursor = next
  } while (cursor !== undefined)
  places.delete(what)
  return tried
}
