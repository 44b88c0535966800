/** Mooncakes, brittle, flower pastry, nougat, crisps: small sweet things, usually three of them. */
import { dim, lit, mix, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { groundShadow } from '../light'
import { motif, printed, settle } from '../motif'
import type { Motif } from '../motif-parts'
import { almond, type Garnish, garnishes, walnut } from './garnish'
import { cutHalf, mooncake } from './mooncake'
import { board, plate } from './serving'
import { ellipse, type Path, type Point, polygon, rect, smooth } from '../path'

type SnackKind = 'mooncake' | 'brittle' | 'pastry' | 'nougat' | 'crisps' | 'fruit' | 'mochi'
export interface Snack {
  kind: SnackKind
  colour: string
  filling?: string
  motif?: Motif
  nut?: Garnish
  board?: boolean
}
const slabOf = (kit: Kit, c: string, nut: (kit: Kit) => string, w = 150): string => {
  const pts: Point[] = [
    [-w, 6],
    [-w * 0.92, -46],
    [-w * 0.2, -62],
    [w * 0.5, -56],
    [w, -30],
    [w * 0.9, 18],
    [w * 0.1, 26],
  ]
  const top = polygon(pts)
  const clip = kit.clip(top)
  const nuts = Array.from({ length: 15 }, (_, i) =>
    place(
      nut(kit),
      -w * 0.8 + (i % 5) * w * 0.4 + (Math.floor(i / 5) % 2 ? 20 : 0),
      -44 + Math.floor(i / 5) * 28,
      0.86,
      kit.random.between(-60, 60),
    ),
  ).join('')
  return (
    shape(polygon(pts.map(([x, y]) => [x + 14, y + 30] as const)), {
      fill: '#361a14',
      opacity: 0.34,
      filter: kit.blur(8),
    }) +
    shape(
      polygon([...pts.slice(4), [-w * 1, 6], [-w, 30], [w * 0.1, 52], [w * 0.9, 44], [w, -6]]),
      { fill: dim(c, 0.34) },
    ) +
    shape(top, {
      fill: kit.linear(
        [
          [0, lit(c, 0.2)],
          [1, dim(c, 0.12)],
        ],
        40,
      ),
    }) +
    group(nuts, { clip }) +
    shape(top, {
      fill: kit.linear(
        [
          [0, '#ffe9b8', 0.4],
          [0.3, '#ffe9b8', 0.04],
          [0.6, c, 0.06],
          [1, '#361a14', 0.16],
        ],
        40,
      ),
    }) +
    shape(
      smooth([
        [-w * 0.8, -38],
        [-w * 0.2, -52],
        [w * 0.3, -48],
      ]),
      { stroke: '#ffffff', width: 5, opacity: 0.5, filter: kit.blur(2) },
    )
  )
}
const pastry = (kit: Kit, c: string, m: Motif, filling: string): string => {
  const p: Path = [
    ['M', -112, -24],
    ['C', -120, -112, 120, -112, 112, -24],
    ['C', 104, 26, -104, 26, -112, -24],
    ['Z'],
  ]
  const flakes = [0, 1, 2, 3]
    .map((i) =>
      shape(
        smooth([
          [-108 + i * 4, -24 + i * 7],
          [0, 0 + i * 5],
          [108 - i * 4, -24 + i * 7],
        ]),
        { stroke: dim(c, 0.22), width: 2.4, opacity: 0.5 },
      ),
    )
    .join('')
  return (
    groundShadow(kit, 108, { ry: 26 }) +
    shape(p, {
      fill: kit.linear(
        [
          [0, lit(c, 0.5)],
          [0.5, c],
          [1, dim(c, 0.34)],
        ],
        70,
      ),
    }) +
    flakes +
    group(printed(settle(motif(m, { ink: filling, accent: filling, pale: filling }), 0, 0, 0.74)), {
      transform: 'translate(0 -62) scale(1 .48)',
      opacity: 0.85,
    })
  )
}
const nougat = (kit: Kit, c: string, filling: string): string => {
  const face = rect(-84, -84, 168, 84, 14)
  return (
    groundShadow(kit, 96, { ry: 18 }) +
    shape(
      polygon([
        [-78, -84],
        [-40, -116],
        [118, -116],
        [82, -84],
      ]),
      { fill: lit(c, 0.5) },
    ) +
    shape(
      polygon([
        [84, -80],
        [118, -114],
        [118, -34],
        [84, -4],
      ]),
      { fill: dim(c, 0.22) },
    ) +
    shape(face, {
      fill: kit.linear(
        [
          [0, lit(c, 0.4)],
          [1, c],
        ],
        50,
      ),
    }) +
    Array.from({ length: 15 }, () =>
      shape(
        ellipse(
          kit.random.between(-70, 70),
          -kit.random.between(12, 72),
          kit.random.between(6, 13),
          kit.random.between(5, 9),
        ),
        {
          fill: kit.random.pick([filling, lit(filling, 0.3), '#b23a3a', '#8a9a4e']),
        },
      ),
    ).join('')
  )
}
const pileOf = (kit: Kit, n: number, draw: (kit: Kit) => string, s: number): string =>
  groundShadow(kit, 170, { ry: 36 }) +
  Array.from({ length: n }, (_, i) => {
    const row = i < n * 0.5 ? 0 : i < n * 0.82 ? 1 : 2
    const spread = [150, 96, 44][row] ?? 40
    return [
      kit.random.between(-spread, spread),
      -row * 46 - 16 + kit.random.between(-20, 20),
      row,
    ] as const
  })
    .sort((a, b) => a[2] - b[2] || a[1] - b[1])
    .map(([x, y]) => place(draw(kit), x, y, s, kit.random.between(-34, 34)))
    .join('')
const chip =
  (c: string) =>
  (kit: Kit): string =>
    shape(
      smooth(
        [
          [-52, 8],
          [-30, -20],
          [16, -24],
          [54, -4],
          [28, 18],
          [-18, 22],
        ],
        true,
      ),
      {
        fill: kit.linear(
          [
            [0, lit(c, 0.5)],
            [0.5, c],
            [1, dim(c, 0.3)],
          ],
          60,
        ),
      },
    ) +
    shape(
      smooth([
        [-30, 4],
        [2, -8],
        [36, 0],
      ]),
      { stroke: lit(c, 0.5), width: 4, opacity: 0.7 },
    )
const three = (draw: (i: number) => string, s = 0.9): string =>
  place(draw(0), 92, -70, s * 0.94) + place(draw(1), -104, -52, s) + place(draw(2), 16, 8, s * 1.08)
export const snack = (kit: Kit, o: Snack): string => {
  const f = o.filling ?? mix(o.colour, pigment.roast, 0.5)
  const base = o.board ? board(kit, 270) : plate(kit, '#f1e8d8', 260)
  const body = ((): string => {
    switch (o.kind) {
      case 'mooncake':
        return (
          place(mooncake(kit, o.colour, 'mountain'), 96, -72, 0.98) +
          place(mooncake(kit, o.colour, o.motif ?? 'flower'), -98, -46, 1.04) +
          place(cutHalf(kit, o.colour, f), 58, 6, 0.95)
        )
      case 'brittle': {
        const nut = o.nut
          ? garnishes[o.nut]
          : (q: Kit): string => (q.random.next() > 0.4 ? almond(q) : walnut(q))
        return (
          place(slabOf(kit, o.colour, nut), 70, -96, 0.95, -5) +
          place(slabOf(kit, o.colour, nut), -60, -54, 1.05, 6) +
          place(slabOf(kit, o.colour, nut), 44, 0, 1, -3)
        )
      }
      case 'pastry':
        return three(() => pastry(kit, o.colour, o.motif ?? 'flower', f))
      case 'nougat':
        return (
          place(nougat(kit, o.colour, f), -96, -60) +
          place(nougat(kit, o.colour, f), 92, -70, 0.95) +
          place(nougat(kit, o.colour, f), 0, 4, 1.08)
        )
      case 'crisps':
        return place(pileOf(kit, 30, chip(o.colour), 1.05), 0, -26)
      case 'fruit':
        return place(pileOf(kit, 21, garnishes[o.nut ?? 'persimmon'], 0.92), 0, -26)
      case 'mochi':
        return three(
          (i) =>
            groundShadow(kit, 92) +
            shape(
              [
                ['M', -98, -12],
                ['C', -112, -136, 112, -136, 98, -12],
                ['C', 80, 22, -80, 22, -98, -12],
                ['Z'],
              ],
              {
                fill: kit.radial(
                  [
                    [0, lit([o.colour, f, lit(o.colour, 0.4)][i] ?? o.colour, 0.6)],
                    [0.6, [o.colour, f, lit(o.colour, 0.4)][i] ?? o.colour],
                    [1, dim([o.colour, f, o.colour][i] ?? o.colour, 0.3)],
                  ],
                  [0.36, 0.3, 0.8],
                ),
              },
            ),
        )
    }
  })()
  return (
    base +
    place(body, 0, o.board ? -28 : -4, o.kind === 'mooncake' || o.kind === 'brittle' ? 1 : 1.15)
  )
}
