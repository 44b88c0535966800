import { find } from './find'
import { distanceOf } from './find-nearest'
import type { Near } from './geo-query'
import { shapeOf } from './geometry'
import { splitPath } from './paths'
import { fieldOf, isDoc, type Doc, type Value } from './value'
import type { QueryPlan, Searchable } from './walk'
import { requestFailed } from './wire-error'

/** `$geoNear`: documents by their distance, which is put into each. */
export function geoNearStage(
  collection: Searchable,
  options: Value,
): { docs: Doc[]; query: Doc; plan: QueryPlan } {
  if (!isDoc(options)) throw requestFailed('$geoNear needs an object')
  const near = nearOf(collection, options)
  const query = queryOf(options, near)
  const limit = fieldOf(options, 'limit') ?? fieldOf(options, 'num') ?? Infinity
  if (typeof limit !== 'number') throw requestFailed('the limit of $geoNear must be a number')
  const { found, plan } = find(collection, { query, sort: [], skip: 0, limit })
  return { docs: found.map((row) => withDistance(row.doc, near, options)), query, plan }
}

function nearOf(collection: Searchable, options: Doc): Near {
  const centre = shapeOf(fieldOf(options, 'near'))?.points[0]
  if (centre === undefined) throw requestFailed('$geoNear requires a point in near')
  return {
    path: pathOf(collection, fieldOf(options, 'key')),
    centre,
    minDistance: metres(options, 'minDistance', 0),
    maxDistance: metres(options, 'maxDistance', Infinity),
  }
}

/** The field to measure; without `key` the only one that has a geographic index. */
function pathOf(collection: Searchable, key: Value | undefined): string {
  if (typeof key === 'string') return key
  const paths = new Set(
    collection.sources.flatMap(({ fields }) =>
      fields.filter((field) => field.geo).map((field) => field.path),
    ),
  )
  const [only] = paths
  if (only !== undefined && paths.size === 1) return only
  throw requestFailed('$geoNear requires exactly one 2dsphere index, or a key')
}

function metres(options: Doc, name: string, otherwise: number): number {
  const value = fieldOf(options, name) ?? otherwise
  if (typeof value !== 'number' || value < 0)
    throw requestFailed(`${name} must be a non-negative number`)
  return value
}

function queryOf(options: Doc, near: Near): Doc {
  const further = fieldOf(options, 'query') ?? {}
  if (!isDoc(further)) throw requestFailed('the query of $geoNear must be an object')
  const $nearSphere: Doc = {
    $geometry: { type: 'Point', coordinates: [...near.centre] },
    $minDistance: near.minDistance,
  }
  if (Number.isFinite(near.maxDistance)) $nearSphere['$maxDistance'] = near.maxDistance
  return { $and: [{ [near.path]: { $nearSphere } }, further] }
}

function withDistance(doc: Doc, near: Near, options: Doc): Doc {
  const field = fieldOf(options, 'distanceField')
  if (typeof field !== 'string') throw requestFailed("$geoNear requires a 'distanceField'")
  const multiplier = fieldOf(options, 'distanceMultiplier') ?? 1
  if (typeof multiplier !== 'number') throw requestFailed('distanceMultiplier must be a number')
  const result = put(doc, splitPath(field), distanceOf(doc, near) * multiplier)
  const place = fieldOf(options, 'includeLocs')
  const value = fieldOf(doc, near.path)
  return typeof place === 'string' && value !== undefined
    ? put(result, splitPath(place), value)
    : result
}

function put(doc: Doc, [first, ...rest]: readonly string[], value: Value): Doc {
  if (first === undefined) return doc
  const below = fieldOf(doc, first)
  const inner = rest.length === 0 ? value : put(isDoc(below) ? below : {}, rest, value)
  return { ...doc, [first]: inner }
}
