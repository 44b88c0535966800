import { parseEjson, parseEjsonObject } from './ejson'
import { sortFields, type SortField } from './sorting'
import { fieldOf, isDoc, type Doc, type Value } from './value'
import { isOperators } from './operators'
import { invalidParam } from './wire-error'

/** A request of the SDK's gateway; every field but `action` depends on the action. */
export type WireRequest = Readonly<Record<string, unknown>>

/** What the gateway answers; it adds `requestId`. */
export type WireResponse = Readonly<Record<string, unknown>>

/** Results of a read without a limit of its own, and the most that one read gives. */
const defaultLimit = 100
const largestLimit = 1000

/** The `query` of a request; an absent or empty one matches everything. */
export function queryOf(request: WireRequest, now: number): Doc {
  const { query } = request
  if (query === undefined || query === null || query === '') return {}
  if (typeof query !== 'string') throw invalidParam('the query has to be Extended JSON text')
  return parseEjsonObject(query, now)
}

/** The `data` of an update. */
export function dataOf(request: WireRequest, now: number): Doc {
  if (typeof request['data'] !== 'string') throw invalidParam('the data has to be text')
  return parseEjsonObject(request['data'], now)
}

/** The documents of an insert. */
export function documentsOf(request: WireRequest, now: number): Doc[] {
  const { data } = request
  if (!Array.isArray(data) || data.length === 0)
    throw invalidParam('an insert needs an array of documents')
  return data.map((text) => {
    if (typeof text !== 'string') throw invalidParam('a document has to be Extended JSON text')
    return parseEjsonObject(text, now)
  })
}

/** The stages of an aggregation, each an object with one operator. */
export function stagesOf(request: WireRequest, now: number): Doc[] {
  const { stages } = request
  if (!Array.isArray(stages) || stages.length === 0)
    throw invalidParam('an aggregation needs stages')
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('a stage has to have stageKey and stageValue')
    return { [stageKey]: parseEjson(stageValue, now) }
  })
}

export function orderOf(request: WireRequest, now: number): SortField[] {
  return sortFields(parsedField(request['order'], now))
}

export function projectionOf(request: WireRequest, now: number): Value | undefined {
  return parsedField(request['projection'], now)
}

function parsedField(text: unknown, now: number): Value | undefined {
  if (text === undefined || text === null || text === '') return undefined
  if (typeof text !== 'string') throw invalidParam('order and projection have to be text')
  return parseEjson(text, now)
}

export function limitOf(request: WireRequest): number {
  return Math.min(wholeNumber('limit', request['limit']) || defaultLimit, largestLimit)
}

export function offsetOf(request: WireRequest): number {
  return wholeNumber('offset', request['offset'])
}

function wholeNumber(name: string, value: unknown): number {
  if (value === undefined || value === null) return 0
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${name} has to be a whole number that is not negative`)
  return value
}

/** The `_id` that a query names and nothing else; undefined for any other query. */
export function soleId(query: Doc): Value | undefined {
  const names = Object.keys(query)
  if (names.length !== 1) return undefined
  const id = fieldOf(query, '_id')
  if (id === undefined || id === null || id instanceof RegExp || Array.isArray(id)) return undefined
  if (!isOperators(id)) return id
  const operators = Object.keys(id)
  return operators.length === 1 && operators[0] === '$eq' && !isDoc(id['$eq'])
    ? fieldOf(id, '$eq')
    : undefined
}

/** The transaction a request belongs to. */
export function transactionOf(request: WireRequest): string | undefined {
  const id = request['transactionId']
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** Who sent a request: the invocation whose token the SDK passes on. */
export function ownerOf(request: WireRequest): string {
  const token = request['wxCloudApiToken']
  return typeof token === 'string' ? token : ''
}
