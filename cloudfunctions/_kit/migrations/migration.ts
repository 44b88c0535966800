import type { Json } from '../cloud'
import type { CollectionName } from '../collections'
import type { OutboxDocument } from '../documents/outbox'

/**
 * A change of documents that are there already. It must be right to run it while old and new
 * functions work on the same documents, and to run it again from any document on.
 */
export interface Migration {
  /** `0001-what-it-does`; they run in this order, each once. */
  id: string
  description: string
  collection: CollectionName
  /** The fields that `change` looks at; a document in which one moved meanwhile is read again. */
  reads: readonly string[]
  /** Fields to be set, or nothing when the document is as it should be. */
  change(document: Json): Json | undefined
  /**
   * What is to be done outside the database because of the document as it is, with the same ids
   * whenever it is asked.
   */
  effects?(document: Json, at: number): OutboxDocument[]
}
