export interface Document {
  _id: string
}

/** Fields of an index in order, also one inside another; 1 from small to great, -1 the other way. */
export type IndexKeys<T> = readonly (readonly [
  field: (keyof T & string) | `${keyof T & string}.${string}`,
  direction: 1 | -1,
])[]

export interface CollectionDefinition<T extends Document = Document, I extends string = string> {
  readonly name: string
  readonly indexes: Readonly<Record<I, IndexKeys<T>>>
  /** What a client may do by itself; expressions as in WeChat's security rules. */
  readonly rule: { read: boolean; write: boolean }
}

/** Clients never reach the database: everything goes through a function. */
const closed: CollectionDefinition['rule'] = { read: false, write: false }

/** Declares a collection; keeps the names of its indexes. */
export const collection =
  <T extends Document>() =>
  <I extends string>(
    name: string,
    indexes: Readonly<Record<I, IndexKeys<T>>>,
  ): CollectionDefinition<T, I> => ({ name, indexes, rule: closed })

/** For what is found by id only. */
export const none: Readonly<Record<never, never>> = {}
