import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import load, { type PathKit, type SkPath } from 'pathkit-wasm/bin/pathkit.js'
import type { Contour, OutlinePoint } from './true-type'

/** The drawings stand on a grid of 24; a font unit is a 40th of one step of it. */
export const GRID = 24
export const UNITS = 40
export const DESCENT = 3

export const loadPathKit = (): Promise<PathKit> =>
  load({
    wasmBinary: readFileSync(createRequire(__filename).resolve('pathkit-wasm/bin/pathkit.wasm')),
  })

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1]

const isDrawn = (paint: string | undefined): boolean =>
  paint !== undefined && paint !== 'none' && paint !== 'transparent'

/** Every painted path as one filled area, `stroke` wide where it is a line. */
const filledArea = (kit: PathKit, svg: string, stroke: number): SkPath => {
  const area = kit.NewPath()
  for (const [element] of svg.matchAll(/<path[^>]*>/g)) {
    const d = attribute(element, 'd')
    const path = d === undefined ? null : kit.FromSVGString(d)
    if (!path) throw new Error(`not a path: ${element}`)
    // Skia's stroker is exact to a fixed distance, so the drawing is enlarged before it is stroked
    path.transform(UNITS, 0, 0, 0, UNITS, 0, 0, 0, 1)
    if (isDrawn(attribute(element, 'stroke'))) {
      const cap = attribute(element, 'stroke-linecap') === 'square' ? 'SQUARE' : 'BUTT'
      const line = path.stroke({
        width: stroke * UNITS,
        cap: kit.StrokeCap[cap],
        join: kit.StrokeJoin.MITER,
        miter_limit: 4,
      })
      if (!line) throw new Error(`cannot stroke: ${element}`)
      area.op(line, kit.PathOp.UNION)
    } else if (isDrawn(attribute(element, 'fill'))) area.op(path, kit.PathOp.UNION)
    path.delete()
  }
  return area.simplify()
}

type Place = [x: number, y: number]

/** A cubic curve as four quadratic ones: TrueType has no others, and icons' curves are gentle. */
const quadratics = (from: Place, n: readonly number[]): [control: Place, end: Place][] => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = n
  const place = (t: number): Place => {
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    return [a * from[0] + b * x1 + c * x2 + d * x3, a * from[1] + b * y1 + c * y2 + d * y3]
  }
  const PIECES = 4
  return Array.from({ length: PIECES }, (_, i): [Place, Place] => {
    const [start, middle, end] = [i, i + 0.5, i + 1].map((step) => place(step / PIECES))
    if (!start || !middle || !end) throw new Error('a curve has no middle')
    const control = (axis: 0 | 1): number => 2 * middle[axis] - (start[axis] + end[axis]) / 2
    return [[control(0), control(1)], end]
  })
}

const toContours = (kit: PathKit, area: SkPath): OutlinePoint[][] => {
  const contours: OutlinePoint[][] = []
  const at = (x = 0, y = 0, onCurve = true): OutlinePoint => ({
    x: Math.round(x),
    y: Math.round((GRID - DESCENT) * UNITS - y),
    onCurve,
  })
  let from: Place = [0, 0]
  for (const [verb, ...n] of area.toCmds()) {
    const open = contours[contours.length - 1]
    const last = from
    if (n.length >= 2) from = [n[n.length - 2] ?? 0, n[n.length - 1] ?? 0]
    if (verb === kit.MOVE_VERB) contours.push([at(n[0], n[1])])
    else if (verb === kit.LINE_VERB) open?.push(at(n[0], n[1]))
    else if (verb === kit.QUAD_VERB) open?.push(at(n[0], n[1], false), at(n[2], n[3]))
    else if (verb === kit.CUBIC_VERB) {
      for (const [control, end] of quadratics(last, n))
        open?.push(at(...control, false), at(...end))
    } else if (verb !== kit.CLOSE_VERB) throw new Error(`a stroke has the unknown verb ${verb}`)
  }
  return contours.map(withoutRepeats).filter((contour) => contour.length > 2)
}

/** Rounding to font units makes neighbours meet, and closing repeats the first point. */
const withoutRepeats = (contour: readonly OutlinePoint[]): OutlinePoint[] =>
  contour.filter((point, i) => {
    const next = contour[(i + 1) % contour.length]
    return !next || next.x !== point.x || next.y !== point.y || !next.onCurve
  })

const doubleArea = (contour: Contour): number =>
  contour.reduce((sum, a, i) => {
    const b = contour[(i + 1) % contour.length] ?? a
    return sum + a.x * b.y - b.x * a.y
  }, 0)

const encloses = (outer: Contour, { x, y }: OutlinePoint): boolean => {
  let inside = false
  outer.forEach((a, i) => {
    const b = outer[(i + 1) % outer.length] ?? a
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

/** TrueType fills by winding: areas run clockwise, holes the other way. */
const wound = (contours: readonly OutlinePoint[][]): Contour[] =>
  contours.map((contour) => {
    const first = contour[0]
    const depth = contours.filter(
      (other) => other !== contour && first && encloses(other, first),
    ).length
    const isHole = depth % 2 === 1
    const isClockwise = doubleArea(contour) < 0
    return isClockwise === isHole ? [...contour].reverse() : contour
  })

/** The outline of a drawing whose lines are `stroke` wide on the grid of 24. */
export const outlineOf = (kit: PathKit, svg: string, stroke: number): Contour[] => {
  const area = filledArea(kit, svg, stroke)
  const contours = wound(toContours(kit, area))
  area.delete()
  return contours
}
