import { num, toD, type Path } from './path'
import { random, type Random } from './random'

/** One gradient stop: offset 0..1, colour, opacity. */
type Stop = readonly [number, string, number?]
export type Box = readonly [number, number, number, number]

/** Collects the definitions of one picture. Drawing functions take a kit and return markup. */
export interface Kit {
  readonly random: Random
  /** registers a definition once; markup receives its id */
  def(markup: (id: string) => string): string
  /** gradient paint; box given: user space x1 y1 x2 y2, else the filled shape's own box */
  linear(stops: readonly Stop[], angle?: number, box?: Box): string
  radial(stops: readonly Stop[], centre?: readonly [number, number, number]): string
  blur(deviation: number): string
  clip(path: Path | string): string
  defs(): string
}

const stopMarkup = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([o, c, a]) =>
        `<stop offset="${num(o * 100)}%" stop-color="${c}"${a === undefined ? '' : ` stop-opacity="${a}"`}/>`,
    )
    .join('')

export const createKit = (seed: string): Kit => {
  const byMarkup = new Map<string, string>()
  const list: string[] = []
  const def = (markup: (id: string) => string): string => {
    const key = markup('')
    const known = byMarkup.get(key)
    if (known) return known
    const id = `y${list.length}`
    byMarkup.set(key, id)
    list.push(markup(id))
    return id
  }
  return {
    random: random(seed),
    def,
    linear: (stops, angle = 0, box) => {
      const a = (angle * Math.PI) / 180
      const [x, y] = [Math.cos(a) / 2, Math.sin(a) / 2]
      const span: Box = box ?? [0.5 - x, 0.5 - y, 0.5 + x, 0.5 + y]
      const units = box ? ' gradientUnits="userSpaceOnUse"' : ''
      const f = (n: number): string => String(Math.round(n * 1000) / 1000)
      return `url(#${def((id) => `<linearGradient id="${id}"${units} x1="${f(span[0])}" y1="${f(span[1])}" x2="${f(span[2])}" y2="${f(span[3])}">${stopMarkup(stops)}</linearGradient>`)})`
    },
    radial: (stops, [cx, cy, r] = [0.5, 0.5, 0.5]) =>
      `url(#${def((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopMarkup(stops)}</radialGradient>`)})`,
    blur: (sd) =>
      `url(#${def((id) => `<filter id="${id}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${num(sd)}"/></filter>`)})`,
    clip: (path) =>
      `url(#${def((id) => `<clipPath id="${id}"><path d="${typeof path === 'string' ? path : toD(path)}"/></clipPath>`)})`,
    defs: () => list.join(''),
  }
}

export interface Ink {
  fill?: string
  stroke?: string
  width?: number
  opacity?: number
  filter?: string
  clip?: string
}
const attrs = (o: Ink): string =>
  ` fill="${o.fill ?? 'none'}"` +
  (o.stroke
    ? ` stroke="${o.stroke}" stroke-width="${num(o.width ?? 2)}" stroke-linecap="round" stroke-linejoin="round"`
    : '') +
  (o.opacity === undefined ? '' : ` opacity="${Math.round(o.opacity * 100) / 100}"`) +
  (o.filter ? ` filter="${o.filter}"` : '') +
  (o.clip ? ` clip-path="${o.clip}"` : '')

/** The one element everything is drawn with. */
export const shape = (path: Path | string, ink: Ink): string =>
  `<path d="${typeof path === 'string' ? path : toD(path)}"${attrs(ink)}/>`

export const group = (
  content: string,
  o: { clip?: string; opacity?: number; filter?: string; transform?: string } = {},
): string =>
  `<g${o.transform ? ` transform="${o.transform}"` : ''}${o.clip ? ` clip-path="${o.clip}"` : ''}${o.opacity === undefined ? '' : ` opacity="${o.opacity}"`}${o.filter ? ` filter="${o.filter}"` : ''}>${content}</g>`

/** Put a drawing whose base centre is the origin somewhere on the table. */
export const place = (content: string, x: number, y: number, scale = 1, turn = 0): string =>
  group(content, {
    transform: `translate(${num(x)} ${num(y)})${scale === 1 ? '' : ` scale(${Math.round(scale * 1000) / 1000})`}${turn ? ` rotate(${num(turn)})` : ''}`,
  })

/** One svg element around the content, with the kit's definitions; `view` shows a part of it. */
export const svg = (
  kit: Kit,
  width: number,
  height: number,
  content: string,
  view: Box = [0, 0, width, height],
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.join(' ')}" width="${width}" height="${height}"><defs>${kit.defs()}</defs>${content}</svg>`
