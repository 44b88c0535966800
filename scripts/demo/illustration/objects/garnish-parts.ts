/** Balls, leaves, cubes and piles. */
import { dim, lit } from '../colour'
import { group, type Kit, shape } from '../kit'
import { ellipse, type Path, polygon } from '../path'

export const softShadow = (kit: Kit, rx: number, ry: number, dx = 8, dy = 6): string =>
  shape(ellipse(dx, dy, rx, ry), { fill: '#361a14', opacity: 0.3, filter: kit.blur(4) })
/** Anything roundish: colour, terminator, reflected light, small highlight. */
export const ball = (kit: Kit, path: Path, colour: string, shine = 0.5): string =>
  shape(path, {
    fill: kit.radial(
      [
        [0, lit(colour, 0.42)],
        [0.34, lit(colour, 0.08)],
        [0.72, dim(colour, 0.14)],
        [1, dim(colour, 0.42)],
      ],
      [0.34, 0.28, 0.8],
    ),
  }) +
  (shine
    ? shape(path, {
        fill: kit.radial(
          [
            [0, '#ffffff', shine],
            [0.16, '#ffffff', shine * 0.5],
            [0.3, '#ffffff', 0],
          ],
          [0.33, 0.26, 0.55],
        ),
      })
    : '')
export const leafPath = (len: number, w: number): Path => [
  ['M', 0, 0],
  ['C', -w, -len * 0.4, -w * 0.6, -len * 0.9, 0, -len],
  ['C', w * 0.6, -len * 0.9, w, -len * 0.4, 0, 0],
  ['Z'],
]
export const leaf = (kit: Kit, len: number, w: number, deg: number, colour: string): string =>
  group(
    shape(leafPath(len, w), {
      fill: kit.linear([
        [0, lit(colour, 0.25)],
        [0.5, colour],
        [0.52, dim(colour, 0.12)],
        [1, dim(colour, 0.3)],
      ]),
    }) +
      shape(
        polygon(
          [
            [0, 0],
            [0, -len * 0.9],
          ],
          false,
        ),
        { stroke: lit(colour, 0.4), width: 1.6, opacity: 0.7 },
      ),
    { transform: `rotate(${deg})` },
  )
/** Small soft cube: sugar, fruit, jelly, brownie bits. */
export const cube = (kit: Kit, x: number, y: number, s: number, colour: string): string => {
  const d = s * 0.3
  void kit
  return (
    shape(
      polygon([
        [x - s / 2, y - s / 2],
        [x - s / 2 + d, y - s / 2 - d],
        [x + s / 2 + d, y - s / 2 - d],
        [x + s / 2, y - s / 2],
      ]),
      { fill: lit(colour, 0.42) },
    ) +
    shape(
      polygon([
        [x + s / 2, y - s / 2],
        [x + s / 2 + d, y - s / 2 - d],
        [x + s / 2 + d, y + s / 2 - d],
        [x + s / 2, y + s / 2],
      ]),
      { fill: dim(colour, 0.24) },
    ) +
    shape(
      polygon([
        [x - s / 2, y - s / 2],
        [x + s / 2, y - s / 2],
        [x + s / 2, y + s / 2],
        [x - s / 2, y + s / 2],
      ]),
      { fill: colour },
    )
  )
}
/** Loose pile: `draw` is called once for each piece, back to front. */
export const pile = (
  kit: Kit,
  n: number,
  rx: number,
  ry: number,
  draw: (x: number, y: number) => string,
): string =>
  Array.from({ length: n }, () => {
    const [a, q] = [kit.random.between(0, 6.28), Math.sqrt(kit.random.next())]
    return [q * rx * Math.cos(a), q * ry * Math.sin(a)] as const
  })
    .sort((a, b) => a[1] - b[1])
    .map(([x, y]) => draw(x, y))
    .join('')
