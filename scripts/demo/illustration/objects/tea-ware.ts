/** Teapot, gaiwan, jug, cups, tray, canister. */
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import { outline, patch, type Profile, TILT } from '../lathe'
import { disc, gloss, groundShadow, rim, roundShade, solid } from '../light'
import type { Motif } from '../motif-parts'
import { art, knob, tube } from './ware-parts'
import { ellipse, polygon, smooth } from '../path'

export const teapot = (kit: Kit, c: string, m?: Motif): string => {
  const p: Profile = [
    [0, 84, 1],
    [8, 96],
    [60, 146],
    [120, 150],
    [176, 108],
    [190, 84, 1],
  ]
  const lid: Profile = [
    [188, 84, 1],
    [196, 80],
    [216, 52],
    [226, 18, 1],
  ]
  const spout = smooth(
    [
      [-126, -70],
      [-178, -98],
      [-206, -176],
      [-226, -196],
      [-204, -202],
      [-182, -180],
      [-150, -140],
      [-120, -132],
    ],
    true,
    0.8,
  )
  return (
    groundShadow(kit, 140) +
    tube(
      [
        [120, -160],
        [196, -176],
        [222, -118],
        [186, -62],
        [128, -52],
      ],
      26,
      c,
    ) +
    shape(spout, { fill: c }) +
    shape(spout, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.4],
          [0.5, '#fff2d6', 0],
          [1, '#361a14', 0.35],
        ],
        60,
      ),
    }) +
    solid(kit, p, c, art(c, m, -84, 1.15)) +
    gloss(kit, p, 30, 168, 0.5) +
    shape(ellipse(0, -190, 84, 84 * TILT), { fill: dim(c, 0.3) }) +
    solid(kit, lid, c) +
    gloss(kit, lid, 192, 214, 0.5) +
    knob(kit, 222, 18, c)
  )
}
const bowlProfile: Profile = [
  [0, 46, 1],
  [12, 50],
  [60, 96],
  [110, 122],
  [128, 130, 1],
]
export const gaiwan = (kit: Kit, c: string, m?: Motif): string => {
  const lid: Profile = [
    [132, 112, 1],
    [142, 108],
    [166, 76],
    [180, 34, 1],
  ]
  return (
    groundShadow(kit, 168, { ry: 34 }) +
    shape(ellipse(0, 2, 172, 46), { fill: dim(c, 0.2) }) +
    shape(ellipse(0, -6, 172, 46), {
      fill: kit.linear(
        [
          [0, lit(c, 0.5)],
          [0.6, c],
          [1, dim(c, 0.24)],
        ],
        24,
      ),
    }) +
    shape(ellipse(4, -4, 78, 20), { fill: dim(c, 0.3), opacity: 0.5 }) +
    place(
      solid(kit, bowlProfile, c, art(c, m, -58, 1)) +
        gloss(kit, bowlProfile, 24, 122, 0.5) +
        shape(ellipse(0, -128, 130, 130 * TILT), { fill: lit(c, 0.5) }) +
        shape(ellipse(0, -127, 121, 121 * TILT), { fill: dim(c, 0.34) }) +
        rim(kit, -128, 128, { width: 3 }) +
        solid(kit, lid, c, art(c, m === 'mountain' ? 'cloud' : m, -140, 0.3)) +
        gloss(kit, lid, 136, 164, 0.5) +
        knob(kit, 178, 15, c) +
        shape(ellipse(0, -202, 22, 6), { fill: lit(c, 0.4) }),
      0,
      -8,
    )
  )
}
/** Clear glass needs an edge darker than a pale ground, or it fades at small sizes. */
const GLASS_EDGE = '#869f9a'

