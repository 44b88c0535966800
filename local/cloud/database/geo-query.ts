import { boxesAround, boxOf, type Box } from './geo-cells'
import { corners, distance, earthRadius, intersects, shapeOf, within } from './geometry'
import type { Position, Shape } from './geometry'
import type { FieldTest } from './field-test'
import { fieldOf, isDoc, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'

/** A `$nearSphere` of a query, in metres. */
export interface Near {
  path: string
  centre: Position
  minDistance: number
  maxDistance: number
}

/** No two places are farther from each other, in metres. */
export const halfwayRound = Math.PI * earthRadius

/** Compiles one of the geographic operators. */
export function geoOperator(name: string, operand: Value): FieldTest {
  switch (name) {
    case '$geoWithin':
      return anyShape(withinTest(operand))
    case '$geoIntersects': {
      const other = geometryOf(name, operand)
      return anyShape((shape) => intersects(shape, other))
    }
    default: {
      const near = nearOf('', operand)
      return anyShape((shape) => {
        const metres = distanceTo(shape, near.centre)
        return metres >= near.minDistance && metres <= near.maxDistance
      })
    }
  }
}

/** The boxes outside of which nothing matches a geographic operator; undefined for another one. */
export function searchedArea(name: string, operand: Value): Box[] | undefined {
  switch (name) {
    case '$nearSphere':
    case '$geoNear': {
      const near = nearOf('', operand)
      return boxesAround(near.centre, Math.min(near.maxDistance, halfwayRound))
    }
    case '$geoWithin': {
      const circle = circleOf(operand)
      return circle === undefined
        ? [boxOf(geometryOf(name, operand))]
        : boxesAround(circle.centre, Math.min(circle.radians * earthRadius, halfwayRound))
    }
    case '$geoIntersects':
      return [boxOf(geometryOf(name, operand))]
    default:
      return undefined
  }
}

/** The distance of the nearest corner, in metres. */
export function distanceTo(shape: Shape, centre: Position): number {
  return Math.min(...corners(shape).map((corner) => distance(centre, corner)))
}

/** The `$nearSphere` of a query, by which its results are sorted; undefined if it has none. */
export function findNear(query: Doc): Near | undefined {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const inner = condition.filter(isDoc).map(findNear).find(Boolean)
      if (inner !== undefined) return inner
    }
    const operand = isDoc(condition) ? nearOperand(condition) : undefined
    if (operand !== undefined) return nearOf(path, operand)
  }
  return undefined
}

function nearOperand(condition: Doc): Value | undefined {
  return fieldOf(condition, '$nearSphere') ?? fieldOf(condition, '$geoNear')
}

function nearOf(path: string, operand: Value): Near {
  if (!isDoc(operand)) throw requestFailed('$nearSphere needs a $geometry')
  const centre = shapeOf(operand['$geometry'])?.points[0]
  if (centre === undefined) throw requestFailed('$nearSphere requires a point')
  return {
    path,
    centre,
    minDistance: metres('$minDistance', operand, 0),
    maxDistance: metres('$maxDistance', operand, Infinity),
  }
}

function metres(name: string, operand: Doc, otherwise: number): number {
  const value = operand[name] ?? otherwise
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0)
    throw requestFailed(`${name} must be a non-negative number`)
  return value
}

function withinTest(operand: Value): (shape: Shape) => boolean {
  const circle = circleOf(operand)
  if (circle !== undefined)
    return (shape) =>
      corners(shape).every(
        (corner) => distance(circle.centre, corner) / earthRadius <= circle.radians,
      )
  const outer = geometryOf('$geoWithin', operand)
  if (outer.areas.length === 0)
    throw requestFailed('$geoWithin only supports Polygon and MultiPolygon')
  return (shape) => within(shape, outer)
}

function circleOf(operand: Value): { centre: Position; radians: number } | undefined {
  if (!isDoc(operand) || !Array.isArray(operand['$centerSphere'])) return undefined
  const [position, radius] = operand['$centerSphere']
  const centre = shapeOf(position)?.points[0]
  if (centre === undefined || typeof radius !== 'number' || !(radius >= 0))
    throw requestFailed('$centerSphere needs a point and a radius in radians')
  return { centre, radians: radius }
}

function geometryOf(name: string, operand: Value): Shape {
  const shape = isDoc(operand) ? shapeOf(operand['$geometry']) : undefined
  if (shape === undefined) throw requestFailed(`${name} needs a valid GeoJSON $geometry`)
  return shape
}

function anyShape(test: (shape: Shape) => boolean): FieldTest {
  const accepts = (value: Value | undefined): boolean => {
    const shape = shapeOf(value)
    return shape !== undefined && test(shape)
  }
  return (values) =>
    values((value) => accepts(value) || (Array.isArray(value) && value.some(accepts)))
}
