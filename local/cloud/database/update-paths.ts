import { isPosition } from './paths'
import { fieldOf, isDoc, typeName, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'

/** One place in a document that an operator changes. */
export interface PathTarget {
  readonly doc: Doc
  /** The value there; undefined if there is none. */
  get(): Value | undefined
  /** Puts a value there, making the objects on the way. */
  set(value: Value): void
  /** Takes the field away; an element of an array becomes null. */
  unset(): void
}

/** Changes the value at one resolved path of a document in place. */
export type Operator = (target: PathTarget) => void

/**
 * The places that a path stands for: one, or several where it has `$[]`. A `$` is the first
 * element by which the document matches its query.
 */
export function expandPath(
  doc: Doc,
  segments: readonly string[],
  original: Doc,
  matches: ((doc: Doc) => boolean) | undefined,
): PathTarget[] {
  const at = segments.findIndex((segment) => segment === '$' || segment === '$[]')
  if (at < 0) return [targetAt(doc, segments)]
  if (segments.some((segment) => /^\$\[.+\]$/.test(segment)))
    throw requestFailed('array filters are not supported')
  const before = segments.slice(0, at)
  const after = segments.slice(at + 1)
  const array = targetAt(doc, before).get()
  if (!Array.isArray(array))
    throw requestFailed(
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    )
  const positions =
    segments[at] === '$[]' ? array.map((_, i) => i) : [matchedElement(original, before, matches)]
  return positions.flatMap((position) =>
    expandPath(doc, [...before, String(position), ...after], original, matches),
  )
}

function matchedElement(
  original: Doc,
  path: readonly string[],
  matches: ((doc: Doc) => boolean) | undefined,
): number {
  const array = targetAt(original, path).get()
  const found =
    matches !== undefined && Array.isArray(array)
      ? array.findIndex((element) => matches(withElement(original, path, element)))
      : -1
  if (found < 0)
    throw requestFailed('The positional operator did not find the match needed from the query.')
  return found
}

/** The document as if its array at the path held this one element only. */
function withElement(doc: Doc, path: readonly string[], element: Value): Doc {
  const [first, ...rest] = path as [string, ...string[]]
  const below = fieldOf(doc, first)
  const inner = rest.length === 0 || !isDoc(below) ? [element] : withElement(below, rest, element)
  return { ...doc, [first]: inner }
}

/** The longest array that a position past its end may make, as MongoDB limits it. */
const largestPadding = 1_500_000

function targetAt(doc: Doc, segments: readonly string[]): PathTarget {
  return {
    doc,
    get() {
      let value: Value | undefined = doc
      for (const segment of segments) value = step(value, segment)
      return value
    },
    set(value) {
      const parent = makeParent(doc, segments)
      assign(parent, segments.at(-1) as string, value)
    },
    unset() {
      let parent: Value | undefined = doc
      for (const segment of segments.slice(0, -1)) parent = step(parent, segment)
      const last = segments.at(-1) as string
      if (isDoc(parent)) delete parent[last]
      else if (Array.isArray(parent) && isPosition(last) && Number(last) < parent.length)
        parent[Number(last)] = null
    },
  }
}

function step(value: Value | undefined, segment: string): Value | undefined {
  if (Array.isArray(value)) return isPosition(segment) ? value[Number(segment)] : undefined
  return isDoc(value) ? fieldOf(value, segment) : undefined
}

function makeParent(doc: Doc, segments: readonly string[]): Doc | Value[] {
  let parent: Doc | Value[] = doc
  for (const [i, segment] of segments.slice(0, -1).entries()) {
    let next = step(parent, segment)
    if (next === undefined) {
      next = {}
      assign(parent, segment, next)
    }
    if (!isDoc(next) && !Array.isArray(next)) {
      const below = segments[i + 1] as string
      throw requestFailed(
        `Cannot create field '${below}' in element {${segment}: ${JSON.stringify(next)}}`,
      )
    }
    parent = next
  }
  return parent
}

function assign(parent: Doc | Value[], segment: string, value: Value): void {
  if (!Array.isArray(parent)) {
    if (segment === '__proto__') throw requestFailed('a field cannot be named __proto__')
    parent[segment] = value
    return
  }
  if (!isPosition(segment))
    throw requestFailed(`Cannot create field '${segment}' in element of type ${typeName(parent)}`)
  const position = Number(segment)
  if (position > parent.length + largestPadding)
    throw requestFailed(`can't backfill more than ${largestPadding} elements of an array`)
  while (parent.length < position) parent.push(null)
  parent[position] = value
}
