/** Paths as plain data: they can be moved, joined and mirrored before they are drawn. */
type PathOp =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']
export type Path = readonly PathOp[]
export type Point = readonly [number, number]

export const num = (n: number): string => String(Math.round(n * 10) / 10)

export const toD = (path: Path): string =>
  path
    .map(
      (op) =>
        op[0] +
        op
          .slice(1)
          .map((v) => num(Number(v)))
          .join(' '),
    )
    .join('')

const K = 0.5523

export const ellipse = (cx: number, cy: number, rx: number, ry: number = rx): Path => [
  ['M', cx - rx, cy],
  ['C', cx - rx, cy - ry * K, cx - rx * K, cy - ry, cx, cy - ry],
  ['C', cx + rx * K, cy - ry, cx + rx, cy - ry * K, cx + rx, cy],
  ['C', cx + rx, cy + ry * K, cx + rx * K, cy + ry, cx, cy + ry],
  ['C', cx - rx * K, cy + ry, cx - rx, cy + ry * K, cx - rx, cy],
  ['Z'],
]

export const polygon = (points: readonly Point[], closed = true): Path => {
  const ops: PathOp[] = points.map((p, i) => (i === 0 ? ['M', p[0], p[1]] : ['L', p[0], p[1]]))
  return closed ? [...ops, ['Z']] : ops
}

export const rect = (x: number, y: number, w: number, h: number, r = 0): Path => {
  if (r <= 0)
    return polygon([
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ])
  const q = Math.min(r, w / 2, h / 2)
  const k = q * (1 - K)
  return [
    ['M', x + q, y],
    ['L', x + w - q, y],
    ['C', x + w - k, y, x + w, y + k, x + w, y + q],
    ['L', x + w, y + h - q],
    ['C', x + w, y + h - k, x + w - k, y + h, x + w - q, y + h],
    ['L', x + q, y + h],
    ['C', x + k, y + h, x, y + h - k, x, y + h - q],
    ['L', x, y + q],
    ['C', x, y + k, x + k, y, x + q, y],
    ['Z'],
  ]
}

const at = (pts: readonly Point[], i: number): Point => {
  const p = pts[Math.max(0, Math.min(pts.length - 1, i))]
  if (!p) throw new Error('empty path')
  return p
}

/** Catmull-Rom curve through the points. */
export const smooth = (pts: readonly Point[], closed = false, tension = 1): Path => {
  const n = pts.length
  const get = (i: number): Point => (closed ? at(pts, ((i % n) + n) % n) : at(pts, i))
  const ops: PathOp[] = [['M', get(0)[0], get(0)[1]]]
  const last = closed ? n : n - 1
  const f = tension / 6
  for (let i = 0; i < last; i++) {
    const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    // tangents never reach past a third of their own segment, so uneven spacing cannot overshoot
    const reach = Math.hypot(c[0] - b[0], c[1] - b[1]) * 0.4 * tension
    const cap = (p: Point, q: Point): Point => {
      const [x, y] = [(q[0] - p[0]) * f, (q[1] - p[1]) * f]
      const n = Math.hypot(x, y)
      return n > reach && n > 0 ? [(x * reach) / n, (y * reach) / n] : [x, y]
    }
    const [u, v] = [cap(a, c), cap(b, d)]
    ops.push(['C', b[0] + u[0], b[1] + u[1], c[0] - v[0], c[1] - v[1], c[0], c[1]])
  }
  return closed ? [...ops, ['Z']] : ops
}

/** Continue `a` with `b` (its first move becomes a line). */
export const join = (a: Path, b: Path): Path => {
  const head = b[0]
  const start: PathOp[] = head && head[0] === 'M' ? [['L', head[1], head[2]]] : []
  return [...a, ...start, ...b.slice(1)]
}

const map = (path: Path, f: (p: Point) => Point): Path =>
  path.map((op): PathOp => {
    if (op[0] === 'Z') return op
    if (op[0] === 'C') {
      const [a, b, c] = [f([op[1], op[2]]), f([op[3], op[4]]), f([op[5], op[6]])]
      return ['C', a[0], a[1], b[0], b[1], c[0], c[1]]
    }
    const p = f([op[1], op[2]])
    return [op[0], p[0], p[1]]
  })

export const move = (path: Path, dx: number, dy: number, scale = 1, turn = 0): Path => {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  return map(path, ([x, y]) => [dx + (x * c - y * s) * scale, dy + (x * s + y * c) * scale])
}
