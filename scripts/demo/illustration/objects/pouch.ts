import { dim, lit, mix, pigment } from '../colour'
import { group, shape, type Kit } from '../kit'
import { groundShadow } from '../light'
import { label as flatLabel, labelPrint, type Label } from '../label'
import { ellipse, polygon, rect, smooth, type Path } from '../path'

export interface Pouch {
  w?: number
  h?: number
  colour: string
  label: Label
  kind?: 'standup' | 'coffee' | 'flat'
  /** label printed straight on the bag */ direct?: boolean
  kraft?: boolean
  window?: string
}

const sheet = (w: number, h: number, belly: number): Path => [
  ['M', -w / 2 + 4, -h],
  ['L', w / 2 - 4, -h],
  ['C', w / 2 + 1, -h * 0.8, w / 2 + belly, -h * 0.45, w / 2 + belly * 0.4, -8],
  ['C', w / 2, 8, w * 0.2, 20, 0, 20],
  ['C', -w * 0.2, 20, -w / 2, 8, -w / 2 - belly * 0.4, -8],
  ['C', -w / 2 - belly, -h * 0.45, -w / 2 - 1, -h * 0.8, -w / 2 + 4, -h],
  ['Z'],
]

const crease = (kit: Kit, path: Path, dark: boolean, width: number, opacity: number): string =>
  shape(path, {
    stroke: dark ? '#2a1218' : '#fff6e4',
    width,
    opacity,
    filter: kit.blur(width * 0.35),
  })

/** Stand-up pouch, folded coffee bag with tin tie, or flat sachet. */
export const pouch = (kit: Kit, o: Pouch): string => {
  const { w = 290, h = 400, colour, label, kind = 'standup' } = o
  const body = sheet(w, h, kind === 'flat' ? 2 : 12)
  const clip = kit.clip(body)
  const sealH = kind === 'coffee' ? 0 : 40
  const light =
    shape(body, {
      fill: kit.linear([
        [0, '#32151c', 0.3],
        [0.06, '#fff2d6', 0.3],
        [0.2, '#fff2d6', 0.36],
        [0.5, '#fff2d6', 0],
        [0.74, '#32151c', 0.14],
        [0.93, '#32151c', 0.42],
        [1, '#32151c', 0.22],
      ]),
    }) +
    shape(body, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.1],
          [0.45, '#fff2d6', 0],
          [0.82, '#32151c', 0.06],
          [1, '#32151c', 0.34],
        ],
        90,
      ),
    })
  const fibres = o.kraft
    ? Array.from({ length: 90 }, () => {
        const [x, y] = [kit.random.between(-w / 2, w / 2), kit.random.between(-h, 10)]
        const l = kit.random.between(4, 14)
        return shape(
          polygon(
            [
              [x, y],
              [x + l, y + kit.random.between(-4, 4)],
            ],
            false,
          ),
          {
            stroke: kit.random.next() > 0.5 ? dim(colour, 0.35) : lit(colour, 0.4),
            width: 1.1,
            opacity: 0.4,
          },
        )
      }).join('')
    : ''
  const folds =
    crease(
      kit,
      smooth([
        [-w * 0.47, -h * 0.2],
        [-w * 0.4, -h * 0.08],
        [-w * 0.3, 6],
      ]),
      true,
      5,
      0.22,
    ) +
    crease(
      kit,
      smooth([
        [w * 0.47, -h * 0.24],
        [w * 0.39, -h * 0.1],
        [w * 0.28, 8],
      ]),
      true,
      6,
      0.3,
    ) +
    crease(
      kit,
      smooth([
        [-w * 0.36, -h * 0.9],
        [-w * 0.4, -h * 0.66],
        [-w * 0.36, -h * 0.4],
      ]),
      false,
      7,
      0.4,
    ) +
    crease(
      kit,
      smooth([
        [w * 0.4, -h * 0.88],
        [w * 0.42, -h * 0.6],
        [w * 0.45, -h * 0.44],
      ]),
      false,
      4,
      0.25,
    ) +
    crease(
      kit,
      smooth([
        [-w * 0.42, -16],
        [0, 4],
        [w * 0.42, -16],
      ]),
      true,
      4,
      0.2,
    )
  const top =
    kind === 'coffee'
      ? coffeeTop(kit, w, h, colour)
      : shape(rect(-w / 2, -h, w, sealH), { fill: dim(colour, 0.16) }) +
        Array.from({ length: 9 }, (_, i) =>
          shape(
            polygon(
              [
                [-w / 2, -h + 4 + i * 4],
                [w / 2, -h + 4 + i * 4],
              ],
              false,
            ),
            { stroke: i % 2 ? lit(colour, 0.3) : dim(colour, 0.3), width: 1.2, opacity: 0.5 },
          ),
        ).join('') +
        shape(
          polygon(
            [
              [-w / 2, -h + sealH],
              [w / 2, -h + sealH],
            ],
            false,
          ),
          { stroke: lit(colour, 0.35), width: 2.4, opacity: 0.7 },
        ) +
        shape(
          polygon(
            [
              [-w / 2, -h + sealH + 15],
              [w / 2, -h + sealH + 15],
            ],
            false,
          ),
          { stroke: dim(colour, 0.3), width: 1.8, opacity: 0.5 },
        )
  const lw = w * (label.style === 'strip' ? 0.3 : 0.66)
  const lh = label.style === 'disc' ? lw : label.style === 'band' ? h * 0.4 : h * 0.58
  const cy = kind === 'coffee' ? -h * 0.37 : -h * 0.42
  const print = group(
    o.direct
      ? labelPrint(kit, { ...label, paper: colour }, lw * 1.12, lh)
      : flatLabel(kit, label, lw, lh),
    {
      transform: `translate(0 ${cy})`,
    },
  )
  const pane = o.window
    ? shape(ellipse(0, -h * 0.14, w * 0.24, h * 0.07), { fill: o.window }) +
      speckle(kit, w * 0.24, h * 0.07, -h * 0.14, o.window)
    : ''
  const valve =
    kind === 'coffee'
      ? shape(ellipse(0, -h * 0.735, 10), { fill: dim(colour, 0.3) }) +
        shape(ellipse(-1, -h * 0.737, 7), { fill: mix(colour, pigment.steel, 0.5) }) +
        shape(ellipse(0, -h * 0.735, 2), { fill: pigment.ink })
      : ''
  return (
    groundShadow(kit, w * 0.48, { y: 4, ry: w * 0.08 }) +
    shape(body, { fill: colour }) +
    group(fibres + pane + print + valve, { clip }) +
    light +
    group(folds + (kind === 'coffee' ? '' : top), { clip }) +
    (kind === 'coffee' ? top : '')
  )
}