export const glassJug = (kit: Kit, tea: string): string => {
  const p: Profile = [
    [0, 84, 1],
    [10, 96],
    [70, 110],
    [140, 96],
    [200, 84],
    [232, 96, 1],
  ]
  const liquid: Profile = [
    [10, 86, 1],
    [16, 92],
    [70, 103],
    [128, 92, 1],
  ]
  const handle = smooth([
    [88, -190],
    [160, -190],
    [170, -120],
    [100, -76],
  ])
  return (
    groundShadow(kit, 100) +
    shape(ellipse(40, 4, 74, 11), { fill: dim(tea, 0.35), opacity: 0.3, filter: kit.blur(9) }) +
    shape(handle, { stroke: GLASS_EDGE, width: 18, opacity: 0.4 }) +
    shape(handle, { stroke: '#f4faf8', width: 13, opacity: 0.85 }) +
    shape(outline(p), { fill: '#ffffff', opacity: 0.34 }) +
    shape(outline(liquid), {
      fill: kit.linear(
        [
          [0, lit(tea, 0.3)],
          [1, tea],
        ],
        90,
      ),
    }) +
    roundShade(kit, outline(liquid), 104, 0.6) +
    shape(ellipse(0, -128, 92, 92 * TILT), { fill: lit(tea, 0.4) }) +
    shape(outline(p), { stroke: GLASS_EDGE, width: 5, opacity: 0.5 }) +
    shape(outline(p), { stroke: '#ffffff', width: 2.4, opacity: 0.8 }) +
    gloss(kit, p, 14, 214, 0.85) +
    rim(kit, -232, 95, { width: 4 }) +
    shape(
      smooth([
        [-92, -236],
        [-122, -246],
        [-96, -222],
      ]),
      { fill: '#ffffff', opacity: 0.6 },
    )
  )
}
const smallCup = (kit: Kit, c: string, tea: string, m?: Motif): string => {
  const p: Profile = [
    [0, 36, 1],
    [8, 40],
    [44, 66],
    [84, 78, 1],
  ]
  return (
    groundShadow(kit, 64) +
    solid(kit, p, c, art(c, m, -34, 0.5)) +
    gloss(kit, p, 14, 78, 0.55) +
    shape(ellipse(0, -84, 78, 22), { fill: lit(c, 0.5) }) +
    shape(ellipse(0, -82, 71, 18), { fill: dim(c, 0.3) }) +
    shape(ellipse(0, -79, 66, 15), {
      fill: kit.linear(
        [
          [0, lit(tea, 0.3)],
          [1, tea],
        ],
        20,
      ),
    }) +
    rim(kit, -84, 76, { tilt: 0.27, width: 3 })
  )
}
export const cups = (kit: Kit, c: string, m?: Motif): string =>
  place(smallCup(kit, mix(c, pigment.clay, 0.5), '#c97b24', m), 120, -74, 0.95) +
  place(smallCup(kit, c, '#b9a94e', m), -130, -52, 1.05) +
  place(smallCup(kit, lit(c, 0.4), '#c97b24', m), 20, 0, 1.25)
export const canister = (kit: Kit, c: string, m?: Motif): string => {
  const p: Profile = [
    [0, 112, 1],
    [10, 122],
    [120, 136],
    [210, 116],
    [222, 108, 1],
  ]
  const lid: Profile = [
    [220, 112, 1],
    [246, 112, 1],
    [252, 104, 1],
  ]
  return (
    groundShadow(kit, 126) +
    solid(
      kit,
      p,
      c,
      shape(patch(p, 0, 46), { fill: mix(c, pigment.kraft, 0.6) }) +
        art(c, m ?? 'cloud', -112, 1.5),
    ) +
    gloss(kit, p, 30, 200, 0.5) +
    solid(
      kit,
      lid,
      pigment.wood,
      [0, 1]
        .map((i) =>
          shape(patch(lid, 226 + i * 9, 228 + i * 9), {
            fill: dim(pigment.wood, 0.35),
            opacity: 0.5,
          }),
        )
        .join(''),
    ) +
    disc(kit, -252, 104, lit(pigment.wood, 0.24)) +
    knob(kit, 252, 16, pigment.wood)
  )
}
export const tray = (kit: Kit, c: string): string => {
  const top = polygon([
    [-250, -20],
    [-170, -150],
    [190, -150],
    [250, -20],
  ])
  const slats = Array.from({ length: 13 }, (_, i) =>
    shape(
      polygon(
        [
          [-236 + i * 39.4, -26],
          [-162 + i * 29, -144],
        ],
        false,
      ),
      { stroke: dim(c, 0.35), width: 4, opacity: 0.5 },
    ),
  ).join('')
  return (
    shape(
      polygon([
        [-240, 20],
        [290, 24],
        [240, -100],
      ]),
      { fill: '#361a14', opacity: 0.4, filter: kit.blur(14) },
    ) +
    shape(
      polygon([
        [-250, -20],
        [250, -20],
        [250, 16],
        [-250, 16],
      ]),
      { fill: dim(c, 0.26) },
    ) +
    shape(top, {
      fill: kit.linear(
        [
          [0, lit(c, 0.35)],
          [1, c],
        ],
        40,
      ),
    }) +
    slats +
    shape(top, { stroke: lit(c, 0.5), width: 3, opacity: 0.7 }) +
    place(teapot(kit, '#9a4f38'), -50, -72, 0.72) +
    place(smallCup(kit, '#efe6d6', '#c97b24'), 120, -52, 0.72) +
    place(smallCup(kit, '#efe6d6', '#c97b24'), 62, -28, 0.74)
  )
}
