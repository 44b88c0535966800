import { isDoc, type Value } from './value'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

/** A closed line; the first of a polygon is its border, the others are holes. */
type Ring = readonly Position[]

/** GeoJSON taken apart: single points, lines, and areas. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  areas: Ring[][]
}

/** The radius MongoDB and the cloud's SDK count with, in metres. */
export const earthRadius = 6378100

/** Metres between two positions along the surface. */
export function distance(a: Position, b: Position): number {
  const latitude = radians(b[1] - a[1])
  const longitude = radians(b[0] - a[0])
  const half =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(longitude / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** Reads GeoJSON or a legacy `[longitude, latitude]`; undefined if the value is neither. */
export function shapeOf(value: Value | undefined): Shape | undefined {
  if (Array.isArray(value)) {
    return isPositionValue(value) ? { points: [value], lines: [], areas: [] } : undefined
  }
  if (!isDoc(value) || !Array.isArray(value['coordinates'])) return undefined
  const shape: Shape = { points: [], lines: [], areas: [] }
  const coordinates = value['coordinates']
  switch (value['type']) {
    case 'Point':
      return add(shape.points, [coordinates], isPositionValue) ? shape : undefined
    case 'MultiPoint':
      return add(shape.points, coordinates, isPositionValue) ? shape : undefined
    case 'LineString':
      return add(shape.lines, [coordinates], isLine) ? shape : undefined
    case 'MultiLineString':
      return add(shape.lines, coordinates, isLine) ? shape : undefined
    case 'Polygon':
      return add(shape.areas, [coordinates], isArea) ? shape : undefined
    case 'MultiPolygon':
      return add(shape.areas, coordinates, isArea) ? shape : undefined
    default:
      return undefined
  }
}

function add<T>(into: T[], values: Value[], is: (value: Value) => value is Value & T): boolean {
  for (const value of values) {
    if (!is(value)) return false
    into.push(value)
  }
  return true
}

function isPositionValue(value: Value): value is Value & [number, number] {
  if (!Array.isArray(value) || value.length < 2) return false
  const [longitude, latitude] = value
  return (
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  )
}

function isLine(value: Value): value is Value & Position[] {
  return Array.isArray(value) && value.length >= 2 && value.every(isPositionValue)
}

function isArea(value: Value): value is Value & Ring[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing)
}

function isRing(value: Value): value is Value & Ring {
  return isLine(value) && value.length >= 4
}

/** Every corner of a shape. */
export function corners(shape: Shape): Position[] {
  return [...shape.points, ...shape.lines.flat(), ...shape.areas.flat(2)]
}

/** True if the whole of `inner` lies within the areas of `outer`, borders included. */
export function within(inner: Shape, outer: Shape): boolean {
  const all = corners(inner)
  if (all.length === 0) return false
  if (!all.every((corner) => outer.areas.some((area) => inArea(corner, area)))) return false
  return !edges(inner).some((edge) => outer.areas.some((area) => leaves(edge, area)))
}

/** True if the two shapes have a position in common. */
export function intersects(a: Shape, b: Shape): boolean {
  if (corners(a).some((corner) => covers(b, corner))) return true
  if (corners(b).some((corner) => covers(a, corner))) return true
  const others = edges(b)
  return edges(a).some((edge) => others.some((other) => crosses(edge, other)))
}

type Edge = readonly [Position, Position]

function edges(shape: Shape): Edge[] {
  return [...shape.lines, ...shape.areas.flat()].flatMap(lineEdges)
}

function lineEdges(line: readonly Position[]): Edge[] {
  return line.slice(1).map((end, i) => [line[i] as Position, end])
}

function covers(shape: Shape, position: Position): boolean {
  return (
    shape.points.some((point) => point[0] === position[0] && point[1] === position[1]) ||
    shape.areas.some((area) => inArea(position, area)) ||
    shape.lines.flatMap(lineEdges).some((edge) => onEdge(position, edge))
  )
}

function inArea(position: Position, area: readonly Ring[]): boolean {
  const [border, ...holes] = area
  if (border === undefined) return false
  if (area.some((ring) => lineEdges(ring).some((edge) => onEdge(position, edge)))) return true
  return inRing(position, border) && !holes.some((hole) => inRing(position, hole))
}

function inRing([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of lineEdges(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** True if the edge passes through the border of an area to its outside. */
function leaves(edge: Edge, area: readonly Ring[]): boolean {
  return area.some((ring) => lineEdges(ring).some((side) => crossesProperly(edge, side)))
}

function onEdge(position: Position, [a, b]: Edge): boolean {
  return (
    turn(a, b, position) === 0 &&
    Math.min(a[0], b[0]) <= position[0] &&
    position[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= position[1] &&
    position[1] <= Math.max(a[1], b[1])
  )
}

function crosses(a: Edge, b: Edge): boolean {
  return crossesProperly(a, b) || a.some((end) => onEdge(end, b)) || b.some((end) => onEdge(end, a))
}

function crossesProperly([a, b]: Edge, [c, d]: Edge): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}
