/** Small drawings for moments without content, on a clear ground that may be light or dark. */
import { dim, lit, mix, pigment } from '../colour'
import { group, place, shape, type Kit } from '../kit'
import { leaf } from '../objects/garnish-parts'
import { ellipse, polygon, rect, smooth, type Point } from '../path'

const RIDGE = '#9db9b6'
const SUN = '#e2b469'
const CANE = '#c9a870'

/** Two soft ridges standing on one line; they fade towards their foot. */
const ridges = (kit: Kit, foot: number): string => {
  const fading = (opacity: number): string =>
    kit.linear(
      [
        [0, RIDGE, opacity],
        [1, RIDGE, 0.06],
      ],
      90,
    )
  const far: Point[] = [
    [30, foot],
    [96, foot - 40],
    [150, foot - 118],
    [196, foot - 62],
    [236, foot - 30],
    [300, foot],
  ]
  const near: Point[] = [
    [246, foot],
    [284, foot - 30],
    [322, foot - 92],
    [368, foot - 52],
    [410, foot - 24],
    [452, foot],
  ]
  return (
    shape(smooth(far, false, 0.9), { fill: fading(0.6) }) +
    shape(smooth(near, false, 0.9), { fill: fading(0.46) })
  )
}

const ground = (kit: Kit, x: number, y: number, reach: number): string =>
  shape(ellipse(x, y, reach, reach * 0.07), {
    fill: kit.radial([
      [0, '#2b3a38', 0.34],
      [1, '#2b3a38', 0],
    ]),
  })

/** Bands of cane, woven over and under. */
const weave = (kit: Kit, outline: readonly Point[], top: number, bottom: number): string => {
  const clip = kit.clip(polygon(outline))
  const bands = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 13 }, (_, column) => {
      const y = top + ((bottom - top) / 6) * row
      const x = 150 + column * 15 + (row % 2 ? 7.5 : 0)
      const colour = (row + column) % 2 ? lit(CANE, 0.2) : CANE
      return shape(rect(x, y + 1, 13.5, (bottom - top) / 6 - 2, 4), { fill: colour })
    }).join(''),
  ).join('')
  return group(shape(polygon(outline), { fill: dim(CANE, 0.24) }) + bands, { clip })
}

const basket = (kit: Kit): string => {
  const body: Point[] = [
    [166, 196],
    [314, 196],
    [298, 292],
    [182, 292],
  ]
  const right: Point[] = [
    [258, 196],
    [314, 196],
    [298, 292],
    [252, 292],
  ]
  const handle = (width: number, colour: string): string =>
    shape(
      smooth(
        [
          [186, 194],
          [192, 140],
          [240, 108],
          [288, 140],
          [294, 194],
        ],
        false,
        1,
      ),
      { stroke: colour, width },
    )
  return (
    ground(kit, 246, 294, 120) +
    handle(10, dim(CANE, 0.3)) +
    handle(6, lit(CANE, 0.06)) +
    weave(kit, body, 200, 292) +
    shape(polygon(right), { fill: dim(CANE, 0.5), opacity: 0.22 }) +
    shape(rect(160, 188, 160, 15, 7), { fill: lit(CANE, 0.3) }) +
    shape(rect(258, 188, 62, 15, 7), { fill: dim(CANE, 0.18), opacity: 0.6 })
  )
}

/** 480 x 320: a basket before the ridges, with one leaf on its way down. */
export const emptyBasket = (kit: Kit): string =>
  ridges(kit, 292) +
  shape(ellipse(352, 92, 27), { fill: SUN, opacity: 0.92 }) +
  basket(kit) +
  place(leaf(kit, 40, 11, 0, '#7f9d57'), 92, 130, 1, 62) +
  place(leaf(kit, 26, 8, 0, lit('#7f9d57', 0.2)), 96, 124, 1, 24)

const pole = (x: number, foot: number, height: number, lean: number): string => {
  const wood = '#8a7358'
  const top = foot - height
  return group(
    shape(rect(x - 4, top, 8, height, 2), { fill: wood }) +
      shape(rect(x, top, 4, height, 2), { fill: dim(wood, 0.28) }) +
      shape(rect(x - 30, top + 18, 60, 6, 2), { fill: lit(wood, 0.1) }) +
      [-24, 24]
        .map((dx) => shape(rect(x + dx - 3, top + 10, 6, 9, 2), { fill: pigment.mist }))
        .join(''),
    { transform: `rotate(${lean} ${x} ${foot})` },
  )
}

const cloud = (kit: Kit, x: number, y: number, scale: number): string => {
  const puff: Point[] = [
    [-74, 0],
    [-80, -22],
    [-58, -40],
    [-34, -38],
    [-14, -66],
    [26, -62],
    [40, -36],
    [66, -34],
    [80, -12],
    [70, 0],
  ]
  const pale = mix(RIDGE, '#ffffff', 0.46)
  return place(
    shape(smooth(puff, true, 0.9), {
      fill: kit.linear(
        [
          [0, lit(pale, 0.3)],
          [1, mix(pale, RIDGE, 0.6)],
        ],
        60,
      ),
    }),
    x,
    y,
    scale,
  )
}

/** 480 x 320: the wire between two poles is down. */
export const brokenWire = (kit: Kit): string => {
  const wire = (points: readonly Point[]): string =>
    shape(smooth(points), { stroke: '#6f7d79', width: 3 })
  return (
    ridges(kit, 286) +
    cloud(kit, 262, 116, 0.92) +
    ground(kit, 112, 288, 60) +
    ground(kit, 372, 288, 60) +
    pole(112, 288, 150, -3) +
    pole(372, 288, 164, 4) +
    wire([
      [22, 170],
      [52, 180],
      [83, 157],
    ]) +
    wire([
      [128, 157],
      [164, 196],
      [188, 244],
      [184, 270],
      [196, 280],
    ]) +
    wire([
      [354, 144],
      [326, 190],
      [300, 216],
      [284, 218],
      [276, 210],
    ]) +
    wire([
      [402, 150],
      [432, 172],
      [460, 176],
    ]) +
    [
      [-12, -8],
      [0, -16],
      [13, -7],
    ]
      .map(([dx = 0, dy = 0]) =>
        shape(
          smooth([
            [262 + dx * 0.5, 198 + dy * 0.5],
            [262 + dx * 1.5, 198 + dy * 1.5],
          ]),
          { stroke: SUN, width: 4 },
        ),
      )
      .join('')
  )
}
