/** Drinks in glass and clear cups. */
import { lit, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { below, outline, patch, type Profile, radiusAt } from '../lathe'
import { gloss, groundShadow, rim, roundShade } from '../light'
import { type Drink, handle, LEAN, straw } from './drink-parts'
import { fruitIn, iceCubes, pearls } from './inside'
import { strewn, topLayer } from './topping'
import { vessels } from './vessel'
import { ellipse, smooth } from '../path'

const inner = (outer: Profile, wall: number, foot: number): Profile =>
  outer
    .filter((p) => p[0] > foot)
    .reduce<ProfileList>(
      (acc, [h, r, c]) => [...acc, c ? [h, r - wall, 1] : [h, r - wall]],
      [[foot, radiusAt(outer, foot) - wall, 1]],
    )
type ProfileList = Profile[number][]
const layerStops = (d: Drink): (readonly [number, string])[] => {
  const total = d.layers.reduce((s, l) => s + l[1], 0)
  const soft = (1 - (d.crisp ?? 0.5)) * 0.5
  const stops: (readonly [number, string])[] = []
  let at = 0
  d.layers.forEach(([c, share]) => {
    const s = share / total
    stops.push([Math.min(1, at + s * soft), c], [Math.max(0, at + s * (1 - soft)), c])
    at += s
  })
  return stops
}
const plumes = (kit: Kit, r: number, y: number, depth: number, colour: string): string =>
  [-0.62, -0.2, 0.22, 0.6]
    .map((q) => {
      const x = q * r
      const len = depth * kit.random.between(0.45, 1)
      const w = r * kit.random.between(0.16, 0.26)
      return shape(
        smooth(
          [
            [x - w, y - 10],
            [x - w * 0.8, y + len * 0.3],
            [x - w * 0.2, y + len * 0.55],
            [x + w * 0.1, y + len],
            [x + w * 0.5, y + len * 0.6],
            [x + w * 0.7, y + len * 0.25],
            [x + w, y - 10],
          ],
          true,
        ),
        { fill: colour, opacity: 0.72, filter: kit.blur(7) },
      )
    })
    .join('')
export const clearDrink = (kit: Kit, d: Drink): string => {
  const v = vessels[d.vessel]
  const t = v.tilt
  const top = v.outer[v.outer.length - 1]?.[0] ?? 0
  const R = radiusAt(v.outer, top)
  const cavity = inner(v.outer, v.wall, v.foot)
  const level = v.foot + (top - v.foot) * (d.fill ?? 0.86)
  const liquid = outline(below(cavity, level), t)
  const rl = radiusAt(cavity, level)
  const last = d.layers[d.layers.length - 1]?.[0] ?? pigment.tea
  const floorY = -v.foot
  const column = kit.linear(layerStops(d), 0, [0, floorY + 10, 0, -level])
  const clip = kit.clip(liquid)
  const surface = ellipse(0, -level, rl, rl * t)
  const inside =
    shape(liquid, { fill: column }) +
    (d.swirl ? plumes(kit, rl, -level, level * 0.62, d.swirl) : '') +
    (d.pearls ? pearls(kit, radiusAt(cavity, v.foot + 20), floorY, d.pearls) : '') +
    (d.fruit ? fruitIn(kit, d.fruit, rl, level) : '') +
    (d.ice ? iceCubes(kit, d.ice, rl, -level, d.top === undefined || d.top === 'none') : '') +
    roundShade(kit, liquid, R, 0.55)
  const open = d.top === undefined || d.top === 'none'
  return (
    groundShadow(kit, radiusAt(v.outer, 4) * 1.08, { strength: 0.85 }) +
    shape(ellipse(46, 6, 84, 13), { fill: last, opacity: 0.22, filter: kit.blur(10) }) +
    (v.handle ? handle(R, top, '#ffffff', true) : '') +
    shape(outline(v.outer, t), { fill: '#ffffff', opacity: 0.26 }) +
    shape(ellipse(0, -top, R - 2, (R - 2) * t), { fill: '#ffffff', opacity: 0.2 }) +
    group(inside, { clip }) +
    shape(surface, { fill: lit(last, 0.24), opacity: 0.92 }) +
    shape(surface, { stroke: lit(last, 0.6), width: 2.5, opacity: 0.7 }) +
    (d.ice && open ? iceCubes(kit, Math.min(3, d.ice), rl, -level, true, true) : '') +
    (d.straw && d.vessel !== 'cold' ? straw(R * 0.26, -level + 4, -top - 120, d.straw, kit) : '') +
    topLayer(kit, d.top ?? 'none', d.topColour ?? pigment.milk, rl, level, t, last) +
    (d.strew ? strewn(kit, d.strew, rl, -level - (open ? 0 : 16), t) : '') +
    (d.mint ? place(strewn(kit, 'mint', rl, 0, t), -rl * 0.3, -level - 8) : '') +
    shape(patch(v.outer, 0, v.foot, 90, t), {
      fill: kit.linear([
        [0, '#ffffff', 0.5],
        [0.4, '#ffffff', 0.1],
        [0.7, '#361a14', 0.1],
        [1, '#ffffff', 0.35],
      ]),
    }) +
    (d.vessel === 'cold' ? '' : rim(kit, -top, R - 1, { tilt: t, width: 4, opacity: 0.9 })) +
    gloss(kit, v.outer, 12, top - 8, 0.78, t) +
    shape(patch(v.outer, 3, top - 2, 90, t), { stroke: '#ffffff', width: 2, opacity: 0.45 })
  )
}
/** Clear cup to go: flat or dome lid, straw, house print. */
export const coldLid = (kit: Kit, d: Drink, dome: boolean): string => {
  const top = 318
  const R = 122
  const cap: Profile = dome
    ? [
        [top - 4, R + 3, 1],
        [top + 14, R + 3, 1],
        [top + 20, R - 8],
        [top + 62, R - 34],
        [top + 88, 46, 1],
      ]
    : [
        [top - 4, R + 3, 1],
        [top + 14, R + 3, 1],
        [top + 22, R - 6, 1],
      ]
  const high = dome ? top + 88 : top + 22
  return (
    shape(outline(cap), { fill: '#ffffff', opacity: dome ? 0.3 : 0.42 }) +
    (d.straw
      ? group(straw(6 - (high - top + 22) * LEAN, -top + 26, -high + 4, d.straw, kit), {
          opacity: 0.55,
        }) + straw(6, -high + 4, -high - 112, d.straw, kit)
      : '') +
    shape(outline(cap), {
      fill: kit.linear([
        [0.02, '#ffffff', 0.1],
        [0.16, '#ffffff', 0.75],
        [0.3, '#ffffff', 0.15],
        [0.8, '#361a14', 0.06],
        [0.95, '#ffffff', 0.4],
      ]),
    }) +
    shape(patch(cap, top - 4, top + 14), { fill: '#ffffff', opacity: 0.42 }) +
    rim(kit, -top - 14, R + 1, { width: 3 }) +
    (dome
      ? rim(kit, -high, 46, { width: 3 })
      : shape(ellipse(0, -high, R - 8, (R - 8) * 0.21), { fill: '#ffffff', opacity: 0.28 }) +
        rim(kit, -high, R - 8, { width: 2.5 }))
  )
}
