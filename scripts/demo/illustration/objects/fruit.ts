/** Fruit, about 100 units wide, centred on the origin. */
import { dim, lit, mix } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { ball, cube, leaf, softShadow } from './garnish-parts'
import { ellipse, type Path, type Point, smooth } from '../path'

const citrusSlice = (kit: Kit, peel: string, flesh: string, r = 50, squash = 1): string => {
  const wedges = Array.from({ length: 9 }, (_, i) => {
    const a = (i * 2 * Math.PI) / 9
    const w = 0.29
    const p = (q: number, b: number): Point => [Math.cos(b) * q * r, Math.sin(b) * q * r]
    return shape(
      smooth(
        [
          p(0.12, a),
          p(0.6, a - w),
          p(0.74, a - w * 0.6),
          p(0.77, a),
          p(0.74, a + w * 0.6),
          p(0.6, a + w),
        ],
        true,
        0.7,
      ),
      {
        fill: kit.radial([
          [0, lit(flesh, 0.5)],
          [1, flesh],
        ]),
      },
    )
  }).join('')
  return group(
    shape(ellipse(0, 0, r), {
      fill: kit.linear(
        [
          [0, lit(peel, 0.25)],
          [1, dim(peel, 0.16)],
        ],
        50,
      ),
    }) +
      shape(ellipse(0, 0, r * 0.88), { fill: mix(flesh, '#fffaf0', 0.82) }) +
      wedges +
      shape(ellipse(0, 0, r * 0.06), { fill: '#fffaf0' }),
    squash === 1 ? {} : { transform: `scale(1 ${squash})` },
  )
}
export const lemon = (kit: Kit, r = 50, squash = 1): string =>
  citrusSlice(kit, '#e9bd33', '#f2cf57', r, squash)
export const orange = (kit: Kit, r = 50, squash = 1): string =>
  citrusSlice(kit, '#e08a2e', '#ef9f3f', r, squash)
export const grapefruit = (kit: Kit, r = 50, squash = 1): string =>
  citrusSlice(kit, '#e5a05a', '#dc6a55', r, squash)
export const lime = (kit: Kit, r = 50, squash = 1): string =>
  citrusSlice(kit, '#7fa045', '#bccd74', r, squash)
export const strawberry = (kit: Kit): string => {
  const body: Path = [
    ['M', 0, -34],
    ['C', -44, -40, -46, 6, 0, 46],
    ['C', 46, 6, 44, -40, 0, -34],
    ['Z'],
  ]
  return (
    softShadow(kit, 34, 10, 8, 40) +
    ball(kit, body, '#cf4236', 0.35) +
    (
      [
        [-18, -14],
        [4, -18],
        [22, -10],
        [-10, 4],
        [12, 6],
        [-2, 22],
        [-24, 0],
      ] as Point[]
    )
      .map(([x, y]) => shape(ellipse(x, y, 2.2, 3.4), { fill: '#f3c56b' }))
      .join('') +
    [-70, -35, 0, 35, 70].map((d) => place(leaf(kit, 26, 7, d, '#6d9447'), 0, -28)).join('')
  )
}
export const berry = (kit: Kit, colour: string, r = 22): string =>
  softShadow(kit, r, r * 0.4, r * 0.4, r * 0.7) + ball(kit, ellipse(0, 0, r), colour, 0.55)
export const blueberry = (kit: Kit): string =>
  berry(kit, '#44507a', 20) + shape(ellipse(3, -8, 7, 4), { fill: '#2c3452' })
/** Waxberry: a knobbly dark red ball. */
export const waxberry = (kit: Kit): string =>
  berry(kit, '#8c2438', 34) +
  Array.from({ length: 26 }, () => {
    const [a, q] = [kit.random.between(0, 6.28), Math.sqrt(kit.random.next()) * 29]
    return shape(ellipse(q * Math.cos(a), q * Math.sin(a), 4.6), {
      fill: kit.radial(
        [
          [0, '#c95a62'],
          [1, '#7a1c30'],
        ],
        [0.3, 0.3, 0.7],
      ),
    })
  }).join('')
export const peachHalf = (kit: Kit): string => {
  const body: Path = [
    ['M', 0, -42],
    ['C', -56, -50, -56, 34, 0, 42],
    ['C', 56, 34, 56, -50, 0, -42],
    ['Z'],
  ]
  return (
    softShadow(kit, 44, 12, 10, 36) +
    ball(kit, body, '#efa07c', 0.2) +
    shape(body, {
      fill: kit.radial(
        [
          [0, '#d9584a', 0.75],
          [1, '#d9584a', 0],
        ],
        [0.7, 0.35, 0.5],
      ),
    }) +
    shape(
      smooth([
        [0, -42],
        [-10, -10],
        [-2, 40],
      ]),
      { stroke: '#c66a54', width: 3, opacity: 0.7 },
    ) +
    place(leaf(kit, 40, 12, 62, '#6f8f4c'), 0, -40)
  )
}
export const mangoCubes = (kit: Kit): string =>
  (
    [
      [-24, 8],
      [18, 12],
      [-2, -14],
    ] as Point[]
  )
    .map(([x, y]) => cube(kit, x, y, 32, '#eea936'))
    .join('')
