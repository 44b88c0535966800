import { toWorld, worldSize } from './map-projection'
import type { MapView, PixelPoint } from './map-projection'

/** Colours of the drawn ground. */
export interface GroundColours {
  land: string
  forest: string
  contour: string
  water: string
  shore: string
  road: string
  casing: string
  label: string
}

export const LIGHT_GROUND: GroundColours = {
  land: '#EEF0E9',
  forest: '#DDE5D6',
  contour: '#CBD6C8',
  water: '#DCE8ED',
  shore: '#C9DAE2',
  road: '#FFFFFF',
  casing: '#D9DBCF',
  label: '#545A57',
}

export const DARK_GROUND: GroundColours = {
  land: '#1B1F1D',
  forest: '#1E2A22',
  contour: '#28362C',
  water: '#18262D',
  shore: '#22343D',
  road: '#39413E',
  casing: '#262C2A',
  label: '#AEB5B1',
}

/** The ground repeats its rules in units of a pixel at this scale, so that it is the same at all. */
const BASE_SCALE = 16
const FOREST_CELL = 900
const RIVER_GAP = 2600
/** Roads from the widest: distance between two, width in pixels at the base scale, first scale seen. */
const ROADS = [
  { gap: 1400, width: 11, from: 11 },
  { gap: 470, width: 7, from: 14 },
  { gap: 160, width: 4, from: 16 },
] as const
const ROAD_NAMES = ['青云路', '望山街', '溪口路', '竹林路', '茶厂路', '松坡路', '站前路', '湖滨路']

