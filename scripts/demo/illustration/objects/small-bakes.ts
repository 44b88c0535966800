/** Muffins, tarts, cookies, scones, buns. */
import { dim, lit, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import type { Profile } from '../lathe'
import { groundShadow, solid } from '../light'
import { type Bake, crumbs, domed } from './bake-parts'
import { garnishes } from './garnish'
import { ellipse, polygon, smooth } from '../path'

export const muffin = (kit: Kit, o: Bake): string => {
  const p: Profile = [
    [0, 88, 1],
    [118, 122, 1],
  ]
  const pleats = Array.from({ length: 15 }, (_, i) => {
    const a = ((i - 7) * 12 * Math.PI) / 180
    return shape(
      polygon(
        [
          [88 * Math.sin(a), 20],
          [122 * Math.sin(a), -110],
        ],
        false,
      ),
      { stroke: '#361a14', width: 3, opacity: 0.18 },
    )
  }).join('')
  return (
    groundShadow(kit, 100) +
    solid(kit, p, o.layers?.[0] ?? pigment.kraft, pleats) +
    domed(kit, 140, 118, o.crust, -112) +
    (o.dust
      ? crumbs(
          kit,
          () => [kit.random.between(-90, 90), -160 + kit.random.between(-30, 26)],
          60,
          [o.dust],
          6,
        )
      : '') +
    (o.topping ? place(garnishes[o.topping](kit), 0, -206, 0.85) : '')
  )
}
export const tart = (kit: Kit, o: Bake): string => {
  const p: Profile = [
    [0, 108, 1],
    [62, 148, 1],
  ]
  const flutes = Array.from({ length: 19 }, (_, i) => {
    const a = ((i - 9) * 9.4 * Math.PI) / 180
    return shape(
      polygon(
        [
          [108 * Math.sin(a), 22],
          [148 * Math.sin(a), -40],
        ],
        false,
      ),
      { stroke: '#361a14', width: 5, opacity: 0.2 },
    )
  }).join('')
  const g = o.glaze ?? '#efb53f'
  return (
    groundShadow(kit, 122) +
    solid(kit, p, o.crust, flutes) +
    shape(ellipse(0, -62, 148, 44), { fill: lit(o.crust, 0.25) }) +
    shape(ellipse(0, -64, 128, 36), {
      fill: kit.radial(
        [
          [0, lit(g, 0.4)],
          [0.6, g],
          [1, dim(g, 0.2)],
        ],
        [0.4, 0.4, 0.7],
      ),
    }) +
    crumbs(
      kit,
      () => [kit.random.between(-90, 90), -64 + kit.random.between(-20, 20)],
      9,
      ['#8a4a1e'],
      12,
    ) +
    (o.topping ? place(garnishes[o.topping](kit), 0, -86, 1) : '')
  )
}
export const cookies = (kit: Kit, o: Bake): string => {
  const one = (x: number, y: number): string =>
    place(
      shape(ellipse(8, 6, 112, 34), { fill: '#361a14', opacity: 0.3, filter: kit.blur(5) }) +
        shape(ellipse(0, 4, 110, 36), { fill: dim(o.crust, 0.35) }) +
        shape(ellipse(0, -12, 110, 34), {
          fill: kit.linear(
            [
              [0, lit(o.crust, 0.3)],
              [1, o.crust],
            ],
            40,
          ),
        }) +
        crumbs(
          kit,
          () => {
            const [a, q] = [kit.random.between(0, 6.28), Math.sqrt(kit.random.next())]
            return [94 * q * Math.cos(a), -12 + 27 * q * Math.sin(a)]
          },
          22,
          [o.dust ?? pigment.roast],
          10,
        ),
      x,
      y,
    )
  return (
    groundShadow(kit, 120, { ry: 26 }) +
    [0, 1, 2, 3].map((i) => one(i % 2 ? 12 : -8, -i * 36)).join('') +
    (o.topping ? place(garnishes[o.topping](kit), 120, -20, 0.8) : '')
  )
}
export const scones = (kit: Kit, o: Bake): string =>
  [
    [84, -34, 0.8],
    [-66, 0, 1],
  ]
    .map(([x, y, s]) =>
      place(
        groundShadow(kit, 96) +
          solid(
            kit,
            [
              [0, 96, 1],
              [30, 104],
              [52, 98],
              [90, 106],
              [110, 94, 1],
            ],
            o.crust,
          ) +
          shape(ellipse(0, -110, 96, 26), {
            fill: kit.linear(
              [
                [0, lit(o.crust, 0.2)],
                [1, dim(o.crust, 0.25)],
              ],
              30,
            ),
          }) +
          crumbs(
            kit,
            () => [kit.random.between(-80, 80), -110 + kit.random.between(-16, 16)],
            12,
            [o.dust ?? pigment.roast],
            8,
          ),
        x ?? 0,
        y ?? 0,
        s ?? 1,
      ),
    )
    .join('') + (o.topping ? place(garnishes[o.topping](kit), 130, 10, 0.8) : '')
export const bun = (kit: Kit, o: Bake): string =>
  groundShadow(kit, 150) +
  domed(kit, 158, 160, o.crust, -14) +
  (o.glaze
    ? shape(
        smooth(
          [
            [-110, -96],
            [-60, -150],
            [0, -160],
            [70, -146],
            [112, -96],
            [70, -84],
            [40, -106],
            [6, -74],
            [-36, -104],
            [-70, -78],
          ],
          true,
          0.9,
        ),
        { fill: o.glaze },
      )
    : crumbs(
        kit,
        () => [kit.random.between(-80, 80), -124 + kit.random.between(-20, 16)],
        30,
        ['#fff1d4', '#3a2a22'],
        5,
      )) +
  (o.topping ? place(garnishes[o.topping](kit), 0, -160, 0.75) : '')
