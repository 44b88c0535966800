/** Layered ridges with mist between them. */
import { dim, mix } from '../colour'
import { group, shape, type Kit } from '../kit'
import { ellipse, join, move, polygon, rect, smooth, type Path, type Point } from '../path'
import { ridgeAirs, type RidgeAir, type RidgeAirName } from './ridge-air'

/** A crest of peaks that no two seeds draw alike. */
const crest = (kit: Kit, width: number, base: number, height: number, peaks: number): Point[] => {
  const steps = peaks * 7
  const shifts = [1, 2.1, 4.3].map(() => kit.random.between(0, Math.PI * 2))
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps
    const wave = [1, 2.1, 4.3].map((speed, n) =>
      Math.abs(Math.sin(t * Math.PI * peaks * 0.5 * speed + (shifts[n] ?? 0))),
    )
    const [broad = 0, middle = 0, fine = 0] = wave
    const y = base - height * (0.62 * (1 - broad) + 0.26 * (1 - middle) + 0.12 * (1 - fine))
    return [-60 + t * (width + 120), y] as const
  })
}

/** The area between a line across the width and a level below it. */
export const closedBelow = (line: readonly Point[], width: number, bottom: number): Path => [
  ...join(
    smooth(line, false, 0.9),
    polygon(
      [
        [width + 60, bottom],
        [-60, bottom],
      ],
      false,
    ),
  ),
  ['Z'],
]

/** One ridge, lit from the left, dissolving into mist at its foot. */
const ridge = (
  kit: Kit,
  line: readonly Point[],
  width: number,
  colour: string,
  mist: string,
  depth: number,
): string => {
  const top = Math.min(...line.map(([, y]) => y))
  const outline = closedBelow(line, width, top + depth)
  const body = kit.linear(
    [
      [0, colour],
      [0.42, mix(colour, mist, 0.22)],
      [1, mix(colour, mist, 0.86)],
    ],
    90,
    [0, top, 0, top + depth],
  )
  const shade = kit.linear(
    [
      [0, dim(colour, 0.3), 0.28],
      [1, dim(colour, 0.3), 0],
    ],
    90,
    [0, top, 0, top + depth * 0.5],
  )
  return (
    shape(outline, { fill: body }) +
    group(shape(move(outline, 26, 15), { fill: shade }), { clip: kit.clip(outline) })
  )
}

/** Light that spreads around the sun or the moon. */
export const halo = (kit: Kit, colour: string, x: number, y: number, radius: number): string =>
  shape(ellipse(x, y, radius), {
    fill: kit.radial([
      [0, colour, 0.42],
      [0.42, colour, 0.16],
      [1, colour, 0],
    ]),
  })

/** The ridges alone, with a quiet sky; `low` is how far down the nearest one begins, from 0 to 1. */
export const farRidges = (
  kit: Kit,
  width: number,
  height: number,
  air: RidgeAir,
  heights: readonly [base: number, tall: number, peaks: number][],
): string =>
  heights
    .map(([base, tall, peaks], i) => {
      const colour = air.ridges[i] ?? air.field
      const line = crest(kit, width, base * height, tall * height, peaks)
      return ridge(kit, line, width, colour, air.mist, height * 0.3)
    })
    .join('')

/** 750 x 452, pale: it ends in the ground of the page, `--y-bg`. */
export const profileRidges = (kit: Kit, name: RidgeAirName): string => {
  const [width, height] = [750, 452]
  const page = name === 'night' ? '#0f1212' : '#f5f5f2'
  const air: RidgeAir = ridgeAirs[name]
  const pale = (colour: string, amount: number): string => mix(colour, page, amount)
  const quiet: RidgeAir = {
    ...air,
    ridges: [
      pale(air.ridges[0] ?? page, 0.5),
      pale(air.ridges[1] ?? page, 0.62),
      pale(air.ridges[2] ?? page, 0.76),
    ],
    mist: page,
  }
  const ground = kit.linear(
    [
      [0, pale(air.sky[0], 0.66)],
      [0.55, pale(air.sky[2], 0.6)],
      [1, page],
    ],
    90,
  )
  const ending = kit.linear(
    [
      [0, page, 0],
      [1, page],
    ],
    90,
  )
  return (
    shape(rect(0, 0, width, height), { fill: ground }) +
    halo(kit, pale(air.orb, 0.5), 424, 142, 120) +
    shape(ellipse(424, 142, 38), { fill: pale(air.orb, name === 'night' ? 0.45 : 0.55) }) +
    farRidges(kit, width, height, quiet, [
      [0.62, 0.2, 4],
      [0.76, 0.18, 5],
      [0.9, 0.16, 4],
    ]) +
    shape(rect(0, height * 0.62, width, height * 0.38), { fill: ending })
  )
}
