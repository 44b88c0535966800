/** Croissant, sandwich, toast, bagel. */
import { dim, lit, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { type Bake, crumbs, domed } from './bake-parts'
import { garnishes } from './garnish'
import { ellipse, type Point, polygon, rect, smooth } from '../path'

export const croissant = (kit: Kit, o: Bake): string => {
  const c = o.crust
  const seg: readonly (readonly [number, number, number, number, number])[] = [
    [-176, -30, 52, 34, -52],
    [176, -30, 52, 34, 52],
    [-122, -68, 66, 52, -34],
    [122, -68, 66, 52, 34],
    [-62, -96, 66, 66, -16],
    [62, -96, 66, 66, 16],
    [0, -104, 62, 76, 0],
  ]
  return (
    shape(ellipse(10, 0, 200, 22), { fill: '#361a14', opacity: 0.4, filter: kit.blur(9) }) +
    seg
      .map(([x, y, rx, ry, deg]) =>
        place(
          shape(ellipse(0, 0, rx, ry), {
            fill: kit.linear(
              [
                [0, lit(c, 0.45)],
                [0.3, c],
                [0.75, dim(c, 0.28)],
                [1, dim(c, 0.5)],
              ],
              80,
            ),
          }) +
            [-0.5, -0.1, 0.3]
              .map((q) =>
                shape(
                  smooth([
                    [-rx * 0.5, ry * (q - 0.36)],
                    [0, ry * (q - 0.52)],
                    [rx * 0.5, ry * (q - 0.36)],
                  ]),
                  { stroke: lit(c, 0.55), width: 4, opacity: 0.55 },
                ),
              )
              .join('') +
            shape(ellipse(0, 0, rx, ry), { stroke: dim(c, 0.5), width: 2.4, opacity: 0.5 }),
          x,
          y,
          1,
          deg,
        ),
      )
      .join('') +
    (o.glaze
      ? shape(
          smooth(
            [
              [-140, -120],
              [-60, -160],
              [0, -176],
              [60, -160],
              [140, -120],
              [100, -96],
              [60, -130],
              [30, -104],
              [0, -142],
              [-34, -110],
              [-70, -136],
              [-110, -92],
            ],
            true,
            0.8,
          ),
          { fill: o.glaze, opacity: 0.92 },
        )
      : '') +
    (o.topping ? place(garnishes[o.topping](kit), 0, -172, 0.7) : '')
  )
}
export const sandwich = (kit: Kit, o: Bake): string => {
  const fill = o.layers ?? ['#86a84f', '#e9b94a', '#c8432f']
  const half = (x: number, y: number, s: number): string => {
    const stack = [o.crust, ...fill, o.crust]
    const h = 26
    return place(
      stack
        .map((c, i) => {
          const yy = -i * h
          const bread = i === 0 || i === stack.length - 1
          const wob = bread ? 0 : 7
          const front: Point[] = Array.from(
            { length: 11 },
            (_, j) => [-150 + j * 30, yy + (j % 2 ? wob : -wob * 0.3)] as const,
          )
          const body = polygon([...front, [150, yy - h], [-150, yy - h]])
          const topFace = polygon([
            [-150, yy - h],
            [150, yy - h],
            [0, yy - h - 84],
          ])
          return (
            shape(body, { fill: bread ? lit(c, 0.5) : c }) +
            (bread
              ? shape(
                  polygon(
                    [
                      [-150, yy - (i ? h - 3 : 0)],
                      [150, yy - (i ? h - 3 : 0)],
                    ],
                    false,
                  ),
                  { stroke: dim(c, 0.16), width: 6 },
                ) +
                crumbs(
                  kit,
                  () => [kit.random.between(-146, 146), yy - kit.random.between(4, h - 4)],
                  26,
                  [dim(c, 0.1)],
                  3,
                )
              : '') +
            shape(body, {
              fill: kit.linear(
                [
                  [0, '#fff2d6', 0.16],
                  [1, '#361a14', 0.22],
                ],
                20,
              ),
            }) +
            (i === stack.length - 1
              ? shape(topFace, {
                  fill: kit.linear(
                    [
                      [0, lit(c, 0.4)],
                      [1, c],
                    ],
                    30,
                  ),
                }) + shape(topFace, { stroke: dim(c, 0.2), width: 3, opacity: 0.6 })
              : '')
          )
        })
        .join(''),
      x,
      y,
      s,
    )
  }
  return (
    shape(ellipse(20, 4, 220, 24), { fill: '#361a14', opacity: 0.38, filter: kit.blur(10) }) +
    half(58, -46, 0.92) +
    half(-44, 0, 1.05) +
    shape(
      polygon(
        [
          [-44, -258],
          [-44, -150],
        ],
        false,
      ),
      { stroke: pigment.wood, width: 5 },
    ) +
    place(garnishes.lime(kit), -44, -262, 0.4)
  )
}
export const toast = (kit: Kit, o: Bake): string => {
  const p = smooth(
    [
      [-150, -20],
      [-156, -190],
      [-170, -232],
      [-120, -272],
      [0, -262],
      [120, -272],
      [170, -232],
      [156, -190],
      [150, -20],
      [0, -8],
    ],
    true,
    0.8,
  )
  const pat = o.glaze
    ? shape(
        smooth(
          [
            [-112, -54],
            [-116, -180],
            [-90, -222],
            [0, -218],
            [96, -224],
            [116, -180],
            [108, -54],
            [0, -46],
          ],
          true,
          0.8,
        ),
        {
          fill: kit.linear(
            [
              [0, lit(o.glaze, 0.3)],
              [1, o.glaze],
            ],
            40,
          ),
        },
      )
    : ''
  return (
    shape(ellipse(16, -6, 170, 20), { fill: '#361a14', opacity: 0.4, filter: kit.blur(9) }) +
    place(shape(p, { fill: dim(o.crust, 0.35) }), 16, -8) +
    shape(p, { fill: dim(o.crust, 0.08) }) +
    group(shape(p, { fill: lit(o.crust, 0.42) }), { transform: 'translate(0 -9) scale(.93 .93)' }) +
    pat +
    shape(p, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.2],
          [1, '#361a14', 0.2],
        ],
        30,
      ),
    }) +
    (o.topping ? place(garnishes[o.topping](kit), 0, -140, 1.3) : '')
  )
}
export const bagel = (kit: Kit, o: Bake): string =>
  shape(ellipse(14, 2, 176, 24), { fill: '#361a14', opacity: 0.4, filter: kit.blur(9) }) +
  domed(kit, 166, 96, dim(o.crust, 0.12), -30) +
  shape(rect(-170, -78, 340, 34, 16), { fill: o.layers?.[0] ?? pigment.milk }) +
  shape(
    smooth(
      [
        [-168, -54],
        [-110, -34],
        [-50, -46],
        [10, -30],
        [70, -46],
        [130, -34],
        [168, -56],
        [0, -90],
      ],
      true,
    ),
    { fill: o.layers?.[0] ?? pigment.milk },
  ) +
  domed(kit, 170, 120, o.crust, -76) +
  shape(ellipse(0, -132, 36, 13), { fill: dim(o.crust, 0.5) }) +
  crumbs(
    kit,
    () => {
      const a = kit.random.between(3.4, 6)
      return [130 * Math.cos(a), -90 + kit.random.between(50, 72) * Math.sin(a)]
    },
    46,
    ['#fff1d4', '#f3ddb0'],
    5.5,
  )
