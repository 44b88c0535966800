import { compileQuery } from './matcher'
import { isOperators } from './operators'
import { compareValues, equalValues } from './order'
import { compareDocuments, sortFields } from './sorting'
import type { Operator, PathTarget } from './update-paths'
import { cloneValue, fieldOf, isDoc, typeName, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'

/** Compiles an operator on arrays; undefined if the name is not one of them. */
export function arrayOperator(name: string, path: string, operand: Value): Operator | undefined {
  switch (name) {
    case '$push':
      return push(path, operand)
    case '$addToSet':
      return addToSet(path, operand)
    case '$pop':
      return pop(path, operand)
    case '$pull':
      return pull(operand)
    case '$pullAll':
      return pullAll(operand)
    default:
      return undefined
  }
}

function push(path: string, operand: Value): Operator {
  const modifiers = isDoc(operand) && fieldOf(operand, '$each') !== undefined ? operand : undefined
  const items = modifiers === undefined ? [operand] : eachOf(modifiers)
  const position = whole('$position', modifiers)
  const slice = whole('$slice', modifiers)
  const sort = modifiers === undefined ? undefined : elementOrder(fieldOf(modifiers, '$sort'))
  refuseOthers(modifiers, ['$each', '$position', '$slice', '$sort'])
  return (target) => {
    const array = arrayAt(target, path)
    const at = position === undefined ? array.length : from(position, array.length)
    const next = [...array.slice(0, at), ...cloneValue(items), ...array.slice(at)]
    if (sort !== undefined) next.sort(sort)
    target.set(slice === undefined ? next : sliced(next, slice))
  }
}

function eachOf(modifiers: Doc): Value[] {
  const each = modifiers['$each']
  if (!Array.isArray(each)) throw requestFailed('The argument to $each in $push must be an array')
  return each
}

function refuseOthers(modifiers: Doc | undefined, known: readonly string[]): void {
  const other = Object.keys(modifiers ?? {}).find((name) => !known.includes(name))
  if (other !== undefined) throw requestFailed(`Unrecognized clause in $push: ${other}`)
}

function whole(name: string, modifiers: Doc | undefined): number | undefined {
  const value = modifiers === undefined ? undefined : fieldOf(modifiers, name)
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`The value for ${name} must be an integer value`)
  return value
}

function from(position: number, length: number): number {
  return position < 0 ? Math.max(0, length + position) : Math.min(position, length)
}

function sliced(array: Value[], slice: number): Value[] {
  if (slice === 0) return []
  return slice < 0 ? array.slice(slice) : array.slice(0, slice)
}

/** The order of `$sort`: a direction for whole elements, or fields of elements. */
function elementOrder(sort: Value | undefined): ((a: Value, b: Value) => number) | undefined {
  if (sort === undefined) return undefined
  if (sort === 1 || sort === -1) return (a, b) => compareValues(a, b) * sort
  const compare = compareDocuments(sortFields(sort))
  return (a, b) => compare(isDoc(a) ? a : {}, isDoc(b) ? b : {})
}

function addToSet(path: string, operand: Value): Operator {
  const items = addedToSet(operand)
  return (target) => {
    const value = target.get()
    if (value !== undefined && !Array.isArray(value))
      throw requestFailed(
        `Cannot apply $addToSet to non-array field. ` +
          `Field named '${path}' has non-array type ${typeName(value)}`,
      )
    const next = [...(value ?? [])]
    for (const item of items) {
      if (!next.some((existing) => equalValues(existing, item))) next.push(cloneValue(item))
    }
    target.set(next)
  }
}

/** The SDK sends `addToSet({each})` as it is written, where `push({each})` becomes `$each`. */
function addedToSet(operand: Value): Value[] {
  const each = isDoc(operand) ? (fieldOf(operand, '$each') ?? fieldOf(operand, 'each')) : undefined
  if (each === undefined || (isDoc(operand) && Object.keys(operand).length > 1)) return [operand]
  if (!Array.isArray(each))
    throw requestFailed('The argument to $each in $addToSet must be an array')
  return each
}

function pop(path: string, operand: Value): Operator {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1')
  return (target) => {
    const value = target.get()
    if (value === undefined) return
    if (!Array.isArray(value))
      throw requestFailed(
        `Path '${path}' contains an element of non-array type '${typeName(value)}'`,
      )
    target.set(operand === 1 ? value.slice(0, -1) : value.slice(1))
  }
}

function pull(operand: Value): Operator {
  return remove('$pull', elementTest(operand))
}

/** What `$pull` takes away: equal values, those an operator accepts, objects a query matches. */
function elementTest(operand: Value): (element: Value) => boolean {
  if (isOperators(operand)) {
    const matches = compileQuery({ element: { $elemMatch: operand } })
    return (element) => matches({ element: [element] })
  }
  if (isDoc(operand)) {
    const matches = compileQuery(operand)
    return (element) => isDoc(element) && matches(element)
  }
  if (operand instanceof RegExp)
    return (element) => typeof element === 'string' && operand.test(element)
  return (element) => equalValues(element, operand)
}

function pullAll(operand: Value): Operator {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument')
  return remove('$pullAll', (element) => operand.some((item) => equalValues(item, element)))
}

function remove(name: string, test: (element: Value) => boolean): Operator {
  return (target) => {
    const value = target.get()
    if (value === undefined) return
    if (!Array.isArray(value)) throw requestFailed(`Cannot apply ${name} to a non-array value`)
    target.set(value.filter((element) => !test(element)))
  }
}

function arrayAt(target: PathTarget, path: string): Value[] {
  const value = target.get()
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  const id = JSON.stringify(fieldOf(target.doc, '_id') ?? null)
  throw requestFailed(
    `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${id}}`,
  )
}
