import type { Iterator } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import { find } from './find'
import { idKey } from './key-encoding'
import { mingo } from './mingo'
import { pathValues, splitPath } from './paths'
import type { Doc, Value } from './value'
import type { Searchable } from './walk'
import { requestFailed } from './wire-error'

type Stage = (documents: Iterator, expression: AnyObject, options: Options) => Iterator

/** `$lookup`: a join of equal fields goes through the other collection's index. */
export function lookupStage(resolve: (name: string) => Searchable): Stage {
  return (documents, expression, options) => {
    const { from, localField, foreignField, as, pipeline } = expression
    if (pipeline !== undefined)
      return mingo().operators.pipeline.$lookup(documents, expression as never, options)
    if (![from, localField, foreignField, as].every((text) => typeof text === 'string'))
      throw requestFailed('$lookup needs from, localField, foreignField and as')
    const join = new Join(resolve(from as string), localField as string, foreignField as string)
    return documents.transform((all) => {
      const docs = all as Doc[]
      join.fetch(docs)
      return mingo().lazy.Lazy(
        docs.map((doc) => ({ ...doc, [as as string]: join.partnersOf(doc) })),
      )
    })
  }
}

/** How many different values are looked up at once. */
const batchSize = 400

class Join {
  readonly #collection: Searchable
  readonly #local: readonly string[]
  readonly #foreignPath: string
  readonly #partners = new Map<string, Map<number, Doc>>()

  constructor(collection: Searchable, localField: string, foreignField: string) {
    this.#collection = collection
    this.#local = splitPath(localField)
    this.#foreignPath = foreignField
  }

  /** Reads the partners of all documents. */
  fetch(docs: readonly Doc[]): void {
    const values = new Map<string, Value>()
    for (const doc of docs)
      for (const value of this.#valuesOf(doc)) values.set(nameOf(value), value)
    const distinct = [...values.values()]
    const foreign = splitPath(this.#foreignPath)
    for (let i = 0; i < distinct.length; i += batchSize) {
      const query = { [this.#foreignPath]: { $in: distinct.slice(i, i + batchSize) } }
      const { found } = find(this.#collection, { query, sort: [], skip: 0, limit: Infinity })
      for (const row of found) {
        for (const value of pathValues(row.doc, foreign).values)
          this.#add(nameOf(value ?? null), row.seq, row.doc)
      }
    }
  }

  partnersOf(doc: Doc): Doc[] {
    const partners = new Map<number, Doc>()
    for (const value of this.#valuesOf(doc)) {
      for (const [seq, partner] of this.#partners.get(nameOf(value)) ?? [])
        partners.set(seq, partner)
    }
    return [...partners].sort(([a], [b]) => a - b).map(([, partner]) => partner)
  }

  #add(name: string, seq: number, doc: Doc): void {
    let partners = this.#partners.get(name)
    if (partners === undefined) this.#partners.set(name, (partners = new Map()))
    partners.set(seq, doc)
  }

  #valuesOf(doc: Doc): Value[] {
    return pathValues(doc, this.#local).values.filter((value) => value !== undefined)
  }
}

/** Equal values have equal names. */
function nameOf(value: Value): string {
  return idKey(value).toString('latin1')
}
