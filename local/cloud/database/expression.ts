import { Query } from 'mingo'
import type { Doc, Value } from './value'
import { requestFailed } from './wire-error'

/** Compiles `$expr`, an aggregation expression that decides on a document. */
export function compileExpression(expression: Value): (doc: Doc) => boolean {
  const query = new Query<Doc>({ $expr: expression }, { scriptEnabled: false })
  return (doc) => {
    try {
      return query.test(doc)
    } catch (error) {
      throw requestFailed(`$expr: ${(error as Error).message}`)
    }
  }
}
