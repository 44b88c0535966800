import { dim, lit, mix, pigment } from '../colour'
import { group, shape, type Kit } from '../kit'
import { outline, patch, TILT, type Profile } from '../lathe'
import { disc, fallShade, gloss, groundShadow, rim, roundShade, solid } from '../light'
import { labelPaper, labelPrint, type Label } from '../label'
import { ellipse } from '../path'
import { motif, printed, settle } from '../motif'

export interface Tin {
  r?: number
  h?: number
  colour: string
  lid?: string
  label: Label
  /** pattern of repeated motifs on the body */ sprinkle?: boolean
  metal?: boolean
}

/** Printed steel tin with a slip lid and a wrapped label. */
export const tin = (kit: Kit, o: Tin): string => {
  const { r = 118, h = 300, colour, label } = o
  const lid = o.lid ?? (o.metal ? pigment.steel : dim(colour, 0.22))
  const lidH = Math.min(70, h * 0.2)
  const body: Profile = [
    [0, r * 0.97, 1],
    [5, r, 1],
    [h - lidH, r, 1],
  ]
  const cap: Profile = [
    [h - lidH, r + 4, 1],
    [h - 8, r + 4, 1],
    [h, r - 3, 1],
  ]
  const wide =
    label.style === 'band' || label.style === 'disc' ? 62 : label.style === 'strip' ? 26 : 48
  const [l0, l1] = label.style === 'band' ? [h * 0.14, h * 0.62] : [h * 0.1, h * 0.7]
  const labelW = 2 * r * Math.sin((wide * Math.PI) / 180)
  const mid = -(l0 + l1) / 2 + r * TILT
  const paper = labelPaper(label)
  const dots = o.sprinkle
    ? Array.from({ length: 21 }, (_, i) => {
        const a = ((i % 7) - 3) * 26 + (Math.floor(i / 7) % 2 ? 13 : 0)
        const x = r * Math.sin((a * Math.PI) / 180)
        return printed(
          settle(
            motif(label.motif, {
              ink: lit(colour, 0.3),
              accent: lit(colour, 0.45),
              pale: lit(colour, 0.2),
            }),
            x,
            -h * 0.12 - Math.floor(i / 7) * h * 0.25 + r * TILT * Math.cos((a * Math.PI) / 180),
            0.42,
          ),
        )
      }).join('')
    : ''
  const bands =
    shape(patch(body, h - lidH - 26, h - lidH - 20), { fill: mix(colour, pigment.honey, 0.6) }) +
    shape(patch(body, 12, 17), { fill: mix(colour, pigment.honey, 0.6) })
  const art =
    dots +
    bands +
    shape(patch(body, l0 - 3, l1 + 3, wide + 1), { fill: dim(colour, 0.35), opacity: 0.5 }) +
    shape(patch(body, l0, l1, wide), { fill: paper }) +
    group(labelPrint(kit, label, labelW, l1 - l0), { transform: `translate(0 ${mid})` })
  return (
    groundShadow(kit, r) +
    solid(kit, body, colour, art) +
    gloss(kit, body, 14, h - lidH - 2, o.metal ? 0.8 : 0.5) +
    shape(patch(body, h - lidH - 12, h - lidH), { fill: '#2a1218', opacity: 0.26 }) +
    shape(outline(cap), { fill: lid }) +
    roundShade(kit, outline(cap), r, 1) +
    fallShade(kit, outline(cap), 0.6) +
    gloss(kit, cap, h - lidH + 3, h - 12, 0.9) +
    disc(kit, -h, r - 3, lit(lid, 0.26), { shade: 0.1 }) +
    disc(kit, -h - 1, r - 17, lit(lid, 0.2), { shade: 0.06 }) +
    shape(ellipse(0, -h, r - 16, (r - 16) * TILT), {
      stroke: dim(lid, 0.2),
      width: 1.6,
      opacity: 0.5,
    }) +
    rim(kit, -h, r - 4, { width: 2.5 })
  )
}