/** A number 0..1 that is always the same for the same whole numbers. */
function chance(a: number, b: number, salt: number): number {
  let mixed = Math.imul(a, 374_761_393) ^ Math.imul(b, 668_265_263) ^ Math.imul(salt, 2_246_822_519)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

interface Sheet {
  pen: CanvasRenderingContext2D
  colours: GroundColours
  /** What is seen, in base units. */
  left: number
  top: number
  right: number
  bottom: number
  zoom: number
  place(point: PixelPoint): PixelPoint
}

/** Draws land, forests, water and roads: invented, but always the same for the same place. */
export function drawGround(
  pen: CanvasRenderingContext2D,
  view: MapView,
  colours: GroundColours,
): void {
  const base = worldSize(BASE_SCALE)
  const zoom = 2 ** (view.scale - BASE_SCALE)
  const middle = toWorld(view.center)
  const [x, y] = [middle.x * base, middle.y * base]
  const [halfWidth, halfHeight] = [view.width / 2 / zoom, view.height / 2 / zoom]
  const sheet: Sheet = {
    pen,
    colours,
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
    zoom,
    place: (point) => ({
      x: (point.x - x) * zoom + view.width / 2,
      y: (point.y - y) * zoom + view.height / 2,
    }),
  }
  pen.fillStyle = colours.land
  pen.fillRect(0, 0, view.width, view.height)
  // Far out there would be thousands of woods and rivers on a screen.
  if (view.scale >= 11) {
    drawForests(sheet)
    drawRivers(sheet)
  }
  // First all edges, then all surfaces: so roads join where they cross.
  const roads = ROADS.filter((road) => view.scale >= road.from).reverse()
  for (const road of roads) drawRoads(sheet, road, colours.casing, 2)
  for (const road of roads) drawRoads(sheet, road, colours.road, 0)
  if (view.scale >= 14) drawRoadNames(sheet)
}

function drawForests(sheet: Sheet): void {
  const { pen, colours } = sheet
  const cells = (from: number, to: number): number[] => {
    const first = Math.floor(from / FOREST_CELL) - 1
    return Array.from({ length: Math.ceil(to / FOREST_CELL) + 1 - first }, (_, i) => first + i)
  }
  const columns = cells(sheet.left, sheet.right)
  const woods = cells(sheet.top, sheet.bottom).flatMap((row) =>
    columns.filter((column) => chance(column, row, 1) >= 0.45).map((column) => ({ column, row })),
  )
  pen.fillStyle = colours.forest
  pen.strokeStyle = colours.contour
  pen.lineWidth = 1
  for (const { column, row } of woods) {
    wood(sheet, column, row, 1)
    pen.fill()
  }
  for (const { column, row } of woods) {
    for (const height of [0.72, 0.46]) {
      wood(sheet, column, row, height)
      pen.stroke()
    }
  }
}

/** A round, uneven outline in its cell, as a path. */
function wood({ pen, place }: Sheet, column: number, row: number, shrink: number): void {
  const middle = {
    x: (column + 0.3 + chance(column, row, 2) * 0.4) * FOREST_CELL,
    y: (row + 0.3 + chance(column, row, 3) * 0.4) * FOREST_CELL,
  }
  const radius = (0.35 + chance(column, row, 4) * 0.35) * FOREST_CELL * shrink
  const CORNERS = 9
  const corner = (index: number): PixelPoint => {
    const turn = ((index % CORNERS) / CORNERS) * Math.PI * 2
    const reach = radius * (0.75 + chance(column * 31 + (index % CORNERS), row, 5) * 0.5)
    return { x: middle.x + Math.cos(turn) * reach * 1.25, y: middle.y + Math.sin(turn) * reach }
  }
  const between = (a: PixelPoint, b: PixelPoint): PixelPoint => ({
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
  })
  pen.beginPath()
  const start = place(between(corner(0), corner(1)))
  pen.moveTo(start.x, start.y)
  for (let index = 1; index <= CORNERS; index++) {
    const bend = place(corner(index))
    const end = place(between(corner(index), corner(index + 1)))
    pen.quadraticCurveTo(bend.x, bend.y, end.x, end.y)
  }
  pen.closePath()
}

/** A line from top to bottom (or left to right) that swings around its middle. */
function swingingLine(
  sheet: Sheet,
  along: 'x' | 'y',
  offset: number,
  swing: number,
  wave: number,
): void {
  const { pen, place } = sheet
  const [from, to] = along === 'y' ? [sheet.top, sheet.bottom] : [sheet.left, sheet.right]
  const step = Math.max(40, (to - from) / 60)
  pen.beginPath()
  for (let at = Math.floor(from / step) * step; at <= to + step; at += step) {
    const aside = offset + swing * (Math.sin(at / wave) + 0.4 * Math.sin(at / (wave * 0.37) + 1))
    const point = place(along === 'y' ? { x: aside, y: at } : { x: at, y: aside })
    pen.lineTo(point.x, point.y)
  }
}

function drawRivers(sheet: Sheet): void {
  const { pen, colours, zoom } = sheet
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  const first = Math.floor(sheet.top / RIVER_GAP) - 1
  for (let row = first; row <= sheet.bottom / RIVER_GAP + 1; row++) {
    const offset = (row + chance(row, 0, 6) * 0.6) * RIVER_GAP
    const width = (90 + chance(row, 0, 7) * 120) * zoom
    swingingLine(sheet, 'x', offset, 420, 1500)
    pen.strokeStyle = colours.shore
    pen.lineWidth = width + 2
    pen.stroke()
    pen.strokeStyle = colours.water
    pen.lineWidth = width
    pen.stroke()
  }
}

function drawRoads(
  sheet: Sheet,
  road: (typeof ROADS)[number],
  colour: string,
  wider: number,
): void {
  const { pen, zoom } = sheet
  pen.strokeStyle = colour
  pen.lineWidth = Math.max(1.5, road.width * Math.min(1.6, zoom ** 0.6)) + wider
  for (const along of ['x', 'y'] as const) {
    const [from, to] = along === 'y' ? [sheet.left, sheet.right] : [sheet.top, sheet.bottom]
    for (let index = Math.floor(from / road.gap) - 1; index <= to / road.gap + 1; index++) {
      const offset = roadOffset(index, road.gap, along)
      swingingLine(sheet, along, offset, road.gap * 0.12, road.gap * 1.7)
      pen.stroke()
    }
  }
}

const roadOffset = (index: number, gap: number, along: 'x' | 'y'): number =>
  (index + chance(index, gap, along === 'x' ? 8 : 9) * 0.5) * gap

function drawRoadNames(sheet: Sheet): void {
  const { pen, colours, place } = sheet
  const { gap } = ROADS[0]
  pen.font = "11px 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  for (let index = Math.floor(sheet.top / gap) - 1; index <= sheet.bottom / gap + 1; index++) {
    const offset = roadOffset(index, gap, 'x')
    for (let at = Math.floor(sheet.left / gap); at <= sheet.right / gap; at++) {
      const x = (at + 0.5) * gap
      const wave = gap * 1.7
      const aside =
        offset + gap * 0.12 * (Math.sin(x / wave) + 0.4 * Math.sin(x / (wave * 0.37) + 1))
      const point = place({ x, y: aside })
      const name = ROAD_NAMES[Math.floor(chance(index, 0, 10) * ROAD_NAMES.length)] ?? ''
      pen.strokeStyle = colours.land
      pen.lineWidth = 3
      pen.strokeText(name, point.x, point.y)
      pen.fillStyle = colours.label
      pen.fillText(name, point.x, point.y)
    }
  }
}
