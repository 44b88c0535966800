/** Plates and boards. */
import { dim, lit, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { groundShadow } from '../light'
import { ellipse, type Point, smooth } from '../path'

export const plate = (kit: Kit, colour: string, rx = 240): string =>
  groundShadow(kit, rx * 0.92, { ry: rx * 0.2 }) +
  shape(ellipse(0, 4, rx, rx * 0.3), { fill: dim(colour, 0.22) }) +
  shape(ellipse(0, -6, rx, rx * 0.3), {
    fill: kit.linear(
      [
        [0, lit(colour, 0.5)],
        [0.6, colour],
        [1, dim(colour, 0.16)],
      ],
      24,
    ),
  }) +
  shape(ellipse(0, -4, rx * 0.76, rx * 0.21), {
    fill: kit.linear(
      [
        [0, dim(colour, 0.12)],
        [0.5, colour],
        [1, lit(colour, 0.3)],
      ],
      60,
    ),
  })
export const board = (kit: Kit, rx = 250): string => {
  const top = smooth(
    [
      [-rx, -30],
      [-rx * 0.92, -78],
      [rx * 0.86, -92],
      [rx, -60],
      [rx * 0.96, 0],
      [-rx * 0.9, 12],
    ] as Point[],
    true,
    0.45,
  )
  const grain = [0, 1, 2, 3]
    .map((i) =>
      shape(
        smooth([
          [-rx * 0.9, -60 + i * 18],
          [-rx * 0.2, -68 + i * 19],
          [rx * 0.9, -74 + i * 20],
        ]),
        { stroke: dim(pigment.wood, 0.3), width: 2.4, opacity: 0.3 },
      ),
    )
    .join('')
  return (
    shape(
      smooth(
        [
          [-rx, -10],
          [rx * 1.05, -20],
          [rx * 1.1, 14],
          [-rx * 0.86, 34],
        ],
        true,
        0.6,
      ),
      { fill: '#361a14', opacity: 0.36, filter: kit.blur(12) },
    ) +
    place(shape(top, { fill: dim(pigment.wood, 0.3) }), 0, 14) +
    shape(top, {
      fill: kit.linear(
        [
          [0, lit(pigment.wood, 0.35)],
          [1, pigment.wood],
        ],
        40,
      ),
    }) +
    group(grain, { clip: kit.clip(top) })
  )
}
