/** Cakes. */
import { dim, lit, mix, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { outline, type Profile, TILT } from '../lathe'
import { disc, groundShadow, roundShade, solid } from '../light'
import { type Bake, crumbs } from './bake-parts'
import { garnishes } from './garnish'
import { ellipse, type Path, type Point, polygon, smooth } from '../path'

export const slice = (kit: Kit, o: Bake): string => {
  const layers = o.layers ?? [o.crust, pigment.milk, o.crust, pigment.milk]
  const H = 168
  const [tip, right, back]: [Point, Point, Point] = [
    [-176, 0],
    [150, 20],
    [96, -78],
  ]
  const up = (p: Point, h: number): Point => [p[0], p[1] - h]
  const face = polygon([tip, right, up(right, H), up(tip, H)])
  const rear = polygon([right, back, up(back, H), up(right, H)])
  const top = smooth([up(tip, H), up(right, H), [146, -H - 32], up(back, H)], true, 0.18)
  const each = H / layers.length
  const bands = layers
    .map((c, i) => {
      const y = (h: number, x: number): number =>
        tip[1] + ((right[1] - tip[1]) * (x - tip[0])) / (right[0] - tip[0]) - h
      const wavy = (h: number): Point[] =>
        Array.from({ length: 9 }, (_, j) => {
          const x = tip[0] + ((right[0] - tip[0]) * j) / 8
          return [
            x,
            y(h, x) + (j > 0 && j < 8 && h > 0 && h < H ? kit.random.between(-2.4, 2.4) : 0),
          ] as const
        })
      return (
        shape(polygon([...wavy(i * each - 1), ...wavy((i + 1) * each).reverse()]), { fill: c }) +
        crumbs(
          kit,
          () => {
            const x = kit.random.between(tip[0], right[0])
            return [x, y(i * each + kit.random.between(4, each - 3), x)]
          },
          34,
          [dim(c, 0.25), lit(c, 0.35)],
          3.2,
        )
      )
    })
    .join('')
  const glaze = o.glaze ?? layers[layers.length - 1] ?? pigment.milk
  const drip = smooth([
    up(tip, H),
    [-150, -H + 22],
    [-120, -H + 10],
    [-84, -H + 40],
    [-50, -H + 14],
    [-10, -H + 30],
    [34, -H + 18],
    [76, -H + 48],
    [112, -H + 24],
    [150, -H + 42],
    up(right, H),
  ] as Point[])
  return (
    shape(polygon([tip, right, [200, 8], [150, -40]]), {
      fill: '#361a14',
      opacity: 0.35,
      filter: kit.blur(9),
    }) +
    shape(rear, { fill: dim(glaze, 0.3) }) +
    shape(face, { fill: o.crust }) +
    group(bands, { clip: kit.clip(face) }) +
    (o.glaze
      ? shape([...drip, ['Z']], { fill: glaze }) +
        shape(drip, { stroke: dim(glaze, 0.3), width: 2, opacity: 0.4 })
      : '') +
    shape(face, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.24],
          [0.5, '#fff2d6', 0],
          [1, '#361a14', 0.24],
        ],
        30,
      ),
    }) +
    shape(top, {
      fill: kit.linear(
        [
          [0, lit(glaze, 0.5)],
          [1, glaze],
        ],
        20,
      ),
    }) +
    (o.dust
      ? group(
          crumbs(
            kit,
            () => [kit.random.between(-150, 150), -H + kit.random.between(-70, 16)],
            150,
            [o.dust, dim(o.dust, 0.2)],
            4,
          ),
          { clip: kit.clip(top) },
        )
      : '') +
    (o.topping ? place(garnishes[o.topping](kit), 66, -H - 44, 0.95) : '')
  )
}
export const whole = (kit: Kit, o: Bake): string => {
  const p: Profile = [
    [0, 168, 1],
    [6, 172],
    [104, 174],
    [118, 166, 1],
  ]
  const g = o.glaze ?? lit(o.crust, 0.3)
  const top = ellipse(0, -118, 166, 166 * TILT * 1.3)
  return (
    solid(
      kit,
      p,
      o.crust,
      Array.from({ length: 40 }, () =>
        shape(
          ellipse(
            kit.random.between(-170, 170),
            -kit.random.between(0, 110),
            kit.random.between(3, 12),
            3,
          ),
          {
            fill: dim(o.crust, 0.25),
            opacity: 0.3,
          },
        ),
      ).join(''),
    ) +
    shape(top, {
      fill: kit.radial(
        [
          [0, g],
          [0.72, mix(g, o.crust, 0.2)],
          [1, dim(o.crust, 0.15)],
        ],
        [0.4, 0.4, 0.7],
      ),
    }) +
    (o.dust
      ? group(
          crumbs(
            kit,
            () => [kit.random.between(-160, 160), -118 + kit.random.between(-40, 40)],
            240,
            [o.dust],
            4,
          ),
          { clip: kit.clip(top) },
        )
      : '') +
    (o.topping ? place(garnishes[o.topping](kit), 0, -138, 1.05) : '')
  )
}
export const roll = (kit: Kit, o: Bake): string => {
  const [dough, cream] = [o.crust, o.layers?.[0] ?? pigment.milk]
  const [cx, cy, R] = [-58, -112, 112]
  const spiral = (off: number): Path =>
    smooth(
      Array.from({ length: 34 }, (_, i) => {
        const a = i * 0.42 + off
        const r = R * 0.9 - i * R * 0.026
        return [cx + r * Math.cos(a), cy + r * Math.sin(a)] as const
      }),
    )
  return (
    shape(ellipse(60, 2, 190, 20), { fill: '#361a14', opacity: 0.4, filter: kit.blur(9) }) +
    shape(
      smooth(
        [
          [cx, cy - R],
          [cx + 120, cy - R - 22],
          [cx + 206, cy - R - 10],
          [cx + 246, cy - 30],
          [cx + 212, cy + R - 34],
          [cx + 110, cy + R - 12],
          [cx, cy + R],
        ],
        true,
        0.8,
      ),
      {
        fill: kit.linear(
          [
            [0, lit(dough, 0.35)],
            [0.5, dough],
            [1, dim(dough, 0.4)],
          ],
          84,
        ),
      },
    ) +
    shape(ellipse(cx, cy, R), { fill: dim(dough, 0.16) }) +
    shape(ellipse(cx, cy, R * 0.95), { fill: lit(dough, 0.26) }) +
    shape(spiral(0.6), { stroke: cream, width: 21 }) +
    shape(ellipse(cx, cy, R * 0.2), { fill: cream }) +
    shape(ellipse(cx, cy, R), {
      fill: kit.radial(
        [
          [0, '#fff2d6', 0.2],
          [0.7, '#361a14', 0],
          [1, '#361a14', 0.26],
        ],
        [0.4, 0.35, 0.7],
      ),
    }) +
    (o.topping ? place(garnishes[o.topping](kit), 90, -238, 0.8) : '')
  )
}
export const pudding = (kit: Kit, o: Bake): string => {
  const p: Profile = [
    [0, 128, 1],
    [6, 130],
    [130, 98],
    [140, 90, 1],
  ]
  const g = o.glaze ?? '#7a4420'
  return (
    groundShadow(kit, 128) +
    solid(kit, p, o.crust) +
    shape(
      smooth(
        [
          [-98, -132],
          [-112, -84],
          [-92, -96],
          [-76, -50],
          [-54, -92],
          [-10, -64],
          [26, -96],
          [60, -38],
          [82, -90],
          [108, -74],
          [98, -132],
          [0, -150],
        ],
        true,
        0.8,
      ),
      { fill: g },
    ) +
    disc(kit, -140, 92, g, { shade: 0.1 }) +
    roundShade(kit, outline(p), 128, 0.35) +
    shape(ellipse(-30, -144, 30, 7), { fill: '#ffffff', opacity: 0.5, filter: kit.blur(3) }) +
    (o.topping ? place(garnishes[o.topping](kit), 0, -158, 0.8) : '')
  )
}
