/** Dripper, kettle, press, grinder, thermos, tumbler. */
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import { outline, patch, type Profile, TILT } from '../lathe'
import { line } from '../lettering'
import { disc, gloss, groundShadow, rim, roundShade, solid } from '../light'
import type { Motif } from '../motif-parts'
import { art, knob, tube } from './ware-parts'
import { ellipse, rect, smooth } from '../path'

export const dripper = (kit: Kit, c: string): string => {
  const server: Profile = [
    [0, 92, 1],
    [12, 108],
    [90, 116],
    [150, 84],
    [168, 76, 1],
    [188, 78, 1],
  ]
  const coffee: Profile = [
    [10, 98, 1],
    [16, 103],
    [80, 108, 1],
  ]
  const cone: Profile = [
    [204, 46, 1],
    [214, 52, 1],
    [318, 128, 1],
    [328, 130, 1],
  ]
  const ribs = Array.from({ length: 9 }, (_, i) => {
    const a = ((i - 4) * 20 * Math.PI) / 180
    return shape(
      smooth([
        [46 * Math.sin(a), -210],
        [86 * Math.sin(a + 0.1), -262],
        [124 * Math.sin(a + 0.18), -316],
      ]),
      { stroke: dim(c, 0.3), width: 3, opacity: 0.4 },
    )
  }).join('')
  return (
    groundShadow(kit, 108) +
    tube(
      [
        [96, -150],
        [162, -150],
        [172, -86],
        [108, -58],
      ],
      16,
      pigment.wood,
    ) +
    shape(outline(server), { fill: '#ffffff', opacity: 0.32 }) +
    shape(outline(coffee), {
      fill: kit.linear(
        [
          [0, '#8a4a22'],
          [1, '#3c2118'],
        ],
        90,
      ),
    }) +
    roundShade(kit, outline(coffee), 108, 0.6) +
    shape(ellipse(0, -80, 108, 108 * TILT), { fill: '#9a5a2c' }) +
    shape(outline(server), { stroke: '#ffffff', width: 3, opacity: 0.6 }) +
    gloss(kit, server, 14, 160, 0.85) +
    solid(
      kit,
      [
        [188, 104, 1],
        [204, 104, 1],
      ],
      c,
    ) +
    disc(kit, -204, 104, lit(c, 0.2)) +
    solid(kit, cone, c, ribs) +
    gloss(kit, cone, 216, 316, 0.5) +
    tube(
      [
        [112, -300],
        [168, -300],
        [170, -248],
        [92, -244],
      ],
      18,
      c,
    ) +
    shape(ellipse(0, -328, 130, 130 * TILT), { fill: lit(c, 0.5) }) +
    shape(ellipse(0, -327, 120, 120 * TILT), { fill: '#f4e6cc' }) +
    shape(ellipse(0, -320, 92, 15), { fill: '#4b2e21' }) +
    rim(kit, -328, 128, { width: 3 })
  )
}
export const kettle = (kit: Kit, c: string): string => {
  const p: Profile = [
    [0, 128, 1],
    [8, 134],
    [60, 128],
    [150, 92],
    [168, 80, 1],
  ]
  const lid: Profile = [
    [166, 80, 1],
    [176, 76],
    [188, 50],
    [192, 16, 1],
  ]
  return (
    groundShadow(kit, 136) +
    tube(
      [
        [-108, -40],
        [-176, -44],
        [-190, -120],
        [-226, -206],
        [-256, -212],
      ],
      19,
      c,
    ) +
    tube(
      [
        [84, -158],
        [150, -204],
        [204, -160],
        [196, -70],
      ],
      26,
      pigment.wood,
    ) +
    solid(kit, p, c, '', 1.1) +
    gloss(kit, p, 12, 150, 0.95) +
    solid(kit, lid, c) +
    gloss(kit, lid, 170, 184, 0.9) +
    knob(kit, 190, 17, pigment.wood)
  )
}
export const thermos = (kit: Kit, c: string, m?: Motif): string => {
  const p: Profile = [
    [0, 84, 1],
    [8, 88, 1],
    [310, 88, 1],
    [340, 70],
    [346, 66, 1],
  ]
  const cap: Profile = [
    [344, 72, 1],
    [426, 68, 1],
    [436, 58, 1],
  ]
  const steel: Profile = [
    [0, 85, 1],
    [22, 89, 1],
  ]
  return (
    groundShadow(kit, 88) +
    solid(
      kit,
      p,
      c,
      art(c, m ?? 'mountain', -190, 1.25) +
        line('云 山', 0, -96, { size: 34, fill: mix(c, pigment.cream, 0.8) }),
    ) +
    gloss(kit, p, 24, 312, 0.62) +
    solid(kit, steel, pigment.steel) +
    gloss(kit, steel, 2, 20, 0.9) +
    shape(patch(p, 318, 324), { fill: lit(c, 0.4), opacity: 0.5 }) +
    solid(kit, cap, mix(c, pigment.paper, 0.72)) +
    gloss(kit, cap, 350, 424, 0.6) +
    disc(kit, -436, 58, mix(c, pigment.paper, 0.8), { shade: 0.1 }) +
    tube(
      [
        [-30, -440],
        [0, -474],
        [34, -440],
      ],
      11,
      pigment.wood,
    )
  )
}
export const tumbler = (kit: Kit, c: string, m?: Motif): string => {
  const p: Profile = [
    [0, 80, 1],
    [6, 84],
    [290, 112, 1],
  ]
  const lid: Profile = [
    [286, 116, 1],
    [312, 116, 1],
    [320, 104, 1],
  ]
  return (
    groundShadow(kit, 92) +
    solid(kit, p, c, art(c, m ?? 'wave', -146, 1.35)) +
    gloss(kit, p, 14, 280, 0.6) +
    solid(kit, lid, pigment.char) +
    gloss(kit, lid, 290, 308, 0.5) +
    disc(kit, -320, 104, lit(pigment.char, 0.15), { shade: 0.1 }) +
    shape(rect(-24, -332, 48, 16, 8), { fill: pigment.honey }) +
    rim(kit, -320, 103, { width: 2 })
  )
}
export const press = (kit: Kit, c: string): string => {
  const p: Profile = [
    [0, 92, 1],
    [4, 96, 1],
    [270, 96, 1],
  ]
  const coffee: Profile = [
    [8, 90, 1],
    [190, 90, 1],
  ]
  const cap: Profile = [
    [268, 100, 1],
    [284, 100, 1],
    [302, 60, 1],
  ]
  return (
    groundShadow(kit, 98) +
    tube(
      [
        [92, -246],
        [166, -244],
        [172, -60],
        [92, -52],
      ],
      22,
      pigment.wood,
    ) +
    shape(outline(p), { fill: '#ffffff', opacity: 0.34 }) +
    shape(outline(coffee), {
      fill: kit.linear(
        [
          [0, '#9a6a3c'],
          [0.12, '#6b3f27'],
          [1, '#3c2118'],
        ],
        90,
      ),
    }) +
    roundShade(kit, outline(coffee), 92, 0.7) +
    gloss(kit, p, 8, 262, 0.85) +
    [14, 130, 256]
      .map((h) => shape(patch(p, h, h + 9), { fill: c }) + roundShade(kit, patch(p, h, h + 9), 96))
      .join('') +
    solid(kit, cap, c) +
    gloss(kit, cap, 270, 284, 0.8) +
    tube(
      [
        [0, -304],
        [0, -372],
      ],
      9,
      pigment.steel,
    ) +
    knob(kit, 366, 22, pigment.wood)
  )
}
export const grinder = (kit: Kit, c: string): string => {
  const p: Profile = [
    [0, 66, 1],
    [6, 70, 1],
    [130, 70, 1],
    [140, 62],
    [158, 62],
    [168, 70, 1],
    [310, 70, 1],
    [316, 64, 1],
  ]
  return (
    groundShadow(kit, 74) +
    solid(kit, p, c, shape(patch(p, 130, 168), { fill: pigment.wood })) +
    gloss(kit, p, 10, 126, 0.8) +
    gloss(kit, p, 172, 304, 0.8) +
    disc(kit, -316, 64, lit(c, 0.3)) +
    tube(
      [
        [0, -318],
        [0, -348],
      ],
      12,
      pigment.steel,
    ) +
    tube(
      [
        [-4, -350],
        [150, -372],
      ],
      14,
      pigment.steel,
    ) +
    place(knob(kit, 0, 24, pigment.wood), 150, -366) +
    art(c, 'mountain', -80, 0.8)
  )
}
