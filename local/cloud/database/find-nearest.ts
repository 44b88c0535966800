import { distanceTo, halfwayRound, type Near } from './geo-query'
import { shapeOf } from './geometry'
import { splitPath, visitPath } from './paths'
import { planQuery } from './planner'
import type { Doc } from './value'
import { Walk, type FindRequest, type Found, type QueryPlan, type Searchable } from './walk'
import { requestFailed } from './wire-error'

/** MongoDB answers a query for what is near by an index or not at all. */
export function requireGeoIndex(collection: Searchable, path: string): void {
  const served = collection.sources.some(({ fields }) =>
    fields.some((field) => field.geo && field.path === path),
  )
  if (!served)
    throw requestFailed(`unable to find index for $geoNear query: ${path} needs a 2dsphere index`)
}

const firstRadius = 1000

/** Documents by their distance: looks around in growing circles until enough are certain. */
export function findNearest(
  collection: Searchable,
  request: FindRequest,
  near: Near,
): { found: Found[]; plan: QueryPlan } {
  const wanted = request.skip + request.limit
  const farthest = Math.min(near.maxDistance, halfwayRound)
  let examined = 0
  for (let radius = Number.isFinite(wanted) ? firstRadius : farthest; ; radius *= 4) {
    const query = { $and: [request.query, circle(near, Math.min(radius, farthest))] }
    const plan = planQuery(query, [], collection.sources, false)
    const walk = new Walk(collection, query, plan)
    const found: Found[] = []
    walk.each(Infinity, (row) => found.push(row))
    examined += walk.report(0, 0).examined
    if (found.length < wanted && radius < farthest) continue
    const part = byDistance(found, near).slice(request.skip, wanted)
    const report = { ...walk.report(part.length, 0), examined }
    return { found: part, plan: report }
  }
}

function circle({ path, centre }: Near, metres: number): Doc {
  const $geometry = { type: 'Point', coordinates: [...centre] }
  return { [path]: { $nearSphere: { $geometry, $maxDistance: metres } } }
}

function byDistance(found: Found[], near: Near): Found[] {
  const measured = found.map((row) => ({ row, metres: distanceOf(row.doc, near) }))
  measured.sort((a, b) => a.metres - b.metres)
  return measured.map(({ row }) => row)
}

/** How far a document's nearest place is, in metres. */
export function distanceOf(doc: Doc, { path, centre }: Near): number {
  let nearest = Infinity
  visitPath(doc, splitPath(path), (value) => {
    for (const place of [value, ...(Array.isArray(value) ? value : [])]) {
      const shape = shapeOf(place)
      if (shape !== undefined) nearest = Math.min(nearest, distanceTo(shape, centre))
    }
    return false
  })
  return nearest
}
