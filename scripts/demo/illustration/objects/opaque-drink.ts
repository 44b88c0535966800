/** Drinks in ceramic and paper. */
import { dim, lit, mix, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { patch, type Profile, radiusAt } from '../lathe'
import { gloss, groundShadow, rim, solid } from '../light'
import { motif, printed, settle } from '../motif'
import { type Drink, handle, housePrint, inkFor, luminous, steam } from './drink-parts'
import { strewn, topLayer } from './topping'
import { vessels } from './vessel'
import { ellipse, rect } from '../path'

export const opaqueDrink = (kit: Kit, d: Drink): string => {
  const v = vessels[d.vessel]
  const t = v.tilt
  const cup = d.cup ?? pigment.paper
  const top = v.outer[v.outer.length - 1]?.[0] ?? 0
  const R = radiusAt(v.outer, top)
  const last = d.layers[d.layers.length - 1]?.[0] ?? pigment.roast
  if (d.vessel === 'paper') return paperCup(kit, d, cup, top, R)
  const mouth = ellipse(0, -top, R - v.wall, (R - v.wall) * t)
  const liquidR = R - v.wall - 5
  const art = d.motif
    ? place(printed(settle(motif(d.motif, inkFor(cup)), 0, 0, 0.92)), -8, -top * 0.4 + R * t * 0.7)
    : ''
  const glaze = shape(patch(v.outer, 0, 26, 90, t), { fill: mix(cup, pigment.kraft, 0.5) })
  return (
    (v.saucer
      ? groundShadow(kit, 196, { ry: 42 }) +
        shape(ellipse(0, 4, 206, 60), { fill: dim(cup, 0.16) }) +
        shape(ellipse(0, -3, 206, 60), {
          fill: kit.linear(
            [
              [0, lit(cup, 0.5)],
              [0.5, cup],
              [1, dim(cup, 0.22)],
            ],
            24,
          ),
        }) +
        shape(ellipse(0, 0, 126, 34), { fill: dim(cup, 0.2), opacity: 0.5 })
      : '') +
    groundShadow(kit, radiusAt(v.outer, 30), { strength: v.saucer ? 0.8 : 1 }) +
    handle(R, top, cup, false) +
    solid(kit, v.outer, cup, glaze + art, 0.9, t) +
    gloss(kit, v.outer, 34, top - 10, 0.55, t) +
    shape(ellipse(0, -top, R, R * t), { fill: lit(cup, 0.45) }) +
    shape(mouth, {
      fill: kit.linear([
        [0, dim(cup, 0.4)],
        [1, dim(cup, 0.08)],
      ]),
    }) +
    group(
      shape(ellipse(0, -top + 13, liquidR, liquidR * t), {
        fill: kit.radial([
          [0, lit(last, 0.12)],
          [0.8, last],
          [1, dim(last, 0.25)],
        ]),
      }) +
        topLayer(
          kit,
          d.top ?? 'none',
          d.topColour ?? pigment.milk,
          liquidR - 3,
          top - 13,
          t,
          last,
          true,
        ) +
        (d.strew ? strewn(kit, d.strew, liquidR * 0.8, -top + 10, t) : ''),
      { clip: kit.clip(mouth) },
    ) +
    rim(kit, -top, R - 2, { tilt: t, width: 3.5 }) +
    (d.steam ? steam(kit, -top - 4) : '')
  )
}
const paperCup = (kit: Kit, d: Drink, cup: string, top: number, R: number): string => {
  const v = vessels.paper
  const lid: Profile = [
    [top - 6, R + 6, 1],
    [top + 12, R + 6, 1],
    [top + 16, R - 2, 1],
    [top + 40, R - 9, 1],
    [top + 44, R - 14, 1],
  ]
  const lidColour = luminous(cup) ? pigment.char : pigment.paper
  const sleeve = d.sleeve
    ? shape(patch(v.outer, top * 0.24, top * 0.7), { fill: d.sleeve }) +
      shape(patch(v.outer, top * 0.7, top * 0.715), { fill: dim(d.sleeve, 0.3) }) +
      shape(patch(v.outer, top * 0.225, top * 0.24), { fill: dim(d.sleeve, 0.4) })
    : ''
  const print = place(
    housePrint(
      0,
      d.sleeve ? pigment.roast : luminous(cup) ? pigment.pine : pigment.paper,
      1,
      d.motif,
    ),
    0,
    -top * 0.46 + 20,
  )
  return (
    groundShadow(kit, 96) +
    solid(kit, v.outer, cup, sleeve + print) +
    gloss(kit, v.outer, 8, top - 10, 0.16) +
    shape(patch(v.outer, top - 18, top - 4), { fill: '#2a1218', opacity: 0.22 }) +
    solid(kit, lid, lidColour, '', 0.9) +
    gloss(kit, lid, top - 2, top + 10, 0.5) +
    shape(ellipse(0, -top - 44, R - 15, (R - 15) * 0.21), { fill: dim(lidColour, 0.08) }) +
    shape(ellipse(-6, -top - 42, R - 26, (R - 26) * 0.18), { fill: lit(lidColour, 0.16) }) +
    shape(rect(-18, -top - 56, 30, 7, 3), { fill: dim(lidColour, 0.5) }) +
    rim(kit, -top - 44, R - 15, { width: 2, opacity: 0.5 }) +
    (d.steam ? steam(kit, -top - 54, 26) : '')
  )
}
