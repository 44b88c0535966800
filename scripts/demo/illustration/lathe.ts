/** Solids of revolution seen a little from above: tins, cups, jars, pots, bottles all come from here. */
import { join, polygon, smooth, type Path, type Point } from './path'

/** How far circles open towards the viewer. One camera for the whole system. */
export const TILT = 0.21

/** Height above the table, radius, and 1 for a sharp corner. Listed from the foot upwards. */
type ProfilePoint = readonly [h: number, r: number, corner?: 1]
export type Profile = readonly ProfilePoint[]

const side = (profile: Profile): Path => {
  let path: Path = []
  let run: Point[] = []
  profile.forEach(([h, r, corner], i) => {
    run.push([r, -h])
    const end = i === profile.length - 1
    if ((corner && run.length > 1) || end) {
      const piece = run.length > 1 ? smooth(run) : polygon(run, false)
      path = path.length ? [...path, ...piece.slice(1)] : piece
      run = [[r, -h]]
    }
  })
  return path
}

/** Half ellipse from +r to -r (back edge) or from -r to +r (front edge). */
const arc = (r: number, y: number, edge: 'front' | 'back', tilt = TILT): Path => {
  const k = 0.5523
  const ry = r * tilt
  return edge === 'front'
    ? [
        ['M', -r, y],
        ['C', -r, y + ry * k, -r * k, y + ry, 0, y + ry],
        ['C', r * k, y + ry, r, y + ry * k, r, y],
      ]
    : [
        ['M', r, y],
        ['C', r, y - ry * k, r * k, y - ry, 0, y - ry],
        ['C', -r * k, y - ry, -r, y - ry * k, -r, y],
      ]
}

const mirrored = (path: Path): Path => {
  type Seg = { to: Point; c?: readonly [Point, Point] }
  const segs: Seg[] = []
  path.forEach((op) => {
    if (op[0] === 'C')
      segs.push({
        to: [op[5], op[6]],
        c: [
          [op[1], op[2]],
          [op[3], op[4]],
        ],
      })
    else if (op[0] !== 'Z') segs.push({ to: [op[1], op[2]] })
  })
  const out: [string, ...number[]][] = []
  for (let i = segs.length - 1; i >= 0; i--) {
    const s = segs[i]
    if (!s) continue
    if (i === segs.length - 1) out.push(['M', -s.to[0], s.to[1]])
    const prev = segs[i - 1]
    if (!prev) break
    if (s.c) out.push(['C', -s.c[1][0], s.c[1][1], -s.c[0][0], s.c[0][1], -prev.to[0], prev.to[1]])
    else out.push(['L', -prev.to[0], prev.to[1]])
  }
  return out as unknown as Path
}

/** Closed outline of the whole solid. */
export const outline = (profile: Profile, tilt = TILT): Path => {
  const right = side(profile)
  const left = mirrored(right) // mirrored, runs from the top down
  const first = profile[0]
  const last = profile[profile.length - 1]
  if (!first || !last) return []
  const bottom = arc(first[1], -first[0], 'front', tilt)
  const top = arc(last[1], -last[0], 'back', tilt)
  return [...join(join(join(left, bottom), right), top), ['Z']]
}

/** Radius of the solid at a height (straight interpolation). */
export const radiusAt = (profile: Profile, h: number): number => {
  const foot = profile[0]
  if (foot && h <= foot[0]) return foot[1]
  for (let i = 1; i < profile.length; i++) {
    const a = profile[i - 1]
    const b = profile[i]
    if (a && b && h <= b[0])
      return b[0] === a[0] ? b[1] : a[1] + ((b[1] - a[1]) * (h - a[0])) / (b[0] - a[0])
  }
  return profile[profile.length - 1]?.[1] ?? 0
}

export const maxRadius = (profile: Profile): number => Math.max(...profile.map((p) => p[1]))

/** A patch of the surface between two heights, `half` degrees to each side of the front. */
export const patch = (profile: Profile, h0: number, h1: number, half = 90, tilt = TILT): Path => {
  const edge = (h: number, steps: number): Point[] =>
    Array.from({ length: steps + 1 }, (_, i) => {
      const a = ((-half + (2 * half * i) / steps) * Math.PI) / 180
      const r = radiusAt(profile, h)
      return [r * Math.sin(a), -h + r * tilt * Math.cos(a)] as const
    })
  const sideAt = (sign: 1 | -1): Point[] =>
    Array.from({ length: 5 }, (_, i) => {
      const h = h0 + ((h1 - h0) * (i + 1)) / 6
      const r = radiusAt(profile, h)
      const a = (half * Math.PI) / 180
      return [sign * r * Math.sin(a), -h + r * tilt * Math.cos(a)] as const
    })
  return polygon([
    ...edge(h0, 24),
    ...sideAt(1),
    ...edge(h1, 24).reverse(),
    ...sideAt(-1).reverse(),
  ])
}

/** The part of a profile below a height, for liquids. */
export const below = (profile: Profile, h: number): Profile => [
  ...profile.filter((p) => p[0] < h),
  [h, radiusAt(profile, h), 1],
]
