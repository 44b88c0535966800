import { cellsOf } from './geo-cells'
import { shapeOf } from './geometry'
import type { KeyWriter } from './key-encoding'
import type { KeyField } from './key-ranges'
import { isPosition, pathValues, splitPath, visitPath, type PathValues } from './paths'
import type { Doc, Value } from './value'
import { invalidParam, requestFailed } from './wire-error'

/** An index as a collection declares it. */
export interface IndexSpec {
  name: string
  keys: readonly (readonly [field: string, kind: 1 | -1 | '2dsphere'])[]
  /** A missing field counts as null, so at most one document may lack the fields. */
  unique?: boolean
}

/** The fields of an index; INVALID_PARAM for a declaration that MongoDB would refuse. */
export function keyFields(spec: IndexSpec): KeyField[] {
  if (spec.keys.length === 0) throw invalidParam(`index ${spec.name} has no fields`)
  return spec.keys.map(([path, kind]) => {
    const segments = splitPath(path)
    if (kind !== 1 && kind !== -1 && kind !== '2dsphere')
      throw invalidParam(`index ${spec.name}: ${path} has to be 1, -1 or '2dsphere'`)
    if (segments.some(isPosition))
      throw invalidParam(`index ${spec.name}: ${path} must not name a position of an array`)
    const geo = kind === '2dsphere'
    return { path, segments, direction: geo ? 1 : kind, geo }
  })
}

/**
 * The different keys of a document in an index. A path that meets an array, of which `onArray`
 * hears, gives a key for each element; two such paths are refused, as MongoDB refuses them.
 */
export function documentKeys(
  fields: readonly KeyField[],
  doc: Doc,
  writer: KeyWriter,
  onArray: (path: string) => void,
): Buffer[] {
  const parts = fields.map((field) => valuesAt(field, doc))
  const arrays = fields.filter((_, i) => parts[i]?.multikey === true).map(({ path }) => path)
  if (arrays.length > 1)
    throw requestFailed(`cannot index parallel arrays [${arrays[1]}] [${arrays[0]}]`)
  arrays.forEach(onArray)
  const most = Math.max(...parts.map(({ values }) => values.length))
  const keys = new Map<string, Buffer>()
  for (let i = 0; i < most; i++) {
    for (const [at, field] of fields.entries()) {
      const values = parts[at]?.values ?? []
      writer.value(values[values.length === 1 ? 0 : i], field.direction)
    }
    const key = writer.take()
    if (most === 1) return [key]
    keys.set(keyText(key), key)
  }
  return [...keys.values()]
}

/** A key as a text that no other key has, to look it up by. */
export const keyText = (key: Buffer): string => key.toString('latin1')

function valuesAt(field: KeyField, doc: Doc): PathValues {
  return field.geo ? placesOf(doc, field) : pathValues(doc, field.segments)
}

/** The grid cells of a document's place; a value that is no place is refused, as in MongoDB. */
function placesOf(doc: Doc, field: KeyField): PathValues {
  const values: Value[] = []
  const collect = (value: Value | undefined): boolean => {
    if (value === undefined || value === null) return false
    const shape = shapeOf(value)
    if (shape !== undefined) values.push(...cellsOf(shape))
    else if (Array.isArray(value)) value.forEach(collect)
    else throw requestFailed(`Can't extract geo keys: ${JSON.stringify(value)}`)
    return false
  }
  visitPath(doc, field.segments, collect)
  return values.length === 0
    ? { values: [null], multikey: false }
    : { values, multikey: values.length > 1 }
}
