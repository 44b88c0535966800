/** The picture behind the first screen: ridges, a field of tea and a house, by day and by night. */
import { dim, lit, mix } from '../colour'
import { group, place, shape, type Kit } from '../kit'
import { ellipse, num, polygon, rect, smooth, toD, type Point } from '../path'
import { closedBelow, farRidges, halo } from './far-ridge'
import { ridgeAirs, type RidgeAir, type RidgeAirName } from './ridge-air'

const mistBank = (kit: Kit, x: number, y: number, w: number, h: number, colour: string): string =>
  shape(ellipse(x, y, w, h), { fill: colour, opacity: 0.55, filter: kit.blur(h * 0.62) })

const pineTree = (x: number, y: number, height: number, colour: string): string =>
  [0, 1, 2]
    .map((tier) => {
      const half = height * (0.27 - tier * 0.065)
      const foot = y - height * (0.12 + tier * 0.25)
      const tip = foot - height * (0.38 - tier * 0.01)
      const left = polygon([
        [x - half, foot],
        [x, tip],
        [x, foot],
      ])
      const right = polygon([
        [x, tip],
        [x + half, foot],
        [x, foot],
      ])
      return shape(left, { fill: lit(colour, 0.09) }) + shape(right, { fill: colour })
    })
    .join('') + shape(rect(x - 2, y - height * 0.14, 4, height * 0.14), { fill: dim(colour, 0.2) })

const farmHouse = (kit: Kit, air: RidgeAir, isLampLit: boolean): string => {
  const roof: Point[] = [
    [-76, -44],
    [-50, -52],
    [-26, -82],
    [26, -82],
    [50, -52],
    [76, -44],
    [0, -47],
  ]
  const pane = (x: number, w: number, h: number): string =>
    shape(rect(x, -34, w, h, 1.5), { fill: air.pane })
  return (
    (isLampLit
      ? shape(ellipse(0, -20, 110, 60), { fill: air.pane, opacity: 0.2, filter: kit.blur(24) })
      : '') +
    shape(rect(-56, -48, 112, 48), { fill: air.wall }) +
    shape(rect(14, -48, 42, 48), { fill: dim(air.wall, 0.12) }) +
    shape(rect(-56, -48, 112, 7), { fill: dim(air.wall, 0.4), opacity: 0.35 }) +
    shape(rect(-36, -33, 20, 33), { fill: isLampLit ? mix(air.pane, air.wall, 0.3) : '#8e5f3e' }) +
    pane(-6, 16, 16) +
    pane(28, 17, 16) +
    shape(smooth(roof, true, 0.5), { fill: air.roof }) +
    shape(
      polygon([
        [26, -82],
        [50, -52],
        [76, -44],
        [16, -46],
        [12, -82],
      ]),
      { fill: dim(air.roof, 0.3), opacity: 0.55 },
    )
  )
}

/** Where the field's edge runs, from 0 to 1 across the width. */
const fieldEdge = (width: number, y: number): Point[] => [
  [-60, y + 50],
  [width * 0.2, y - 6],
  [width * 0.4, y - 14],
  [width * 0.62, y + 16],
  [width * 0.82, y + 32],
  [width + 60, y + 10],
]

const teaRows = (width: number, y: number, height: number, air: RidgeAir): string =>
  Array.from({ length: 7 }, (_, i) => {
    const drop = 20 + i * 19 + i * i * 1.6
    if (drop > height + 60) return ''
    const d = toD(
      smooth(
        fieldEdge(width, y).map(([x, edge]) => [x, edge + drop]),
        false,
        0.9,
      ),
    )
    const bush = 8 + i * 1.5
    const line = (colour: string, thick: number, dash: string, lift: number): string =>
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${num(thick)}" stroke-linecap="round"${dash ? ` stroke-dasharray="${dash}"` : ''} transform="translate(0 ${num(lift)})"/>`
    const dots = `0.1 ${num(bush * 0.86)}`
    return (
      line(air.fieldShade, bush, '', bush * 0.34) +
      line(mix(air.rows, air.field, 0.34 - i * 0.03), bush, dots, 0) +
      line(mix(air.rows, air.glint, 0.3), bush * 0.42, dots, -bush * 0.2)
    )
  }).join('')

