/** Parameters of a drink; straws, handles, steam, house print. */
import { dim, lit, luma, mix, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import { line } from '../lettering'
import { motif, printed, settle } from '../motif'
import type { Motif } from '../motif-parts'
import { type Fruit } from './inside'
import type { Strew, Top } from './topping'
import type { VesselName } from './vessel'
import { ellipse, move, polygon, smooth } from '../path'

export interface Drink {
  vessel: VesselName
  /** bottom to top: colour and share of the height */
  layers: readonly (readonly [colour: string, share: number])[]
  /** 0 melts the layers together, 1 keeps them apart */
  crisp?: number
  fill?: number
  ice?: number
  top?: Top
  topColour?: string
  fruit?: Fruit
  pearls?: string
  strew?: Strew
  straw?: string
  /** outside of an opaque cup */
  cup?: string
  motif?: Motif
  sleeve?: string
  steam?: boolean
  mint?: boolean
  /** pale plumes sinking into the liquid */
  swirl?: string
}
/** Leans by a fixed slope, so two pieces of one straw always line up. */
export const LEAN = 0.22
export const straw = (x: number, from: number, to: number, colour: string, kit: Kit): string => {
  const d = (from - to) * LEAN
  const p = polygon([
    [x - 8, from],
    [x - 8 + d, to],
    [x + 8 + d, to],
    [x + 8, from],
  ])
  return (
    shape(p, { fill: colour }) +
    shape(p, {
      fill: kit.linear(
        [
          [0, '#ffffff', 0.5],
          [0.5, '#ffffff', 0],
          [1, '#361a14', 0.35],
        ],
        6,
      ),
    }) +
    shape(ellipse(x + d, to, 8, 3), { fill: dim(colour, 0.4) })
  )
}
export const handle = (r: number, h: number, colour: string, clear: boolean): string => {
  const p = smooth([
    [r * 0.96, -h * 0.84],
    [r * 1.34, -h * 0.84],
    [r * 1.5, -h * 0.58],
    [r * 1.34, -h * 0.32],
    [r * 0.9, -h * 0.24],
  ])
  const w = clear ? 13 : 22
  return clear
    ? shape(p, { stroke: '#ffffff', width: w, opacity: 0.4 }) +
        shape(move(p, -2, -2), { stroke: '#ffffff', width: 3, opacity: 0.8 })
    : shape(p, { stroke: dim(colour, 0.32), width: w + 2 }) +
        shape(move(p, -1.5, -2), { stroke: dim(colour, 0.1), width: w - 4 }) +
        shape(move(p, -3, -5), { stroke: lit(colour, 0.45), width: 5, opacity: 0.9 })
}
export const steam = (kit: Kit, y: number, spread = 40): string =>
  [-spread, 0, spread]
    .map((x, i) =>
      shape(
        smooth([
          [x, y],
          [x - 16, y - 34],
          [x + 14, y - 72],
          [x - 10, y - 112],
          [x + 8, y - 150 - (i === 1 ? 26 : 0)],
        ]),
        {
          stroke: kit.linear(
            [
              [0, '#ffffff', 0],
              [0.4, '#ffffff', 0.7],
              [1, '#ffffff', 0.35],
            ],
            90,
            [0, y - 170, 0, y],
          ),
          width: 13,
          filter: kit.blur(5),
        },
      ),
    )
    .join('')
export const housePrint = (y: number, colour: string, size = 1, m: Motif = 'mountain'): string =>
  place(
    printed(
      settle(
        motif(m, {
          ink: colour,
          accent: mix(colour, pigment.clay, 0.75),
          pale: mix(colour, pigment.paper, 0.4),
        }),
        0,
        -24,
        0.8,
      ),
    ) + line('云山', 0, 46, { size: 34, fill: colour, space: 8 }),
    0,
    y,
    size,
  )
export const inkFor = (cup: string): { ink: string; accent: string; pale: string } =>
  luminous(cup)
    ? { ink: mix(cup, pigment.ink, 0.66), accent: pigment.clay, pale: mix(cup, pigment.ink, 0.25) }
    : {
        ink: mix(cup, pigment.cream, 0.8),
        accent: pigment.honey,
        pale: mix(cup, pigment.cream, 0.3),
      }
export const luminous = (c: string): boolean => luma(c) > 0.55
