import { command, rawDatabase } from './cloud'
import type { Json, RawCollection, RawQuery } from './cloud'
import type { CollectionDefinition, Document, IndexKeys } from './collections/define'
import { readCursor, writeCursor } from './cursor'
import type { Place } from './cursor'
import { invalidInput } from './failure'

/** Equal values or commands by field, or alternatives put together with `command.and`. */
export type Where<T> = { [K in keyof T]?: T[K] | object } | Json

/** Field values to be set, or commands such as `command.inc(-1)`; never the id. */
export type Change<T> = { [K in Exclude<keyof T, '_id'>]?: T[K] | object }

/** A query and the index that answers it. */
export interface Find<T, I extends string> {
  index: I
  where: Where<T>
  /** Without it, as the database likes. */
  order?: IndexKeys<T>
  limit: number
  /** Only these fields, and the id. */
  only?: readonly (keyof T & string)[]
}

export interface Page<T> {
  documents: T[]
  /** Present while there is more. */
  cursor?: string
}

/** The most documents one read may bring; the server gives no more. */
const readLimit = 1000

const fieldsOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name): [string, boolean] => [name, true]))

/** Documents of one collection, outside transactions. `find` and `page` are for `repos/` only. */
export function openCollection<T extends Document, I extends string>({
  name,
}: CollectionDefinition<T, I>) {
  const raw = (): RawCollection => rawDatabase.collection(name)

  async function read(
    { order = [], limit, only }: Omit<Find<T, I>, 'index' | 'where'>,
    where: Where<T>,
  ): Promise<T[]> {
    let query: RawQuery = raw().where(where)
    for (const [field, direction] of order)
      query = query.orderBy(field, direction === 1 ? 'asc' : 'desc')
    if (only) query = query.field(fieldsOf(only))
    return (await query.limit(Math.min(limit, readLimit)).get()).data as unknown as T[]
  }

  return {
    /** The document with this id, or undefined. */
    async get(id: string): Promise<T | undefined> {
      return ((await raw().doc(id).get()).data as T | null) ?? undefined
    },

    /** Those documents with these ids that are there, by id. */
    async getMany(
      ids: readonly string[],
      only?: readonly (keyof T & string)[],
    ): Promise<Map<string, T>> {
      const unique = [...new Set(ids)]
      if (unique.length === 0) return new Map()
      const documents = await read({ limit: unique.length, only }, { _id: command.in(unique) })
      return new Map(documents.map((document) => [document._id, document]))
    },

    /** Adds a document; throws when its id is taken. */
    async insert(document: T): Promise<void> {
      await raw().add({ data: document })
    },

    /** Replaces the document, or adds it. */
    async put({ _id, ...fields }: T): Promise<void> {
      await raw().doc(_id).set({ data: fields })
    },

    /**
     * Changes the document if the condition holds at that moment; says whether anything changed,
     * so a change that sets what is there already counts as none.
     */
    async updateIf(id: string, condition: Where<T>, change: Change<T>): Promise<boolean> {
      const query = raw().where({ ...condition, _id: id })
      return (await query.update({ data: change })).stats.updated > 0
    },

    /** Changes those of these documents for which the condition holds; says how many. */
    async updateMany(
      ids: readonly string[],
      condition: Where<T>,
      change: Change<T>,
    ): Promise<number> {
      if (ids.length === 0) return 0
      const query = raw().where({ ...condition, _id: command.in(ids) })
      return (await query.update({ data: change })).stats.updated
    },

    async removeMany(ids: readonly string[]): Promise<void> {
      if (ids.length > 0)
        await raw()
          .where({ _id: command.in(ids) })
          .remove()
    },

    /** How many documents match, answered by an index. */
    async count({ where }: Pick<Find<T, I>, 'index' | 'where'>): Promise<number> {
      return (await raw().where(where).count()).total
    },

    find: ({ where, ...options }: Find<T, I>): Promise<T[]> => read(options, where),

    /**
     * One page in the given order, which begins with a number and ends with the id, going on
     * after `cursor`. A cursor that is none of ours is INVALID_INPUT.
     */
    async page(
      { where, ...options }: Find<T, I> & { order: IndexKeys<T> },
      cursor: string | undefined,
    ): Promise<Page<T>> {
      const place = cursor === undefined ? undefined : readCursor(cursor)
      if (cursor !== undefined && !place) throw invalidInput({ path: 'cursor', reason: 'cursor' })
      const rest = place ? command.and(where, beyond(options.order, place)) : where
      const documents = await read({ ...options, limit: options.limit + 1 }, rest)
      const shown = documents.slice(0, options.limit)
      const last = shown.at(-1)
      if (!last || documents.length === shown.length) return { documents: shown }
      const value = last[options.order[0]![0] as keyof T] as number
      return { documents: shown, cursor: writeCursor({ value, id: last._id }) }
    },
  }
}

/** What comes after a place: a later sort value, or the same one and a later id. */
function beyond<T>([first, last]: IndexKeys<T>, { value, id }: Place): object {
  if (!first || last?.[0] !== '_id') throw new Error('a page is ordered by a number and the id')
  const later = (direction: 1 | -1, than: unknown) =>
    direction === 1 ? command.gt(than) : command.lt(than)
  return command.or(
    { [first[0]]: later(first[1], value) },
    { [first[0]]: value, _id: later(last[1], id) },
  )
}
