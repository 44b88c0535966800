import type { Box } from './geo-cells'
import { searchedArea } from './geo-query'
import { compareValues } from './order'
import { isOperators } from './operators'
import { isDoc, rankOf, type Doc, type Value } from './value'

/** One end of a range of values. */
export interface Bound {
  value: Value
  inclusive: boolean
}

/** What a query says about one field, as far as an index can use it. */
export interface FieldBounds {
  /** The field equals one of these; null stands for a missing field too. */
  points?: Value[]
  /** The field lies between these, within the type of their values. */
  lower?: Bound
  upper?: Bound
  /** The field is a string that starts with this. */
  prefix?: string
  /** The field is a place within one of these. */
  area?: Box[]
}

/** Conditions that hold together. */
export interface Conjunction {
  fields: ReadonlyMap<string, FieldBounds>
  /** True if the bounds say all that the query says, so that nothing is left to test. */
  exact: boolean
}

const maxBranches = 32

/**
 * The query as alternatives of bounds on fields. Each document that matches the query lies within
 * the bounds of one of them; the reverse only holds where they are exact.
 */
export function conjunctionsOf(query: Doc): Conjunction[] {
  let branches: Conjunction[] = [{ fields: new Map(), exact: true }]
  for (const [name, condition] of Object.entries(query)) {
    const clause = clauseOf(name, condition)
    const product = branches.flatMap((branch) => clause.map((other) => both(branch, other)))
    branches =
      product.length <= maxBranches
        ? product
        : branches.map((branch) => ({ ...branch, exact: false }))
  }
  return branches
}

function clauseOf(name: string, condition: Value): Conjunction[] {
  if (!name.startsWith('$')) return [fieldConjunction(name, condition)]
  // What is malformed is left to the compiler of the query, which refuses it.
  if ((name === '$and' || name === '$or') && isDocs(condition) && condition.length > 0) {
    const parts = condition.map(conjunctionsOf)
    return name === '$or'
      ? parts.flat()
      : parts.reduce((left, right) => left.flatMap((a) => right.map((b) => both(a, b))))
  }
  return [{ fields: new Map(), exact: name === '$comment' }]
}

function isDocs(condition: Value): condition is Doc[] {
  return Array.isArray(condition) && condition.every(isDoc)
}

function fieldConjunction(path: string, condition: Value): Conjunction {
  if (!isOperators(condition)) return single(path, equalTo(condition))
  return Object.entries(condition)
    .map(([operator, operand]) => single(path, operatorBounds(operator, operand, condition)))
    .reduce(both)
}

interface Understood {
  bounds?: FieldBounds
  exact: boolean
}

function single(path: string, { bounds, exact }: Understood): Conjunction {
  return { fields: new Map(bounds === undefined ? [] : [[path, bounds]]), exact }
}

function operatorBounds(operator: string, operand: Value, condition: Doc): Understood {
  switch (operator) {
    case '$eq':
      return equalTo(operand)
    case '$in':
      return oneOf(operand)
    case '$gt':
    case '$gte':
      return range(operand, (bound) => ({ lower: bound }), operator === '$gte')
    case '$lt':
    case '$lte':
      return range(operand, (bound) => ({ upper: bound }), operator === '$lte')
    case '$exists':
      return operand === false ? { bounds: { points: [null] }, exact: false } : { exact: false }
    case '$regex':
      return prefixOf(operand, condition['$options'])
    default:
      return { bounds: areaBounds(operator, operand), exact: false }
  }
}

function areaBounds(operator: string, operand: Value): FieldBounds | undefined {
  const area = searchedArea(operator, operand)
  return area && { area }
}

function equalTo(value: Value): Understood {
  if (value instanceof RegExp) return prefixOf(value, undefined)
  return isPoint(value) ? { bounds: { points: [value] }, exact: true } : { exact: false }
}

function oneOf(operand: Value): Understood {
  if (!Array.isArray(operand) || !operand.every(isPoint)) return { exact: false }
  return { bounds: { points: operand }, exact: true }
}

/** An array equals arrays and elements at once, which is two places in an index. */
function isPoint(value: Value): boolean {
  return !Array.isArray(value) && !(value instanceof RegExp)
}

function range(value: Value, toBounds: (bound: Bound) => FieldBounds, inclusive: boolean) {
  const usable =
    (typeof value === 'number' && !Number.isNaN(value)) ||
    typeof value === 'string' ||
    value instanceof Date
  return usable ? { bounds: toBounds({ value, inclusive }), exact: true } : { exact: false }
}

/** `/^abc/` without options begins with a text that an index can look up. */
function prefixOf(pattern: Value, options: Value | undefined): Understood {
  const source = pattern instanceof RegExp ? pattern.source : pattern
  const flags = pattern instanceof RegExp ? pattern.flags : (options ?? '')
  if (typeof source !== 'string' || flags !== '' || source.includes('|')) return { exact: false }
  const literal = /^\^((?:[^\\^$.*+?()[\]{}]|\\[^a-zA-Z0-9])+)/.exec(source)?.[1]
  if (literal === undefined) return { exact: false }
  // A quantifier may make the last character optional.
  const rest = source.slice(literal.length + 1)
  const certain = /^[*?{]/.test(rest) ? literal.replace(/(\\.|[^\\])$/, '') : literal
  return certain === ''
    ? { exact: false }
    : { bounds: { prefix: certain.replace(/\\(.)/g, '$1') }, exact: false }
}

function both(a: Conjunction, b: Conjunction): Conjunction {
  let exact = a.exact && b.exact
  const fields = new Map(a.fields)
  for (const [path, bounds] of b.fields) {
    const mine = fields.get(path)
    const merged = mine === undefined ? { bounds, exact: true } : intersect(mine, bounds)
    fields.set(path, merged.bounds)
    exact &&= merged.exact
  }
  return { fields, exact }
}

/** Bounds that hold wherever both do; the more telling of the two where they do not combine. */
function intersect(a: FieldBounds, b: FieldBounds): { bounds: FieldBounds; exact: boolean } {
  if (a.points !== undefined) return { bounds: a, exact: false }
  if (b.points !== undefined) return { bounds: b, exact: false }
  if (a.area !== undefined) return { bounds: a, exact: false }
  if (b.area !== undefined) return { bounds: b, exact: false }
  if (a.prefix !== undefined || b.prefix !== undefined)
    return { bounds: a.prefix === undefined ? b : a, exact: false }
  if (!sameType([a.lower, a.upper, b.lower, b.upper])) return { bounds: a, exact: false }
  return {
    bounds: { lower: tighter(a.lower, b.lower, 1), upper: tighter(a.upper, b.upper, -1) },
    exact: true,
  }
}

function sameType(bounds: (Bound | undefined)[]): boolean {
  return new Set(bounds.flatMap((bound) => (bound ? [rankOf(bound.value)] : []))).size === 1
}

function tighter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const order = compareValues(a.value, b.value) * sign
  if (order === 0) return a.inclusive ? b : a
  return order > 0 ? a : b
}
