import type { FieldTest } from './field-test'
import { geoOperator } from './geo-query'
import { compareValues, equalValues } from './order'
import { toRegExp } from './ejson'
import { isDoc, rank, rankOf, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'
import { typeTest } from './type-query'

type Single = (value: Value | undefined) => boolean
type CompileQuery = (query: Doc) => (doc: Doc) => boolean

/** Compiles what stands beside a path in a query: a value to equal, or an object of operators. */
export function fieldTest(condition: Value, compileQuery: CompileQuery): FieldTest {
  if (!isOperators(condition)) return anyValue(equality(condition))
  const tests = Object.keys(condition).map((name) => operatorTest(name, condition, compileQuery))
  const [only] = tests
  if (only !== undefined && tests.length === 1) return only
  return (values) => tests.every((test) => test(values))
}

/** True for `{$gt: 1}` and the like, false for an object that is a value. */
export function isOperators(condition: Value): condition is Doc {
  if (!isDoc(condition)) return false
  const [first] = Object.keys(condition)
  return first !== undefined && first.startsWith('$')
}

function operatorTest(name: string, condition: Doc, compileQuery: CompileQuery): FieldTest {
  const operand = condition[name] as Value
  switch (name) {
    case '$eq':
      return anyValue(equality(operand))
    case '$ne':
      return not(anyValue(equality(operand)))
    case '$in':
      return anyValue(oneOf(name, operand))
    case '$nin':
      return not(anyValue(oneOf(name, operand)))
    case '$gt':
      return anyValue(bracketed(operand, (order) => order > 0, false))
    case '$gte':
      return anyValue(bracketed(operand, (order) => order >= 0, true))
    case '$lt':
      return anyValue(bracketed(operand, (order) => order < 0, false))
    case '$lte':
      return anyValue(bracketed(operand, (order) => order <= 0, true))
    case '$exists':
      return exists(operand)
    case '$type':
      return typeTest(operand)
    case '$mod':
      return anyValue(modulo(operand))
    case '$size':
      return size(operand)
    case '$all':
      return everyOf(operand, compileQuery)
    case '$elemMatch':
      return elementMatch(operand, compileQuery)
    case '$regex':
      return anyValue(equality(regexOf(operand, condition['$options'])))
    case '$options':
      if (condition['$regex'] === undefined) throw requestFailed('$options needs a $regex')
      return () => true
    case '$not':
      return not(negated(operand, compileQuery))
    case '$nearSphere':
    case '$geoNear':
    case '$geoWithin':
    case '$geoIntersects':
      return geoOperator(name, operand)
    default:
      throw requestFailed(`unknown operator: ${name}`)
  }
}

function not(test: FieldTest): FieldTest {
  return (values) => !test(values)
}

/** The value itself or, where it is an array, one of its elements. */
function anyValue(test: Single): FieldTest {
  return (values) => values((value) => test(value) || (Array.isArray(value) && value.some(test)))
}

function equality(operand: Value): Single {
  if (operand instanceof RegExp) return matchesRegExp(operand)
  if (typeof operand === 'string' || typeof operand === 'boolean')
    return (value) => value === operand
  if (operand === null) return (value) => value === null || value === undefined
  return (value) => value !== undefined && equalValues(value, operand)
}

function matchesRegExp(pattern: RegExp): Single {
  return (value) =>
    (typeof value === 'string' && pattern.test(value)) ||
    (value instanceof RegExp && equalValues(value, pattern))
}

function oneOf(name: string, operand: Value): Single {
  if (!Array.isArray(operand)) throw requestFailed(`${name} needs an array`)
  if (operand.every((item) => typeof item === 'string')) {
    const texts = new Set<Value | undefined>(operand)
    return (value) => texts.has(value)
  }
  const tests = operand.map((item) => {
    if (isOperators(item)) throw requestFailed(`cannot nest $ under ${name}`)
    return equality(item)
  })
  return (value) => tests.some((test) => test(value))
}

/** Comparison within the operand's type only, as MongoDB compares. */
function bracketed(operand: Value, accepts: (order: number) => boolean, orEqual: boolean): Single {
  if (operand instanceof RegExp)
    throw requestFailed("Can't have RegEx as arg to predicate over field")
  const ofRank = rankOf(operand)
  if (ofRank === rank.null) return (value) => orEqual && (value === null || value === undefined)
  if (typeof operand === 'number' && Number.isNaN(operand))
    return (value) => orEqual && typeof value === 'number' && Number.isNaN(value)
  return (value) =>
    value !== undefined &&
    rankOf(value) === ofRank &&
    !(typeof value === 'number' && Number.isNaN(value)) &&
    accepts(compareValues(value, operand))
}

function exists(operand: Value): FieldTest {
  const wanted = operand !== false && operand !== 0 && operand !== null
  return (values) => values((value) => value !== undefined) === wanted
}

function modulo(operand: Value): Single {
  const [divisor, remainder] = Array.isArray(operand) ? operand : []
  if (!Array.isArray(operand) || operand.length !== 2)
    throw requestFailed('malformed mod, needs to be an array of two numbers')
  if (typeof divisor !== 'number' || typeof remainder !== 'number')
    throw requestFailed('malformed mod, divisor and remainder need to be numbers')
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0')
  return (value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder)
}

function size(operand: Value): FieldTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
    throw requestFailed('$size must be a whole number that is not negative')
  return (values) => values((value) => Array.isArray(value) && value.length === operand)
}

function everyOf(operand: Value, compileQuery: CompileQuery): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const tests = operand.map((item) =>
    isDoc(item) && '$elemMatch' in item
      ? elementMatch(item['$elemMatch'] as Value, compileQuery)
      : anyValue(equality(item)),
  )
  return (values) => tests.length > 0 && tests.every((test) => test(values))
}

function elementMatch(operand: Value, compileQuery: CompileQuery): FieldTest {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object')
  const matches =
    isOperators(operand) && !isLogical(operand)
      ? scalarElement(operand, compileQuery)
      : objectElement(operand, compileQuery)
  return (values) => values((value) => Array.isArray(value) && value.some(matches))
}

function scalarElement(operand: Doc, compileQuery: CompileQuery): Single {
  const test = fieldTest(operand, compileQuery)
  return (element) => test((visit) => visit(element))
}

function objectElement(operand: Doc, compileQuery: CompileQuery): Single {
  const matches = compileQuery(operand)
  return (element) => isDoc(element) && matches(element)
}

function isLogical(condition: Doc): boolean {
  return Object.keys(condition).every((name) => ['$and', '$or', '$nor'].includes(name))
}

function negated(operand: Value, compileQuery: CompileQuery): FieldTest {
  if (operand instanceof RegExp) return anyValue(equality(operand))
  if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document of operators')
  return fieldTest(operand, compileQuery)
}

function regexOf(operand: Value, options: Value | undefined): RegExp {
  if (options !== undefined && typeof options !== 'string')
    throw requestFailed('$options has to be a string')
  if (operand instanceof RegExp)
    return options === undefined ? operand : toRegExp(operand.source, options)
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string')
  return toRegExp(operand, options ?? '')
}
