/** Mooncakes, whole and cut. */
import { dim, lit } from '../colour'
import { group, type Kit, shape } from '../kit'
import { groundShadow } from '../light'
import { motif, printed, settle } from '../motif'
import type { Motif } from '../motif-parts'
import { ellipse, type Path, type Point, polygon, smooth } from '../path'

const scallop = (rx: number, ry: number, n: number, cy = 0): Path =>
  smooth(
    Array.from({ length: n * 2 }, (_, i) => {
      const a = (i * Math.PI) / n
      const q = i % 2 ? 0.93 : 1.02
      return [rx * q * Math.cos(a), cy + ry * q * Math.sin(a)] as const
    }),
    true,
  )
export const mooncake = (kit: Kit, c: string, m: Motif): string => {
  const [rx, ry, h] = [122, 46, 74]
  const flutes = Array.from({ length: 10 }, (_, i) => {
    const a0 = (i * Math.PI) / 10
    const [x0, x1] = [rx * Math.cos(a0), rx * Math.cos(a0 + Math.PI / 10)]
    const y = (x: number): number => ry * Math.sqrt(Math.max(0, 1 - (x / rx) ** 2))
    const p = polygon([
      [x0, y(x0) - h],
      [x1, y(x1) - h],
      [x1, y(x1)],
      [x0, y(x0)],
    ])
    return (
      shape(p, { fill: c }) +
      shape(p, {
        fill: kit.linear([
          [0, '#361a14', 0.34],
          [0.35, '#fff2d6', 0.24],
          [0.7, '#361a14', 0.06],
          [1, '#361a14', 0.34],
        ]),
      })
    )
  }).join('')
  const side: Path = polygon([
    [-rx, -h],
    ...Array.from({ length: 13 }, (_, i) => {
      const a = Math.PI - (i * Math.PI) / 12
      return [rx * Math.cos(a), ry * Math.sin(a)] as Point
    }),
    [rx, -h],
  ])
  const ink = { ink: dim(c, 0.34), accent: dim(c, 0.2), pale: lit(c, 0.34) }
  return (
    groundShadow(kit, rx, { ry: 34 }) +
    shape(side, { fill: dim(c, 0.2) }) +
    flutes +
    shape(side, {
      fill: kit.linear([
        [0, '#fff2d6', 0.16],
        [0.4, '#fff2d6', 0],
        [1, '#361a14', 0.42],
      ]),
    }) +
    shape(scallop(rx, ry, 20, -h), {
      fill: kit.linear(
        [
          [0, lit(c, 0.38)],
          [0.6, c],
          [1, dim(c, 0.2)],
        ],
        30,
      ),
    }) +
    shape(scallop(rx * 0.86, ry * 0.86, 20, -h), { stroke: dim(c, 0.32), width: 4, opacity: 0.7 }) +
    shape(scallop(rx * 0.86, ry * 0.86, 20, -h - 2), {
      stroke: lit(c, 0.5),
      width: 2.4,
      opacity: 0.8,
    }) +
    group(printed(settle(motif(m, ink), 0, 0, 1.25)), {
      transform: `translate(0 ${-h + 1}) scale(1 .4)`,
    }) +
    group(
      printed(
        settle(motif(m, { ink: lit(c, 0.4), accent: lit(c, 0.26), pale: lit(c, 0.5) }), 0, 0, 1.25),
      ),
      {
        transform: `translate(-1.5 ${-h - 2.5}) scale(1 .4)`,
        opacity: 0.65,
      },
    )
  )
}
export const cutHalf = (kit: Kit, c: string, filling: string): string => {
  const face: Path = smooth(
    [
      [-104, 0],
      [-108, -62],
      [-96, -76],
      [0, -78],
      [96, -76],
      [108, -62],
      [104, 0],
      [0, 4],
    ],
    true,
    0.5,
  )
  return (
    groundShadow(kit, 100, { ry: 16 }) +
    shape(
      smooth(
        [
          [-104, -70],
          [-70, -104],
          [60, -106],
          [104, -72],
        ],
        true,
        0.8,
      ),
      { fill: lit(c, 0.2) },
    ) +
    shape(face, { fill: dim(c, 0.06) }) +
    group(shape(face, { fill: filling }), { transform: 'translate(0 -5) scale(.9 .86)' }) +
    shape(ellipse(0, -40, 30, 27), {
      fill: kit.radial(
        [
          [0, '#f6c25a'],
          [1, '#dc8a2a'],
        ],
        [0.4, 0.35, 0.7],
      ),
    }) +
    Array.from({ length: 26 }, () =>
      shape(ellipse(kit.random.between(-84, 84), -kit.random.between(12, 64), 2.6, 1.8), {
        fill: kit.random.pick([lit(filling, 0.4), dim(filling, 0.3)]),
        opacity: 0.7,
      }),
    ).join('') +
    shape(face, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.2],
          [1, '#361a14', 0.22],
        ],
        40,
      ),
    })
  )
}
