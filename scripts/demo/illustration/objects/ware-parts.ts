/** Tubes, knobs and printed decoration of ware. */
import { dim, lit, mix, pigment } from '../colour'
import { type Kit, shape } from '../kit'
import type { Profile } from '../lathe'
import { solid } from '../light'
import { motif, printed, settle } from '../motif'
import type { Motif, MotifInk } from '../motif-parts'
import { ellipse, type Path, type Point, smooth } from '../path'

const inkOf = (c: string): MotifInk => ({
  ink: mix(c, pigment.cream, 0.66),
  accent: pigment.honey,
  pale: mix(c, pigment.cream, 0.34),
})
const darkInk = (c: string): MotifInk => ({
  ink: mix(c, pigment.indigo, 0.7),
  accent: pigment.clay,
  pale: mix(c, pigment.indigo, 0.32),
})
export const art = (c: string, m: Motif | undefined, y: number, size: number): string =>
  m
    ? printed(
        settle(
          motif(m, Number.parseInt(c.slice(3, 5), 16) > 150 ? darkInk(c) : inkOf(c)),
          0,
          y,
          size,
        ),
      )
    : ''
/** A bent tube: spouts and handles, with the house light along it. */
export const tube = (pts: readonly Point[], width: number, c: string): string => {
  const p = smooth(pts)
  const off = (d: number): Path => smooth(pts.map(([x, y]) => [x - d * 0.6, y - d] as const))
  return (
    shape(p, { stroke: dim(c, 0.34), width }) +
    shape(off(width * 0.08), { stroke: c, width: width * 0.72 }) +
    shape(off(width * 0.2), { stroke: lit(c, 0.5), width: width * 0.18, opacity: 0.8 })
  )
}
export const knob = (kit: Kit, y: number, r: number, c: string): string => {
  const p: Profile = [
    [y, r * 0.5, 1],
    [y + r * 0.5, r * 0.62],
    [y + r * 1.1, r],
    [y + r * 1.7, r * 0.7],
    [y + r * 1.9, r * 0.2, 1],
  ]
  return (
    solid(kit, p, c) +
    shape(ellipse(-r * 0.34, -y - r * 1.3, r * 0.22, r * 0.14), { fill: '#ffffff', opacity: 0.7 })
  )
}
