import type { Conjunction } from './bounds'
import type { KeyField, KeyRange, Placement } from './key-ranges'

/** A document as a range of keys yields it. */
export interface Entry {
  seq: number
  text: string
  /** Only read where the document does not tell it. */
  key?: Buffer
}

/** Where a read goes on. */
export interface Position {
  key: Buffer
  seq: number
}

/** Something that yields documents in the order of keys. */
export interface KeyTable {
  readonly name: string
  readonly fields: readonly KeyField[]
  readonly unique: boolean
  /** True if any document has several keys. */
  readonly hasArrays: boolean
  isMultikey(path: string): boolean
  place(conjunction: Conjunction): Placement
  /** Up to `limit` entries of a range after a position, in key order or against it. */
  read(range: KeyRange, reverse: boolean, after: Position | undefined, limit: number): Entry[]
  positionOf(entry: Entry): Position
  /** The number of keys in a range. */
  count(range: KeyRange): number
}
