/** The label family: five layouts that any package can carry. */
import { alpha, inkOn, lit, mix, pigment } from './colour'
import { group, shape, type Kit } from './kit'
import { column, line, seal } from './lettering'
import { ellipse, polygon, rect } from './path'
import { motif, printed, settle } from './motif'
import { type Motif, type MotifInk } from './motif-parts'

export type LabelStyle = 'plaque' | 'band' | 'arch' | 'disc' | 'strip'

export interface Label {
  style: LabelStyle
  /** 2 to 5 characters read best */
  name: string
  /** small Latin line */
  sub?: string
  motif: Motif
  paper?: string
  ink?: string
  accent?: string
}

const inks = (l: Label): { paper: string; ink: string; accent: string; motif: MotifInk } => {
  const paper = l.paper ?? pigment.paper
  const ink = l.ink ?? inkOn(paper)
  const accent = l.accent ?? pigment.clay
  return { paper, ink, accent, motif: { ink, accent, pale: mix(paper, accent, 0.42) } }
}

const small = (words: string | undefined, y: number, w: number, fill: string, max = 99): string => {
  if (!words) return ''
  const size = Math.min(w * 0.075, (w * 1.12) / Math.max(8, words.length), max)
  return line(words.toUpperCase(), 0, y, {
    size,
    face: 'sans',
    fill,
    space: size * 0.16,
    opacity: 0.82,
  })
}

/** Size that lets a horizontal name fill `w`. */
const fit = (name: string, w: number, max: number): number =>
  Math.min(max, w / ([...name].length * 1.12))

const landscape = (kit: Kit, w: number, h: number, l: Label): string => {
  const c = inks(l)
  const arch = `M${-w / 2} ${h / 2}V${-h / 2 + w / 2}A${w / 2} ${w / 2} 0 0 1 ${w / 2} ${-h / 2 + w / 2}V${h / 2}Z`
  return (
    shape(arch, { fill: mix(c.paper, c.accent, 0.24) }) +
    group(
      shape(ellipse(w * 0.16, -h * 0.12, w * 0.17), { fill: c.accent }) +
        shape(
          polygon([
            [-w, h],
            [-w * 0.34, -h * 0.06],
            [-w * 0.1, h * 0.14],
            [w * 0.1, h * 0.02],
            [w, h],
          ]),
          { fill: mix(c.ink, c.paper, 0.45) },
        ) +
        shape(
          polygon([
            [-w, h],
            [-w * 0.1, h * 0.24],
            [w * 0.22, h * 0.08],
            [w, h],
          ]),
          { fill: c.ink },
        ),
      { clip: kit.clip(arch) },
    ) +
    shape(arch, { stroke: c.ink, width: w * 0.02 })
  )
}

/** Everything on the label but its ground; centred on the origin. */
export const labelPrint = (kit: Kit, l: Label, w: number, h: number): string => {
  const c = inks(l)
  const frame = (inset: number, width: number): string =>
    shape(rect(-w / 2 + inset, -h / 2 + inset, w - inset * 2, h - inset * 2, inset * 0.5), {
      stroke: c.ink,
      width,
      opacity: 0.55,
    })
  const n = [...l.name].length
  switch (l.style) {
    case 'plaque': {
      const size = Math.min(w * 0.4, (h * 0.66) / (n * 1.1))
      const top = -h / 2 + h * 0.1
      return (
        frame(w * 0.055, w * 0.012) +
        column(l.name, 0, top, { size, fill: c.ink, step: 1.1 }) +
        seal(0, h / 2 - h * 0.145, Math.min(w * 0.22, h * 0.13))
      )
    }
    case 'band': {
      const size = fit(l.name, w * 0.86, h * 0.3)
      return (
        printed(settle(motif(l.motif, c.motif), 0, -h * 0.23, (h * 0.4) / 100)) +
        line(l.name, 0, h * 0.22, { size, fill: c.ink, space: size * 0.06 }) +
        small(l.sub, h * 0.41, w * 0.92, c.ink, h * 0.1)
      )
    }
    case 'arch': {
      const size = fit(l.name, w * 0.84, h * 0.17)
      return (
        group(landscape(kit, w * 0.72, h * 0.54, l), { transform: `translate(0 ${-h * 0.17})` }) +
        line(l.name, 0, h * 0.29, { size, fill: c.ink, space: size * 0.06 }) +
        small(l.sub, h * 0.41, w, c.ink)
      )
    }
    case 'disc': {
      const r = Math.min(w, h) * 0.5
      const size = fit(l.name, r * 1.45, r * 0.44)
      return (
        shape(ellipse(0, 0, r * 0.92), { stroke: c.ink, width: r * 0.022, opacity: 0.6 }) +
        printed(settle(motif(l.motif, c.motif), 0, -r * 0.3, (r * 0.86) / 100)) +
        line(l.name, 0, r * 0.4, { size, fill: c.ink }) +
        small(l.sub, r * 0.62, r * 1.4, c.ink)
      )
    }
    case 'strip': {
      const sealRoom = w * 0.64
      const size = Math.min(w * 0.62, (h * 0.88 - sealRoom) / (n * 1.08))
      return (
        column(l.name, 0, -h / 2 + h * 0.09, { size, fill: c.ink, step: 1.08 }) +
        seal(0, h / 2 - w * 0.4, w * 0.42)
      )
    }
  }
}

/** A flat label with its own paper. */
export const label = (kit: Kit, l: Label, w: number, h: number): string => {
  const c = inks(l)
  const ground =
    l.style === 'disc'
      ? ellipse(0, 0, Math.min(w, h) / 2)
      : rect(-w / 2, -h / 2, w, h, Math.min(w, h) * 0.025)
  return (
    shape(ground, { fill: alpha(pigment.ink, 0.25), filter: kit.blur(3) }) +
    shape(ground, {
      fill: kit.linear(
        [
          [0, lit(c.paper, 0.25)],
          [1, c.paper],
        ],
        60,
      ),
    }) +
    labelPrint(kit, l, w, h)
  )
}

export const labelPaper = (l: Label): string => inks(l).paper
