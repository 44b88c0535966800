/** Where things come from: the tea terraces at dawn and the town in the valley. */
import { dim, pigment } from '../colour'
import { group, place, shape, type Kit } from '../kit'
import { smooth } from '../path'
import { house, village } from './building'
import { airs, cloudBand, orb, pine, ranges, roundTree, sky, terraces } from './nature'

const SIDE = 750

const birds = (kit: Kit, count: number, x: number, y: number): string =>
  Array.from({ length: count }, () => {
    const [left, top] = [x + kit.random.between(-70, 70), y + kit.random.between(-34, 34)]
    const span = kit.random.between(7, 12)
    return shape(
      smooth([
        [left - span, top - span * 0.4],
        [left, top],
        [left + span, top - span * 0.4],
      ]),
      { stroke: dim(airs.dawn.near, 0.2), width: 2.4 },
    )
  }).join('')

/** Rows of tea on the slope, mist behind them, a house at the lower right. */
export const teaTerraces = (kit: Kit): string =>
  sky(kit, SIDE, SIDE, airs.dawn) +
  orb(kit, 236, 196, 62, airs.dawn.light) +
  ranges(kit, SIDE, SIDE, airs.dawn, { n: 4, from: 0.36, to: 0.62, height: 0.26 }) +
  cloudBand(kit, 190, 380, 460, '#ffffff', 0.75) +
  cloudBand(kit, 590, 438, 420, '#ffffff', 0.7) +
  birds(kit, 5, 480, 190) +
  [640, 694].map((x, i) => pine(x, 540 + i * 8, 140 - i * 30, pigment.pine)).join('') +
  terraces(kit, SIDE, 506, 70, pigment.tea, 3) +
  place(house(kit, 156, 122), 556, 582) +
  pine(462, 578, 88, dim(pigment.pine, 0.1)) +
  terraces(kit, SIDE, 580, 180, pigment.tea, 4)

/** Roofs under the ridge, a tree in blossom, fields in front. */
export const hillTown = (kit: Kit): string =>
  sky(kit, SIDE, SIDE, airs.day) +
  orb(kit, 560, 150, 46, airs.day.light) +
  ranges(kit, SIDE, SIDE, airs.day, { n: 4, from: 0.38, to: 0.66, height: 0.3 }) +
  cloudBand(kit, 240, 420, 520, '#ffffff', 0.8) +
  group(village(kit, 620, 486, 6, 84, false), { transform: 'translate(80 0)' }) +
  roundTree(kit, 128, 560, 54, '#d98f96') +
  group(village(kit, SIDE, 566, 5, 140, false)) +
  terraces(kit, SIDE, 572, 180, '#8a9a52', 4) +
  roundTree(kit, 96, 690, 74, '#dc9aa0') +
  roundTree(kit, 172, 716, 56, '#e3adab') +
  pine(676, 660, 150, pigment.pine) +
  pine(726, 690, 120, dim(pigment.pine, 0.1))