const speckle = (kit: Kit, rx: number, ry: number, y: number, colour: string): string =>
  Array.from({ length: 46 }, () => {
    const a = kit.random.between(0, 6.28)
    const q = Math.sqrt(kit.random.next())
    return shape(
      ellipse(
        rx * q * 0.95 * Math.cos(a),
        y + ry * q * 0.9 * Math.sin(a),
        kit.random.between(4, 8),
        kit.random.between(2, 4),
      ),
      {
        fill: kit.random.next() > 0.5 ? dim(colour, 0.3) : lit(colour, 0.25),
      },
    )
  }).join('')

/** Rolled top held by a tin tie. */
const coffeeTop = (kit: Kit, w: number, h: number, colour: string): string => {
  const y = -h - 4
  const roll = rect(-w / 2 - 2, y, w + 4, 46, 9)
  return (
    shape(rect(-w / 2 + 2, y + 40, w - 4, 18), {
      fill: '#2a1218',
      opacity: 0.28,
      filter: kit.blur(6),
    }) +
    shape(roll, { fill: lit(colour, 0.06) }) +
    shape(roll, {
      fill: kit.linear(
        [
          [0, '#fff2d6', 0.45],
          [0.4, '#fff2d6', 0.05],
          [0.7, '#32151c', 0.12],
          [1, '#32151c', 0.36],
        ],
        84,
      ),
    }) +
    shape(rect(-w / 2 - 12, y + 13, w + 24, 17, 5), { fill: pigment.straw }) +
    shape(rect(-w / 2 - 12, y + 13, w + 24, 17, 5), {
      fill: kit.linear(
        [
          [0, '#ffffff', 0.5],
          [0.5, '#ffffff', 0],
          [1, '#32151c', 0.4],
        ],
        80,
      ),
    })
  )
}
