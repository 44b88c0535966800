/** An open gift set. */
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, place, shape } from '../kit'
import type { Label } from '../label'
import { faceLight } from '../light'
import { motif, printed, settle } from '../motif'
import { boxShadow, carton, slab } from './box'
import { polygon, smooth } from '../path'

/** Open gift set: a shallow tray seen from above with objects standing in it, lid leaning behind. */
export const giftSet = (
  kit: Kit,
  o: {
    colour: string
    label: Label
    lining?: string
    items: readonly ((kit: Kit) => string)[]
    scale?: number
  },
): string => {
  const w = 500
  const lid = place(
    carton(kit, { w: 400, h: 400, d: 50, colour: o.colour, label: o.label, labelAt: 0.71 }),
    20,
    -84,
  )
  const tray = slab(kit, w, 92, 190, o.colour)
  const lining = o.lining ?? pigment.paper
  const hole = polygon([
    [-w / 2 - 44, -96],
    [-w / 2 + 66, -152],
    [w / 2 + 42, -152],
    [w / 2 - 68, -96],
  ])
  const n = o.items.length
  const items = o.items
    .map((draw, i) =>
      place(draw(kit), -w / 2 + 20 + ((i + 0.5) * (w - 50)) / n, -92, o.scale ?? 0.62),
    )
    .join('')
  const shreds = (n: number, y0: number, y1: number): string =>
    Array.from({ length: n }, () => {
      const [x, y] = [kit.random.between(-w / 2 - 20, w / 2 - 64), kit.random.between(y0, y1)]
      return shape(
        smooth([
          [x - 16, y + kit.random.between(-7, 7)],
          [x, y - 5],
          [x + 16, y + kit.random.between(-7, 7)],
        ]),
        {
          stroke: kit.random.pick([lit(pigment.straw, 0.2), pigment.straw, pigment.kraft]),
          width: 3,
        },
      )
    }).join('')
  return (
    boxShadow(kit, w + 20, 200) +
    lid +
    shape(
      polygon([
        [-w / 2 - 60, 0],
        [w / 2 - 60, 0],
        [w / 2 + 60, -66],
        [w / 2 + 60, -156],
        [-w / 2 + 60, -158],
        [-w / 2 - 60, -92],
      ]),
      { fill: dim(o.colour, 0.12) },
    ) +
    shape(hole, { fill: dim(lining, 0.3) }) +
    shreds(80, -140, -96) +
    items +
    shreds(34, -104, -88) +
    shape(tray.front, { fill: o.colour }) +
    faceLight(kit, tray.front, 'front') +
    shape(tray.side, { fill: o.colour }) +
    faceLight(kit, tray.side, 'side') +
    shape(
      polygon(
        [
          [-w / 2 - 59, -92],
          [w / 2 - 59, -92],
        ],
        false,
      ),
      { stroke: lit(o.colour, 0.6), width: 3, opacity: 0.8 },
    ) +
    place(
      printed(
        settle(
          motif('mountain', {
            ink: mix(o.colour, pigment.cream, 0.7),
            accent: pigment.honey,
            pale: mix(o.colour, pigment.cream, 0.4),
          }),
          0,
          0,
          0.62,
        ),
      ),
      -58,
      -46,
    )
  )
}
