/** Sky, ridges, trees, water, roofs: the mountain town that every scene shares. */
import { ridge, ridgePath } from '../backdrop'
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, shape } from '../kit'
import { ellipse, polygon, rect, smooth } from '../path'

export interface Air {
  top: string
  low: string
  near: string
  far: string
  light: string
}
export const airs = {
  dawn: { top: '#c9d8d4', low: '#f8e3c6', far: '#b9c4bd', near: '#4f6f60', light: '#f2b06a' },
  day: { top: '#b9d3d6', low: '#f3ecd6', far: '#a9c1b8', near: '#4c7358', light: '#fff6dc' },
  dusk: { top: '#6f6a86', low: '#f0b58a', far: '#a5838a', near: '#43374a', light: '#f6c173' },
  night: { top: '#17242f', low: '#3f5767', far: '#35505c', near: '#14212a', light: '#f7e7b8' },
  mist: { top: '#dfe5df', low: '#f4efe2', far: '#c5d0c8', near: '#6d8a80', light: '#fffaf0' },
  rust: { top: '#3c2530', low: '#d9774a', far: '#8c4a3f', near: '#2b1a22', light: '#f7c873' },
} as const satisfies Record<string, Air>
export type AirName = keyof typeof airs
export const sky = (kit: Kit, w: number, h: number, a: Air): string =>
  shape(rect(0, 0, w, h), {
    fill: kit.linear(
      [
        [0, a.top],
        [1, a.low],
      ],
      90,
    ),
  })
export const orb = (
  kit: Kit,
  x: number,
  y: number,
  r: number,
  colour: string,
  halo = 2.2,
): string =>
  shape(ellipse(x, y, r * halo), {
    fill: kit.radial([
      [0, colour, 0.55],
      [0.45, colour, 0.2],
      [1, colour, 0],
    ]),
  }) +
  shape(ellipse(x, y, r), {
    fill: kit.linear(
      [
        [0, lit(colour, 0.4)],
        [1, colour],
      ],
      80,
    ),
  })
/** Several ridges from far to near with mist between them. */
export const ranges = (
  kit: Kit,
  w: number,
  h: number,
  a: Air,
  o: { n?: number; from?: number; to?: number; height?: number; sharp?: number } = {},
): string => {
  const { n = 4, from = 0.5, to = 0.85, height = 0.3, sharp = 0.85 } = o
  return Array.from({ length: n }, (_, i) => {
    const t = n === 1 ? 1 : i / (n - 1)
    const y = h * (from + (to - from) * t)
    const c = mix(a.far, a.near, t)
    const p = ridgePath(ridge(kit, w, y, h * height * (1 - t * 0.45), 7 + i * 2), w, h, sharp)
    return shape(p, {
      fill: kit.linear(
        [
          [0, c],
          [0.5, mix(c, a.low, 0.3)],
          [1, mix(c, a.low, t > 0.9 ? 0.1 : 0.62)],
        ],
        90,
      ),
    })
  }).join('')
}
export const cloudBand = (
  kit: Kit,
  x: number,
  y: number,
  w: number,
  colour: string,
  opacity = 0.8,
): string => {
  const h = w * 0.09
  const p = smooth(
    [
      [x - w / 2, y],
      [x - w * 0.36, y - h * 0.8],
      [x - w * 0.16, y - h * 0.6],
      [x, y - h * 1.4],
      [x + w * 0.2, y - h * 0.7],
      [x + w * 0.36, y - h],
      [x + w / 2, y],
      [x + w * 0.2, y + h * 0.35],
      [x - w * 0.24, y + h * 0.35],
    ],
    true,
  )
  return shape(p, {
    fill: kit.linear(
      [
        [0, colour, opacity],
        [1, colour, opacity * 0.1],
      ],
      90,
    ),
    filter: kit.blur(w * 0.012),
  })
}
export const pine = (x: number, y: number, h: number, c: string): string =>
  shape(
    polygon([
      [x - 2, y],
      [x + 2, y],
      [x + 2, y - h * 0.4],
      [x - 2, y - h * 0.4],
    ]),
    { fill: dim(c, 0.3) },
  ) +
  [0, 1, 2]
    .map((i) =>
      shape(
        polygon([
          [x - h * (0.25 - i * 0.055), y - h * (0.14 + i * 0.25)],
          [x, y - h * (0.55 + i * 0.225)],
          [x + h * (0.25 - i * 0.055), y - h * (0.14 + i * 0.25)],
        ]),
        { fill: i % 2 ? lit(c, 0.08) : c },
      ),
    )
    .join('')
export const roundTree = (kit: Kit, x: number, y: number, r: number, c: string): string =>
  shape(rect(x - r * 0.08, y - r * 0.9, r * 0.16, r * 0.9), { fill: pigment.cocoa }) +
  [
    [-0.4, -1.2, 0.6],
    [0.42, -1.25, 0.56],
    [0, -1.7, 0.72],
  ]
    .map(([dx, dy, s]) =>
      shape(ellipse(x + r * (dx ?? 0), y + r * (dy ?? 0), r * (s ?? 0.5)), {
        fill: kit.radial(
          [
            [0, lit(c, 0.35)],
            [0.6, c],
            [1, dim(c, 0.25)],
          ],
          [0.35, 0.3, 0.8],
        ),
      }),
    )
    .join('')
export const terraces = (kit: Kit, w: number, y: number, h: number, c: string, rows = 6): string =>
  Array.from({ length: rows }, (_, i) => {
    const t = i / rows
    const yy = y + h * t * t * 0.6 + h * t * 0.4
    const p = ridgePath(
      [
        [0, yy + 10],
        [w * 0.25, yy - 12],
        [w * 0.55, yy + 8],
        [w * 0.8, yy - 14],
        [w, yy + 4],
      ],
      w,
      y + h + 60,
    )
    const bushes = Array.from({ length: 26 }, (_, j) =>
      shape(ellipse((j / 25) * w, yy + Math.sin(j * 0.5 + i) * 8 + 2, 17 + i * 3, 9 + i * 2.4), {
        fill: kit.linear(
          [
            [0, lit(c, 0.28)],
            [1, mix(c, pigment.pine, 0.35)],
          ],
          90,
        ),
      }),
    ).join('')
    return shape(p, { fill: mix(c, pigment.pine, 0.3 + t * 0.25) }) + bushes
  }).join('')