const stars = (kit: Kit, width: number, height: number): string =>
  Array.from({ length: 70 }, () =>
    shape(
      ellipse(
        kit.random.between(0, width),
        kit.random.between(0, height),
        kit.random.between(0.7, 1.9),
      ),
      { fill: '#fff3d6', opacity: kit.random.between(0.25, 0.9) },
    ),
  ).join('')

const birds = (colour: string): string =>
  [
    [404, 236, 13],
    [440, 216, 10],
    [462, 244, 8],
  ]
    .map(([x = 0, y = 0, span = 0]) =>
      shape(
        smooth([
          [x - span, y - span * 0.42],
          [x - span * 0.3, y - span * 0.34],
          [x, y],
          [x + span * 0.3, y - span * 0.34],
          [x + span, y - span * 0.42],
        ]),
        { stroke: colour, width: 2.2 },
      ),
    )
    .join('')

/** The sun sinks into the haze above the ridges. */
const sun = (kit: Kit, air: RidgeAir, x: number, y: number, radius: number): string =>
  halo(kit, air.orb, x, y, radius * 2.4) +
  shape(ellipse(x, y, radius), {
    fill: kit.linear(
      [
        [0, lit(air.orb, 0.12)],
        [0.5, air.orb],
        [1, mix(air.orb, air.sky[2], 0.62)],
      ],
      90,
    ),
  })

const moon = (kit: Kit, air: RidgeAir, x: number, y: number, radius: number): string =>
  halo(kit, air.orb, x, y, radius * 2.8) +
  shape(ellipse(x, y, radius), {
    fill: kit.linear(
      [
        [0, lit(air.orb, 0.5)],
        [1, mix(air.orb, air.sky[2], 0.16)],
      ],
      40,
    ),
  }) +
  [
    [-0.3, -0.18, 0.2],
    [0.26, 0.24, 0.28],
    [0.3, -0.36, 0.13],
    [-0.22, 0.42, 0.12],
  ]
    .map(([dx = 0, dy = 0, size = 0]) =>
      shape(ellipse(x + radius * dx, y + radius * dy, radius * size), {
        fill: mix(air.orb, air.sky[2], 0.3),
        opacity: 0.5,
      }),
    )
    .join('')

/** 750 x 728. Words stand at the left over the middle ridges and at the upper right. */
export const heroScene = (kit: Kit, name: RidgeAirName): string => {
  const [width, height] = [750, 728]
  const air: RidgeAir = ridgeAirs[name]
  const isNight = name === 'night'
  const [top, middle, low] = air.sky
  return (
    shape(rect(0, 0, width, height), {
      fill: kit.linear(
        [
          [0, top],
          [0.4, middle],
          [0.62, low],
        ],
        90,
      ),
    }) +
    (isNight ? stars(kit, width, 330) : '') +
    (isNight ? moon(kit, air, 222, 238, 46) : sun(kit, air, 222, 286, 66)) +
    farRidges(kit, width, height, air, [
      [0.58, 0.17, 4],
      [0.67, 0.16, 5],
    ]) +
    mistBank(kit, 560, 472, 300, 30, air.mist) +
    farRidges(kit, width, height, { ...air, ridges: air.ridges.slice(2) }, [
      [0.77, 0.15, 4],
      [0.86, 0.11, 6],
    ]) +
    mistBank(kit, 150, 600, 260, 26, air.mist) +
    (isNight ? '' : birds(mix(air.tree, air.ridges[1] ?? air.tree, 0.35))) +
    pineTree(540, 632, 92, air.tree) +
    pineTree(574, 640, 112, air.tree) +
    shape(closedBelow(fieldEdge(width, 612), width, height + 20), {
      fill: kit.linear(
        [
          [0, air.field],
          [1, air.fieldShade],
        ],
        90,
      ),
    }) +
    group(teaRows(width, 612, 116, air), {
      clip: kit.clip(closedBelow(fieldEdge(width, 614), width, height + 20)),
    }) +
    place(farmHouse(kit, air, isNight), 634, 646, 0.92) +
    pineTree(716, 652, 88, air.tree)
  )
}
