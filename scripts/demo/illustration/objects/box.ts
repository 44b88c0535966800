/** Boxes in three-quarter view: drip-bag boxes, gift boxes, drawers, hampers, bags, cards. */
import { dim, lit, mix, pigment } from '../colour'
import { group, type Kit, place, shape } from '../kit'
import { type Label, label as flatLabel, labelPrint } from '../label'
import { faceLight } from '../light'
import { motif, printed, settle } from '../motif'
import type { Motif } from '../motif-parts'
import { ellipse, type Path, polygon, rect, smooth } from '../path'

export interface Carton {
  w?: number
  h?: number
  d?: number
  colour: string
  label: Label
  ribbon?: string
  pattern?: Motif
  /** label as separate paper */ pasted?: boolean
  /** height of the label's middle, share of the box */ labelAt?: number
}
export const slab = (
  kit: Kit,
  w: number,
  h: number,
  d: number,
  colour: string,
  y = 0,
): { top: Path; front: Path; side: Path; art: string } => {
  const [dx, dy] = [d * 0.62, -d * 0.34]
  const x = -w / 2 - dx / 2
  const front = rect(x, y - h, w, h)
  const side = polygon([
    [x + w, y - h],
    [x + w + dx, y - h + dy],
    [x + w + dx, y + dy],
    [x + w, y],
  ])
  const top = polygon([
    [x, y - h],
    [x + dx, y - h + dy],
    [x + w + dx, y - h + dy],
    [x + w, y - h],
  ])
  const art = [side, top, front]
    .map(
      (p, i) =>
        shape(p, { fill: colour }) +
        faceLight(kit, p, i === 0 ? 'side' : i === 1 ? 'top' : 'front'),
    )
    .join('')
  return { top, front, side, art }
}
export const boxShadow = (kit: Kit, w: number, d: number): string => {
  const dx = d * 0.62
  const p = polygon([
    [-w / 2 - dx / 2 + 6, 3],
    [w / 2 - dx / 2, 5],
    [w / 2 + dx * 1.25, -d * 0.24],
    [w / 2 + dx * 0.6, -d * 0.4],
    [-w / 2, -20],
  ])
  return (
    shape(p, { fill: '#361a14', opacity: 0.36, filter: kit.blur(13) }) +
    shape(
      polygon([
        [-w / 2 - dx / 2, 0],
        [w / 2 - dx / 2, 0],
        [w / 2 + dx / 2, -d * 0.34],
        [w / 2 + dx / 2, -d * 0.3],
        [w / 2 - dx / 2, 8],
        [-w / 2 - dx / 2, 6],
      ]),
      { fill: '#361a14', opacity: 0.5, filter: kit.blur(4) },
    )
  )
}
export const carton = (kit: Kit, o: Carton): string => {
  const { w = 280, h = 300, d = 130, colour, label } = o
  const [dx, dy] = [d * 0.62, -d * 0.34]
  const b = slab(kit, w, h, d, colour)
  const cx = -dx / 2
  const soft = {
    ink: mix(colour, pigment.cream, 0.3),
    accent: mix(colour, pigment.honey, 0.4),
    pale: mix(colour, pigment.cream, 0.2),
  }
  const pattern = o.pattern
    ? group(
        Array.from({ length: 24 }, (_, i) =>
          printed(
            settle(
              motif(o.pattern as Motif, soft),
              cx - w / 2 + 30 + (i % 5) * (w / 4.2) + (Math.floor(i / 5) % 2 ? w / 9 : 0),
              -h + 34 + Math.floor(i / 5) * (h / 4),
              0.44,
            ),
          ),
        ).join(''),
        { clip: kit.clip(b.front) },
      )
    : ''
  const [lw, lh] =
    label.style === 'strip'
      ? [w * 0.28, h * 0.8]
      : label.style === 'disc'
        ? [Math.min(w, h) * 0.66, Math.min(w, h) * 0.66]
        : label.style === 'band'
          ? [w * (o.ribbon ? 0.62 : 0.74), Math.min(h * 0.62, w * 0.5)]
          : [w * 0.62, h * 0.8]
  const print = place(
    o.pasted || o.pattern
      ? flatLabel(kit, label, lw, lh)
      : labelPrint(kit, { ...label, paper: colour }, lw, lh),
    cx - (o.ribbon ? w * 0.09 : 0),
    -h * (o.labelAt ?? 0.5),
  )
  const ribbon = o.ribbon ? ribbonOn(kit, w, h, d, o.ribbon) : ''
  return (
    boxShadow(kit, w, d) +
    b.art +
    pattern +
    print +
    faceLight(kit, b.front, 'front') +
    shape(
      polygon(
        [
          [cx - w / 2, -h],
          [cx + w / 2, -h],
          [cx + w / 2 + dx, -h + dy],
        ],
        false,
      ),
      { stroke: lit(colour, 0.6), width: 2.2, opacity: 0.7 },
    ) +
    shape(
      polygon(
        [
          [cx + w / 2, -h],
          [cx + w / 2, 0],
        ],
        false,
      ),
      { stroke: lit(colour, 0.4), width: 1.6, opacity: 0.5 },
    ) +
    ribbon
  )
}
const ribbonOn = (kit: Kit, w: number, h: number, d: number, c: string): string => {
  const [dx, dy] = [d * 0.62, -d * 0.34]
  const x = -w / 2 - dx / 2 + w * 0.8
  const band = rect(x - 13, -h, 26, h)
  const over = polygon([
    [x - 13, -h],
    [x + 13, -h],
    [x + 13 + dx, -h + dy],
    [x - 13 + dx, -h + dy],
  ])
  const [bx, by] = [x + dx / 2, -h + dy / 2]
  return (
    shape(band, { fill: c }) +
    faceLight(kit, band, 'front') +
    shape(over, { fill: lit(c, 0.2) }) +
    bow(kit, bx, by, 1, c)
  )
}
const bow = (kit: Kit, x: number, y: number, s: number, c: string): string => {
  const loop = (m: 1 | -1): string => {
    const p = smooth(
      [
        [0, 0],
        [m * 22, -38],
        [m * 62, -42],
        [m * 70, -14],
        [m * 34, -2],
      ],
      true,
      0.9,
    )
    return (
      shape(p, {
        fill: kit.linear(
          [
            [0, lit(c, 0.35)],
            [0.5, c],
            [1, dim(c, 0.3)],
          ],
          m > 0 ? 40 : 70,
        ),
      }) +
      shape(
        smooth([
          [m * 6, -4],
          [m * 34, -20],
          [m * 50, -22],
        ]),
        { stroke: dim(c, 0.4), width: 4, opacity: 0.6 },
      )
    )
  }
  const tail = (m: 1 | -1): string =>
    shape(
      polygon([
        [m * 4, 0],
        [m * 52, 44],
        [m * 36, 46],
        [m * 32, 60],
        [m * -4, 8],
      ]),
      { fill: m > 0 ? dim(c, 0.16) : lit(c, 0.08) },
    )
  return place(
    shape(ellipse(12, 6, 60, 14), { fill: '#361a14', opacity: 0.25, filter: kit.blur(6) }) +
      tail(-1) +
      tail(1) +
      loop(-1) +
      loop(1) +
      shape(ellipse(0, -4, 13, 12), {
        fill: kit.radial(
          [
            [0, lit(c, 0.4)],
            [1, dim(c, 0.15)],
          ],
          [0.35, 0.3, 0.8],
        ),
      }),
    x,
    y,
    s,
  )
}
