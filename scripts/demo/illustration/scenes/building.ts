/** Houses, villages, strings of lanterns. */
import { dim, lit } from '../colour'
import { type Kit, place, shape } from '../kit'
import { type Point, rect, smooth } from '../path'

/** Timber house with a swept tile roof; base centre at the origin. */
export const house = (
  kit: Kit,
  w: number,
  h: number,
  o: { wall?: string; roof?: string; lamp?: boolean } = {},
): string => {
  const { wall = '#efe3cd', roof = '#4a4f55', lamp = false } = o
  const top = -h * 0.58
  const roofPath = smooth(
    [
      [-w * 0.62, top + h * 0.05],
      [-w * 0.4, top - h * 0.1],
      [-w * 0.16, -h],
      [w * 0.16, -h],
      [w * 0.4, top - h * 0.1],
      [w * 0.62, top + h * 0.05],
      [0, top + h * 0.03],
    ] as Point[],
    true,
    0.55,
  )
  const glass = lamp ? '#f7cf7c' : '#8fa7a5'
  return (
    shape(rect(-w / 2, top, w, -top), {
      fill: kit.linear(
        [
          [0, lit(wall, 0.2)],
          [1, dim(wall, 0.22)],
        ],
        20,
      ),
    }) +
    [-0.44, -0.16, 0.16, 0.44]
      .map((q) => shape(rect(w * q - w * 0.02, top, w * 0.04, -top), { fill: '#6b4630' }))
      .join('') +
    [-0.3, 0.3]
      .map(
        (q) =>
          shape(rect(w * q - w * 0.09, top * 0.66, w * 0.18, -top * 0.34, 2), { fill: glass }) +
          shape(rect(w * q - w * 0.09, top * 0.66, w * 0.18, -top * 0.34, 2), {
            stroke: '#6b4630',
            width: w * 0.014,
          }),
      )
      .join('') +
    shape(rect(-w * 0.09, top * 0.68, w * 0.18, -top * 0.68), {
      fill: lamp ? '#f3bd63' : '#7b5236',
    }) +
    shape(rect(-w * 0.5, top, w, h * 0.06), { fill: '#361a14', opacity: 0.3 }) +
    shape(roofPath, {
      fill: kit.linear(
        [
          [0, lit(roof, 0.3)],
          [1, dim(roof, 0.2)],
        ],
        60,
      ),
    }) +
    Array.from({ length: 9 }, (_, i) =>
      shape(
        smooth([
          [-w * 0.14 + i * w * 0.035, -h * 0.98],
          [(-0.56 + i * 0.14) * w, top],
        ]),
        { stroke: dim(roof, 0.35), width: w * 0.012, opacity: 0.5 },
      ),
    ).join('')
  )
}
export const village = (
  kit: Kit,
  w: number,
  y: number,
  n: number,
  size: number,
  lamp: boolean,
): string =>
  Array.from({ length: n }, (_, i) =>
    place(
      house(kit, size * kit.random.between(0.8, 1.2), size * 0.9, {
        lamp,
        wall: kit.random.pick(['#efe3cd', '#e6d2b4', '#dfc7a4']),
        roof: kit.random.pick(['#4a4f55', '#5a5550', '#3f474d']),
      }),
      (i + 0.5) * (w / n) + kit.random.between(-size * 0.2, size * 0.2),
      y + kit.random.between(-size * 0.2, size * 0.25),
    ),
  ).join('')
