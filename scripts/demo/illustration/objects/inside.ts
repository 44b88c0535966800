/** Ice, pearls and fruit inside a drink. */
import { dim, lit } from '../colour'
import { type Kit, place, shape } from '../kit'
import { berry, grapefruit, lemon, lime, orange, strawberry, waxberry } from './fruit'
import { mint } from './garnish'
import { ellipse, type Point, polygon, rect, smooth } from '../path'

export type Fruit =
  | 'lemon'
  | 'orange'
  | 'grapefruit'
  | 'lime'
  | 'strawberry'
  | 'grape'
  | 'waxberry'
  | 'mango'
  | 'peach'
  | 'lychee'
  | 'passion'
  | 'berries'
export const iceCubes = (
  kit: Kit,
  n: number,
  r: number,
  surface: number,
  open: boolean,
  aboveOnly = false,
): string =>
  Array.from({ length: n }, (_, i) => {
    const row = aboveOnly ? 0 : Math.floor(i / 3)
    const x = ((i % 3) - 1) * r * 0.58 + kit.random.between(-10, 10) + (row % 2 ? 22 : 0)
    const y = surface + row * 62 + (aboveOnly ? (open ? -10 : 14) : 22) + kit.random.between(-6, 10)
    const s = r * kit.random.between(0.25, 0.31)
    const p = rect(-s, -s, s * 2, s * 2, s * 0.34)
    return place(
      shape(p, {
        fill: kit.linear(
          [
            [0, '#ffffff', 0.62],
            [0.5, '#ffffff', 0.2],
            [1, '#ffffff', 0.36],
          ],
          50,
        ),
      }) +
        shape(p, { stroke: '#ffffff', width: 2.4, opacity: 0.7 }) +
        shape(
          smooth([
            [-s * 0.6, s * 0.3],
            [-s * 0.66, -s * 0.5],
            [s * 0.1, -s * 0.66],
          ]),
          { stroke: '#ffffff', width: 5, opacity: 0.75 },
        ) +
        shape(
          polygon(
            [
              [-s * 0.1, s * 0.6],
              [s * 0.5, s * 0.1],
            ],
            false,
          ),
          { stroke: '#ffffff', width: 2.5, opacity: 0.5 },
        ),
      x,
      y,
      1,
      kit.random.between(-28, 28),
    )
  }).join('')
export const pearls = (kit: Kit, r: number, floor: number, colour: string): string =>
  Array.from({ length: 30 }, (_, i) => {
    const row = Math.floor(i / 8)
    const x = ((i % 8) - 3.5) * (r * 0.265) + (row % 2 ? 10 : 0)
    const y = floor - 4 - row * 19 + Math.abs(x / r) * -8 + kit.random.between(-4, 4)
    return shape(ellipse(x, y, 13), {
      fill: kit.radial(
        [
          [0, lit(colour, 0.5)],
          [0.3, colour],
          [1, dim(colour, 0.5)],
        ],
        [0.35, 0.3, 0.75],
      ),
    })
  }).join('')
export const fruitIn = (kit: Kit, fruit: Fruit, r: number, level: number): string => {
  const spots: Point[] = [
    [-r * 0.42, -level * 0.76],
    [r * 0.44, -level * 0.58],
    [-r * 0.3, -level * 0.38],
    [r * 0.34, -level * 0.2],
  ]
  const spread = (draw: (i: number) => string, scale = 1): string =>
    spots.map(([x, y], i) => place(draw(i), x, y, scale, kit.random.between(-30, 30))).join('')
  const bits = (colours: readonly string[], n: number, size: number): string =>
    Array.from({ length: n }, () =>
      place(
        berry(kit, kit.random.pick(colours), size * kit.random.between(0.8, 1.15)),
        kit.random.between(-r * 0.8, r * 0.8),
        -level * kit.random.between(0.05, 0.62),
      ),
    ).join('')
  switch (fruit) {
    case 'lemon':
      return spread(() => lemon(kit, 46), r / 100)
    case 'orange':
      return spread(() => orange(kit, 48), r / 100)
    case 'grapefruit':
      return spread(() => grapefruit(kit, 48), r / 100)
    case 'lime':
      return spread((i) => (i % 2 ? lime(kit, 40) : mint(kit)), r / 100)
    case 'strawberry':
      return spread(() => strawberry(kit), r / 130)
    case 'grape':
      return bits(['#6f4a78', '#85608c', '#5c3a66'], 17, 19)
    case 'waxberry':
      return spread(() => waxberry(kit), r / 110)
    case 'mango':
      return bits(['#f0ab35', '#f5bd55'], 18, 17)
    case 'peach':
      return bits(['#f0a98a', '#e88f74', '#f6c3a8'], 15, 20)
    case 'lychee':
      return bits(['#f6ece4', '#f0ddd4'], 11, 22)
    case 'berries':
      return bits(['#44507a', '#b73a4a', '#7c3350'], 18, 14)
    case 'passion':
      return (
        Array.from({ length: 46 }, () =>
          shape(
            ellipse(
              kit.random.between(-r * 0.85, r * 0.85),
              -level * kit.random.between(0.04, 0.9),
              4,
              5.6,
            ),
            { fill: '#3a2a22' },
          ),
        ).join('') + place(orange(kit, 44), r * 0.4, -level * 0.6)
      )
  }
}
