/** Twelve bytes that identify a document, as hex. */
export class ObjectId {
  constructor(readonly hex: string) {}

  /** mingo groups and compares by this text. */
  toString(): string {
    return this.hex
  }

  toJSON(): { $oid: string } {
    return { $oid: this.hex }
  }
}

/** Bytes in a document, kept as the base64 they came in. */
export class Binary {
  constructor(
    readonly base64: string,
    readonly subType: string,
  ) {}

  toJSON(): { $binary: { base64: string; subType: string } } {
    return { $binary: { base64: this.base64, subType: this.subType } }
  }
}

/** Everything a document can hold. Values are never changed in place once they are shared. */
export type Value =
  null | boolean | number | string | Date | ObjectId | Binary | RegExp | Value[] | Doc

/** A document, or an object inside one. */
export interface Doc {
  [field: string]: Value
}

/** MongoDB's order between types; values of one rank compare with each other. */
export const rank = {
  undefined: 0,
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  binary: 6,
  objectId: 7,
  boolean: 8,
  date: 9,
  regex: 10,
} as const

/** The rank of a value; a missing field ranks as null. */
export function rankOf(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return rank.number
    case 'string':
      return rank.string
    case 'boolean':
      return rank.boolean
    case 'undefined':
      return rank.null
    default:
      return rankOfObject(value)
  }
}

function rankOfObject(value: Exclude<Value, number | string | boolean>): number {
  if (value === null) return rank.null
  if (Array.isArray(value)) return rank.array
  if (value instanceof Date) return rank.date
  if (value instanceof ObjectId) return rank.objectId
  if (value instanceof RegExp) return rank.regex
  if (value instanceof Binary) return rank.binary
  return rank.object
}

/** True for an object with fields, false for arrays, dates, ids and everything scalar. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The field's value, or undefined; inherited names such as `constructor` are not fields. */
export function fieldOf(doc: Doc, name: string): Value | undefined {
  return Object.hasOwn(doc, name) ? doc[name] : undefined
}

/** A copy that shares no object or array with the original. */
export function cloneValue<T extends Value>(value: T): T {
  return clone(value) as T
}

function clone(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(clone)
  if (!isDoc(value)) return value
  const copy: Doc = {}
  for (const name of Object.keys(value)) copy[name] = clone(value[name] as Value)
  return copy
}

/** The type's name as MongoDB's `$type` and its error texts spell it. */
export function typeName(value: Value | undefined): string {
  switch (rankOf(value)) {
    case rank.number:
      return numberTypeName(value as number)
    case rank.null:
      return value === undefined ? 'missing' : 'null'
    case rank.string:
      return 'string'
    case rank.object:
      return 'object'
    case rank.array:
      return 'array'
    case rank.binary:
      return 'binData'
    case rank.objectId:
      return 'objectId'
    case rank.boolean:
      return 'bool'
    case rank.date:
      return 'date'
    default:
      return 'regex'
  }
}

function numberTypeName(value: number): string {
  if (!Number.isInteger(value)) return 'double'
  if (value >= -0x80000000 && value <= 0x7fffffff) return 'int'
  return Number.isSafeInteger(value) ? 'long' : 'double'
}
