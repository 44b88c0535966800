import { corners, earthRadius, type Position, type Shape } from './geometry'

/**
 * Places on a grid of cells whose numbers keep neighbours together, so that an area is a few
 * ranges of numbers. A cell's number interleaves the bits of its column and its row.
 */

/** Bits of a column or a row: cells of about ten metres. */
const gridBits = 22
const cellsAcross = 2 ** gridBits

/** An area from south-west to north-east, in degrees; it does not cross the date line. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Cell numbers from `from` to `to`, both included. */
export interface CellRange {
  from: number
  to: number
}

/** The number of the cell that a position is in. */
function cellOf([longitude, latitude]: Position): number {
  return interleave(column(longitude), row(latitude))
}

/** Where lines and areas are kept: they may reach anywhere, so that every search looks at them. */
export const extendedCell = -1

/** The cells of a shape: those of its points, or the one for what has an extent. */
export function cellsOf(shape: Shape): number[] {
  if (shape.lines.length + shape.areas.length > 0) return [extendedCell]
  return [...new Set(shape.points.map(cellOf))]
}

/** The boxes that hold every position within a distance of a centre. */
export function boxesAround([longitude, latitude]: Position, metres: number): Box[] {
  const degrees = (metres / earthRadius) * (180 / Math.PI) * 1.001
  const south = Math.max(-90, latitude - degrees)
  const north = Math.min(90, latitude + degrees)
  const narrowest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const across = narrowest < 0.001 ? 180 : Math.min(180, degrees / narrowest)
  if (across >= 180) return [{ west: -180, south, east: 180, north }]
  return splitAtDateLine(longitude - across, longitude + across, south, north)
}

function splitAtDateLine(west: number, east: number, south: number, north: number): Box[] {
  if (west < -180)
    return [
      { west: west + 360, south, east: 180, north },
      { west: -180, south, east, north },
    ]
  if (east > 180)
    return [
      { west, south, east: 180, north },
      { west: -180, south, east: east - 360, north },
    ]
  return [{ west, south, east, north }]
}

/** The box around a shape. */
export function boxOf(shape: Shape): Box {
  const all = corners(shape)
  return {
    west: Math.min(...all.map(([longitude]) => longitude)),
    south: Math.min(...all.map(([, latitude]) => latitude)),
    east: Math.max(...all.map(([longitude]) => longitude)),
    north: Math.max(...all.map(([, latitude]) => latitude)),
  }
}

const mostRanges = 32

/** Ranges of cells that cover a box, a few of them, at the price of some cells outside it. */
export function coverBox(box: Box): CellRange[] {
  const wanted = {
    left: column(box.west),
    right: column(box.east),
    bottom: row(box.south),
    top: row(box.north),
  }
  let quads: Quad[] = [{ x: 0, y: 0, size: cellsAcross }]
  while (quads.some((quad) => !isInside(quad, wanted))) {
    const finer = quads.flatMap((quad) =>
      isInside(quad, wanted) ? [quad] : quarters(quad).filter(touches(wanted)),
    )
    if (finer.length > mostRanges) break
    quads = finer
  }
  return joined(
    quads.map(({ x, y, size }) => {
      const from = interleave(x, y)
      return { from, to: from + size * size - 1 }
    }),
  )
}

interface Quad {
  x: number
  y: number
  size: number
}

interface Cells {
  left: number
  right: number
  bottom: number
  top: number
}

function quarters({ x, y, size }: Quad): Quad[] {
  const half = size / 2
  return [
    { x, y, size: half },
    { x: x + half, y, size: half },
    { x, y: y + half, size: half },
    { x: x + half, y: y + half, size: half },
  ]
}

function isInside({ x, y, size }: Quad, { left, right, bottom, top }: Cells): boolean {
  return x >= left && x + size - 1 <= right && y >= bottom && y + size - 1 <= top
}

function touches({ left, right, bottom, top }: Cells): (quad: Quad) => boolean {
  return ({ x, y, size }) => x <= right && x + size > left && y <= top && y + size > bottom
}

function joined(ranges: CellRange[]): CellRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from)
  const result: CellRange[] = []
  for (const range of sorted) {
    const last = result.at(-1)
    if (last !== undefined && last.to + 1 === range.from) last.to = range.to
    else result.push({ ...range })
  }
  return result
}

function column(longitude: number): number {
  return Math.min(cellsAcross - 1, Math.floor(((longitude + 180) / 360) * cellsAcross))
}

function row(latitude: number): number {
  return Math.min(cellsAcross - 1, Math.floor(((latitude + 90) / 180) * cellsAcross))
}

/** The bits of x and y by turns; 44 bits, which a number holds exactly. */
function interleave(x: number, y: number): number {
  let result = 0
  for (let bit = gridBits - 1; bit >= 0; bit--) {
    result = result * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1)
  }
  return result
}
