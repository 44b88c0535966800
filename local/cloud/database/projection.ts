import { splitPath } from './paths'
import { compileQuery } from './matcher'
import { cloneValue, fieldOf, isDoc, type Doc, type Value } from './value'
import { invalidParam } from './wire-error'

/** Makes the part of a document that is asked for. */
export type Project = (doc: Doc) => Doc

/**
 * Compiles a projection: fields to keep (1) or to leave out (0), never both but for `_id`, and
 * the `$slice` and `$elemMatch` of `command.project`.
 */
export function compileProjection(projection: Value | undefined): Project | undefined {
  if (projection === undefined) return undefined
  if (!isDoc(projection)) throw invalidParam('the projection has to be an object')
  const kept: string[][] = []
  const dropped: string[][] = []
  const shaped: ((source: Doc, into: Doc) => void)[] = []
  for (const [path, value] of Object.entries(projection)) {
    if (isDoc(value)) shaped.push(shape(path, value))
    else if (value === 1 || value === true) kept.push(splitPath(path))
    else if (value === 0 || value === false) dropped.push(splitPath(path))
    else throw invalidParam(`invalid projection of ${path}`)
  }
  const dropsFields = dropped.some((segments) => segments.join('.') !== '_id')
  const keepsFields = kept.some((segments) => segments.join('.') !== '_id')
  if (dropsFields && keepsFields)
    throw invalidParam('a projection cannot both keep and leave out fields')
  if (keepsFields || (kept.length > 0 && !dropsFields))
    return keepOnly(kept, dropped.length === 0, shaped)
  if (dropped.length === 0 && shaped.length === 0) return undefined
  return leaveOut(dropped, shaped)
}

function keepOnly(
  kept: string[][],
  keepId: boolean,
  shaped: ((source: Doc, into: Doc) => void)[],
): Project {
  const tree = treeOf(kept)
  if (keepId) tree.set('_id', null)
  return (doc) => {
    const result = pick(doc, tree)
    for (const apply of shaped) apply(doc, result)
    return result
  }
}

function leaveOut(dropped: string[][], shaped: ((source: Doc, into: Doc) => void)[]): Project {
  const tree = treeOf(dropped)
  return (doc) => {
    const result = omit(doc, tree)
    for (const apply of shaped) apply(doc, result)
    return result
  }
}

/** The projected paths as a tree; null marks the end of a path. */
type Tree = Map<string, Tree | null>

function treeOf(paths: string[][]): Tree {
  const root: Tree = new Map()
  for (const segments of paths) {
    let node = root
    for (const [i, segment] of segments.entries()) {
      const existing = node.get(segment)
      if (existing === null) break
      if (i === segments.length - 1) {
        node.set(segment, null)
        break
      }
      const next: Tree = existing ?? new Map()
      node.set(segment, next)
      node = next
    }
  }
  return root
}

function pick(doc: Doc, tree: Tree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const below = tree.get(name)
    if (below === undefined) continue
    const value = doc[name] as Value
    const part = below === null ? value : pickInside(value, below)
    if (part !== undefined) result[name] = part
  }
  return result
}

function pickInside(value: Value, tree: Tree): Value | undefined {
  if (Array.isArray(value))
    return value.flatMap((item) => {
      const part = pickInside(item, tree)
      return part === undefined ? [] : [part]
    })
  return isDoc(value) ? pick(value, tree) : undefined
}

function omit(doc: Doc, tree: Tree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const below = tree.get(name)
    if (below === null) continue
    const value = doc[name] as Value
    result[name] = below === undefined ? value : omitInside(value, below)
  }
  return result
}

function omitInside(value: Value, tree: Tree): Value {
  if (Array.isArray(value)) return value.map((item) => omitInside(item, tree))
  return isDoc(value) ? omit(value, tree) : value
}

function shape(path: string, operator: Doc): (source: Doc, into: Doc) => void {
  if (splitPath(path).length > 1)
    throw invalidParam(`$slice and $elemMatch apply to a field, not to a path: ${path}`)
  const transform = shaper(path, operator)
  return (source, into) => {
    const value = fieldOf(source, path)
    if (value === undefined) return
    const shapedValue = transform(value)
    if (shapedValue === undefined) delete into[path]
    else into[path] = cloneValue(shapedValue)
  }
}

function shaper(path: string, operator: Doc): (value: Value) => Value | undefined {
  const elementQuery = operator['$elemMatch']
  if (isDoc(elementQuery)) return firstElement(elementQuery)
  const slice = operator['$slice']
  const [skip, count] = Array.isArray(slice) ? slice : [undefined, slice]
  if (typeof count !== 'number' || (skip !== undefined && typeof skip !== 'number'))
    throw invalidParam(`invalid projection of ${path}`)
  return (value) => (Array.isArray(value) ? sliceOf(value, skip, count) : value)
}

function sliceOf(array: Value[], skip: number | undefined, count: number): Value[] {
  if (skip === undefined) return count < 0 ? array.slice(count) : array.slice(0, count)
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip
  return array.slice(start, start + count)
}

function firstElement(query: Doc): (value: Value) => Value | undefined {
  const matches = compileQuery({ element: { $elemMatch: query } })
  return (value) => {
    const found = Array.isArray(value) && value.find((item) => matches({ element: [item] }))
    return found === false || found === undefined ? undefined : [found]
  }
}
