/** Tinted paper behind every subject: a wall, a table, a pale sun and a far ridge. */
import { mix } from './colour'
import { group, shape, type Kit } from './kit'
import { paperGrain } from './light'
import { ellipse, join, polygon, rect, smooth, type Point } from './path'

const grounds = {
  tea: ['#e3e6cf', '#cdd3b4', '#f5f2df'],
  coffee: ['#ecdac3', '#d8bd9c', '#f9edd9'],
  ware: ['#dbe2de', '#c2cec9', '#f2f3ec'],
  snack: ['#f4dcc0', '#e6c49d', '#fcefdb'],
  pantry: ['#f5e3b4', '#e5cc8d', '#fdf3d5'],
  gift: ['#f1d2c5', '#dfb2a2', '#fae7dc'],
} as const
export type Ground = keyof typeof grounds
/** A ridge line across the width, deterministic from the kit. */
export const ridge = (kit: Kit, w: number, base: number, height: number, steps = 9): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps
    const swell = Math.sin(t * Math.PI * kit.random.between(1.4, 2.2)) * 0.4 + 0.5
    return [
      t * w,
      base - height * (i % 2 ? kit.random.between(0.55, 1) : kit.random.between(0.05, 0.4)) * swell,
    ] as const
  })

export const ridgePath = (
  pts: readonly Point[],
  w: number,
  bottom: number,
  tension = 0.8,
): ReturnType<typeof smooth> => [
  ...join(
    smooth(pts, false, tension),
    polygon(
      [
        [w, bottom],
        [0, bottom],
      ],
      false,
    ),
  ),
  ['Z'],
]

/** 750 x 750 by default; the table begins at `horizon`. */
export const backdrop = (kit: Kit, ground: Ground, w = 750, h = 750, horizon = 520): string => {
  const [wall, table, sun] = grounds[ground]
  const deep = mix(table, '#7d6a55', 0.08)
  const sunX = w * kit.random.between(0.34, 0.44)
  const ridges = [0, 1]
    .map((i) =>
      shape(
        ridgePath(ridge(kit, w, horizon - 16 + i * 26, 190 - i * 84, 7 + i * 2), w, horizon + 60),
        {
          fill: kit.linear(
            [
              [0, deep, 0.8 - i * 0.12],
              [1, deep, 0.12],
            ],
            90,
          ),
        },
      ),
    )
    .join('')
  const edge: Point[] = [
    [0, horizon + 4],
    [w * 0.3, horizon - 3],
    [w * 0.68, horizon + 3],
    [w, horizon - 4],
  ]
  return group(
    shape(rect(0, 0, w, h), {
      fill: kit.linear(
        [
          [0, mix(wall, sun, 0.55)],
          [0.6, wall],
          [1, mix(wall, table, 0.4)],
        ],
        50,
      ),
    }) +
      shape(ellipse(sunX, h * 0.36, w * 0.3), {
        fill: kit.linear(
          [
            [0, sun, 0.95],
            [1, sun, 0.25],
          ],
          80,
        ),
      }) +
      ridges +
      shape(ridgePath(edge, w, h), {
        fill: kit.linear(
          [
            [0, mix(table, sun, 0.18)],
            [1, mix(table, '#8a5a3c', 0.14)],
          ],
          70,
        ),
      }) +
      shape(smooth(edge), {
        stroke: '#ffffff',
        width: 2.5,
        opacity: 0.4,
      }) +
      paperGrain(kit, w, h, 11, 0.5),
  )
}
