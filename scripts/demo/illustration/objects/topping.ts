/** Foams and what is strewn on top. */
import { dim, lit, mix, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { roundShade } from '../light'
import { lemon } from './fruit'
import { mint, osmanthus, petals } from './garnish'
import { ellipse, join, move, type Path, type Point, polygon, smooth } from '../path'

export type Top = 'none' | 'foam' | 'cheese' | 'cream' | 'heart' | 'rosetta' | 'crema' | 'ball'
export type Strew =
  | 'cocoa'
  | 'matcha'
  | 'osmanthus'
  | 'rose'
  | 'nuts'
  | 'caramel'
  | 'mint'
  | 'cinnamon'
  | 'cookie'
  | 'lemon'
  | 'saltFlakes'
/** A thick soft layer that sags unevenly into the drink. */
const pillow = (
  kit: Kit,
  r: number,
  level: number,
  t: number,
  colour: string,
  depth: number,
  lift: number,
): string => {
  const n = 9
  const lower: Point[] = Array.from({ length: n + 1 }, (_, i) => {
    const a = (-90 + (180 * i) / n) * (Math.PI / 180)
    return [
      r * Math.sin(a),
      -level +
        r * t * Math.cos(a) +
        depth * (i % 2 ? kit.random.between(0.8, 1.25) : kit.random.between(0.3, 0.7)),
    ] as const
  })
  const upper: Point[] = [
    [r, -level - lift * 0.3],
    [r * 0.8, -level - r * t * 0.5 - lift],
    [0, -level - r * t * 0.9 - lift],
    [-r * 0.8, -level - r * t * 0.5 - lift],
    [-r, -level - lift * 0.3],
  ]
  const body: Path = [...join(smooth(lower), smooth(upper)), ['Z']]
  return (
    shape(body, { fill: colour }) +
    roundShade(kit, body, r, 0.5) +
    shape(ellipse(0, -level - lift * 0.7, r * 0.97, r * t * 0.95), {
      fill: kit.radial(
        [
          [0, lit(colour, 0.7)],
          [0.7, lit(colour, 0.25)],
          [1, colour],
        ],
        [0.38, 0.3, 0.75],
      ),
    })
  )
}
const latte = (
  kit: Kit,
  kind: 'heart' | 'rosetta',
  r: number,
  level: number,
  t: number,
  colour: string,
): string => {
  const milk = lit(colour, 0.7)
  const art =
    kind === 'heart'
      ? shape(
          [['M', 0, 62], ['C', -96, 8, -70, -74, 0, -34], ['C', 70, -74, 96, 8, 0, 62], ['Z']],
          { fill: milk },
        ) +
        shape(
          [['M', 0, 30], ['C', -46, 4, -36, -38, 0, -16], ['C', 36, -38, 46, 4, 0, 30], ['Z']],
          { fill: mix(milk, pigment.amber, 0.36) },
        )
      : [0, 1, 2, 3]
          .map((i) =>
            shape(
              move(
                smooth(
                  [
                    [-66 + i * 13, -16],
                    [-40 + i * 8, 18],
                    [0, 30],
                    [40 - i * 8, 18],
                    [66 - i * 13, -16],
                    [30 - i * 6, 2],
                    [0, 8],
                    [-30 + i * 6, 2],
                  ],
                  true,
                ),
                0,
                32 - i * 27,
              ),
              { fill: milk },
            ),
          )
          .join('') +
        shape(
          [
            ['M', 0, -50],
            ['C', -34, -78, -30, -96, 0, -84],
            ['C', 30, -96, 34, -78, 0, -50],
            ['Z'],
          ],
          { fill: milk },
        ) +
        shape(
          polygon(
            [
              [0, 76],
              [0, -54],
            ],
            false,
          ),
          { stroke: milk, width: 5 },
        )
  void kit
  return group(art, {
    transform: `translate(0 ${-level}) scale(${r / 108} ${(r * t * 1.02) / 100})`,
  })
}
/** What covers the surface. `inCup` keeps it below an opaque rim. */
export const topLayer = (
  kit: Kit,
  top: Top,
  colour: string,
  r: number,
  level: number,
  t: number,
  last: string,
  inCup = false,
): string => {
  switch (top) {
    case 'none':
      return ''
    case 'crema':
      return shape(ellipse(0, -level, r, r * t), {
        fill: kit.radial([
          [0, lit(last, 0.2)],
          [0.62, mix(last, pigment.amber, 0.4)],
          [1, mix(last, pigment.honey, 0.55)],
        ]),
      })
    case 'heart':
    case 'rosetta':
      return (
        shape(ellipse(0, -level, r, r * t), {
          fill: kit.radial([
            [0, mix(last, pigment.amber, 0.3)],
            [0.8, mix(last, pigment.amber, 0.12)],
            [1, dim(last, 0.1)],
          ]),
        }) + latte(kit, top, r, level, t, last)
      )
    case 'foam':
      return inCup
        ? shape(ellipse(0, -level - 3, r, r * t), {
            fill: kit.radial([
              [0, lit(colour, 0.6)],
              [0.85, colour],
              [1, mix(colour, last, 0.5)],
            ]),
          })
        : pillow(kit, r, level, t, colour, 18, 8)
    case 'cheese':
      return pillow(kit, r, level, t, colour, 46, 14)
    case 'ball':
      return place(
        shape(ellipse(0, -22, r * 0.62, r * 0.52), {
          fill: kit.radial(
            [
              [0, lit(colour, 0.6)],
              [0.5, colour],
              [1, dim(colour, 0.3)],
            ],
            [0.34, 0.28, 0.8],
          ),
        }) +
          shape(
            smooth([
              [-r * 0.62, -10],
              [-r * 0.4, 14],
              [-r * 0.1, 4],
              [r * 0.2, 16],
              [r * 0.46, 6],
              [r * 0.62, -8],
            ]),
            { stroke: lit(colour, 0.3), width: 12 },
          ),
        0,
        -level - 6,
      )
    case 'cream': {
      const swirl = (y: number, w: number, h: number): string => {
        const p = smooth(
          [
            [-w, y],
            [-w * 0.7, y - h],
            [0, y - h * 1.25],
            [w * 0.7, y - h],
            [w, y],
            [w * 0.6, y + h * 0.55],
            [0, y + h * 0.75],
            [-w * 0.6, y + h * 0.55],
          ],
          true,
        )
        return (
          shape(p, {
            fill: kit.linear(
              [
                [0, lit(colour, 0.6)],
                [0.45, colour],
                [1, dim(colour, 0.3)],
              ],
              20,
            ),
          }) +
          shape(
            smooth([
              [-w * 0.8, y + 2],
              [-w * 0.1, y + h * 0.4],
              [w * 0.86, y - h * 0.3],
            ]),
            { stroke: dim(colour, 0.25), width: 3, opacity: 0.5 },
          )
        )
      }
      return (
        pillow(kit, r, level, t, colour, 16, 4) +
        swirl(-level - 14, r * 0.82, 22) +
        swirl(-level - 42, r * 0.58, 20) +
        swirl(-level - 66, r * 0.34, 17) +
        shape(
          smooth(
            [
              [-14, -level - 74],
              [4, -level - 104],
              [16, -level - 72],
            ],
            true,
          ),
          { fill: lit(colour, 0.3) },
        )
      )
    }
  }
}
const dust = (
  kit: Kit,
  r: number,
  y: number,
  t: number,
  colours: readonly string[],
  n: number,
  size: number,
): string =>
  Array.from({ length: n }, () => {
    const [a, q] = [kit.random.between(0, 6.28), Math.sqrt(kit.random.next()) * 0.78]
    const s = size * kit.random.between(0.5, 1.2)
    return shape(ellipse(r * q * Math.cos(a), y + r * t * q * Math.sin(a), s, s * 0.62), {
      fill: kit.random.pick(colours),
    })
  }).join('')
export const strewn = (kit: Kit, what: Strew, r: number, y: number, t: number): string => {
  switch (what) {
    case 'cocoa':
      return (
        shape(ellipse(0, y, r * 0.72, r * t * 0.7), {
          fill: pigment.cocoa,
          opacity: 0.42,
          filter: kit.blur(7),
        }) + dust(kit, r, y, t, [pigment.cocoa, pigment.roast], 70, 2.6)
      )
    case 'matcha':
      return (
        shape(ellipse(0, y, r * 0.74, r * t * 0.72), {
          fill: '#8fa345',
          opacity: 0.6,
          filter: kit.blur(7),
        }) + dust(kit, r, y, t, ['#7d9438', '#96ab4c'], 70, 2.6)
      )
    case 'cinnamon':
      return dust(kit, r, y, t, ['#a86436', '#8a4a26'], 80, 2.6)
    case 'saltFlakes':
      return dust(kit, r, y, t, ['#fffdf6', '#d9a558'], 34, 4.4)
    case 'nuts':
      return dust(kit, r, y, t, ['#c08a4e', '#a46e38', '#e0b57c'], 34, 7.5)
    case 'cookie':
      return dust(kit, r, y, t, ['#4a352c', '#5f473a', '#33241e'], 38, 7)
    case 'osmanthus':
      return place(osmanthus(kit, 24, r * 0.74, r * t * 0.74), 0, y)
    case 'rose':
      return place(petals(kit, '#cc6f7a', 6, r * 0.6), 0, y - 3, 0.9)
    case 'caramel':
      return [-0.5, -0.17, 0.17, 0.5]
        .map((q) =>
          shape(
            smooth([
              [-r * Math.sqrt(1 - q * q) * 0.8, y + r * t * q + 3],
              [-r * 0.25, y + r * t * q - 3],
              [r * 0.25, y + r * t * q + 3],
              [r * Math.sqrt(1 - q * q) * 0.8, y + r * t * q - 3],
            ]),
            { stroke: '#b0661f', width: 6 },
          ),
        )
        .join('')
    case 'mint':
      return place(mint(kit), 0, y + 6, 0.95)
    case 'lemon':
      return place(lemon(kit, 44, 0.5), r * 0.2, y - 4)
  }
}
