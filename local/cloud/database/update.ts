import { arrayOperator } from './update-arrays'
import { fieldOperator } from './update-fields'
import { expandPath, type Operator } from './update-paths'
import { splitPath } from './paths'
import { cloneValue, fieldOf, isDoc, typeName, type Doc, type Value } from './value'
import { equalValues } from './order'
import { requestFailed } from './wire-error'

/** Makes the next version of a document; the given one is left as it is. */
export type Update = (doc: Doc, matches?: (doc: Doc) => boolean) => Doc

/**
 * Compiles `{$set: {...}, $inc: {...}}`. Throws DATABASE_REQUEST_FAILED with MongoDB's text when
 * two operators meet at one path, and when applied to a value of the wrong type.
 */
export function compileUpdate(update: Doc): Update {
  const names = Object.keys(update)
  if (names.length === 0) throw requestFailed("'update' must not be empty")
  const steps: { segments: string[]; apply: Operator }[] = []
  for (const name of names) {
    if (!name.startsWith('$'))
      throw requestFailed(`Unknown modifier: ${name}. Expected a valid update modifier`)
    const fields = update[name] as Value
    if (!isDoc(fields))
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead`,
      )
    for (const [path, operand] of Object.entries(fields)) {
      steps.push({ segments: splitPath(path), apply: operatorFor(name, path, operand) })
      if (name === '$rename') steps.push({ segments: splitPath(String(operand)), apply: () => {} })
    }
  }
  refuseConflicts(steps.map((step) => step.segments))
  return (doc, matches) => {
    const next = cloneValue(doc)
    for (const { segments, apply } of steps) {
      for (const target of expandPath(next, segments, doc, matches)) apply(target)
    }
    if (!equalValues(fieldOf(doc, '_id'), fieldOf(next, '_id')))
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field")
    return next
  }
}

function operatorFor(name: string, path: string, operand: Value): Operator {
  const operator = fieldOperator(name, path, operand) ?? arrayOperator(name, path, operand)
  if (operator === undefined) throw requestFailed(`Unknown modifier: ${name}`)
  return operator
}

function refuseConflicts(paths: string[][]): void {
  const texts = paths.map((segments) => segments.join('.')).sort()
  for (const [i, text] of texts.entries()) {
    const next = texts.slice(i + 1).find((other) => other === text || other.startsWith(`${text}.`))
    if (next !== undefined)
      throw requestFailed(`Updating the path '${next}' would create a conflict at '${text}'`)
  }
}

/** The document that takes another's place: all fields new, the `_id` kept. */
export function replacement(fields: Doc): Update {
  refuseOperators(fields)
  return (doc) => {
    const { _id: id, ...rest } = fields
    const kept = fieldOf(doc, '_id') ?? id
    if (id !== undefined && !equalValues(id, kept))
      throw requestFailed("the (immutable) field '_id' was found to have been altered")
    return kept === undefined ? cloneValue(rest) : { _id: kept, ...cloneValue(rest) }
  }
}

/** Refuses a document with a field whose name starts with `$`. */
export function refuseOperators(doc: Doc): void {
  const operator = Object.keys(doc).find((name) => name.startsWith('$'))
  if (operator !== undefined)
    throw requestFailed(
      `The dollar ($) prefixed field '${operator}' in '${operator}' is not valid for storage.`,
    )
  for (const value of Object.values(doc)) refuseNestedOperators(value)
}

function refuseNestedOperators(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseNestedOperators)
  else if (isDoc(value)) refuseOperators(value)
}
