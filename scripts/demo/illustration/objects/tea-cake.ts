import { dim, lit, pigment } from '../colour'
import { group, place, shape, type Kit } from '../kit'
import { groundShadow } from '../light'
import { labelPrint, type Label } from '../label'
import { ellipse, polygon, smooth } from '../path'

const pressed = (kit: Kit, rx: number, ry: number, colour: string): string =>
  Array.from({ length: 230 }, () => {
    const [a, q] = [kit.random.between(0, 6.28), Math.sqrt(kit.random.next())]
    const [x, y] = [rx * q * Math.cos(a), ry * q * Math.sin(a)]
    const t = kit.random.between(-0.9, 0.9)
    const l = kit.random.between(7, 15)
    return shape(
      smooth([
        [x - l * Math.cos(t), y - l * Math.sin(t) * 0.6],
        [x, y - 3],
        [x + l * Math.cos(t), y + l * Math.sin(t) * 0.6],
      ]),
      {
        stroke: kit.random.pick([
          lit(colour, 0.3),
          lit(colour, 0.16),
          dim(colour, 0.3),
          dim(colour, 0.12),
          '#b99a68',
        ]),
        width: kit.random.between(2.6, 4.6),
      },
    )
  }).join('')

export interface TeaCake {
  wrap: string
  tea: string
  label: Label
  /** also show the bare cake in front */ bare?: boolean
}

/** Pressed tea: the wrapped disc leans on the wall, the bare disc lies before it. */
export const teaCake = (kit: Kit, o: TeaCake): string => {
  const R = 190
  const face = ellipse(0, -R, R, R)
  const pleats = Array.from({ length: 40 }, (_, i) => {
    const a = (i * Math.PI * 2) / 40 + kit.random.between(-0.04, 0.04)
    return shape(
      polygon(
        [
          [Math.cos(a) * R * 0.8, -R + Math.sin(a) * R * 0.8],
          [Math.cos(a + 0.05) * R, -R + Math.sin(a + 0.05) * R],
        ],
        false,
      ),
      { stroke: i % 2 ? dim(o.wrap, 0.25) : lit(o.wrap, 0.5), width: 2, opacity: 0.5 },
    )
  }).join('')
  const wrapped =
    shape(ellipse(34, -R + 12, R * 0.98, R), {
      fill: '#361a14',
      opacity: 0.3,
      filter: kit.blur(18),
    }) +
    shape(ellipse(10, -R + 4, R, R), { fill: dim(o.wrap, 0.3) }) +
    shape(face, { fill: o.wrap }) +
    pleats +
    shape(face, {
      fill: kit.radial(
        [
          [0, '#fff2d6', 0.4],
          [0.55, '#fff2d6', 0.05],
          [0.8, '#361a14', 0.06],
          [1, '#361a14', 0.34],
        ],
        [0.38, 0.34, 0.72],
      ),
    }) +
    shape(ellipse(0, -R, R * 0.76), {
      stroke: o.label.accent ?? pigment.seal,
      width: 4,
      opacity: 0.75,
    }) +
    shape(ellipse(0, -R, R * 0.72), {
      stroke: o.label.accent ?? pigment.seal,
      width: 1.6,
      opacity: 0.7,
    }) +
    group(labelPrint(kit, { ...o.label, style: 'band', paper: o.wrap }, R * 1.12, R * 1.05), {
      transform: `translate(0 ${-R})`,
    })
  const [rx, ry] = [148, 46]
  const bare =
    o.bare === false
      ? ''
      : place(
          groundShadow(kit, rx, { ry: 34 }) +
            shape(ellipse(0, -4, rx, ry), { fill: dim(o.tea, 0.4) }) +
            shape(ellipse(0, -30, rx, ry), { fill: o.tea }) +
            group(pressed(kit, rx, ry, o.tea), {
              transform: 'translate(0 -30)',
              clip: kit.clip(ellipse(0, 0, rx, ry)),
            }) +
            shape(ellipse(0, -30, rx, ry), {
              fill: kit.linear(
                [
                  [0, '#fff2d6', 0.22],
                  [0.6, '#361a14', 0],
                  [1, '#361a14', 0.35],
                ],
                20,
              ),
            }) +
            shape(ellipse(0, -31, 30, 8), {
              fill: dim(o.tea, 0.5),
              opacity: 0.55,
              filter: kit.blur(3),
            }),
          92,
          58,
        )
  return groundShadow(kit, R * 0.8, { ry: 20, y: 2 }) + wrapped + bare
}
