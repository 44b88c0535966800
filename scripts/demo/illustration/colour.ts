/** Palette and colour arithmetic. Everything in the system is mixed from these few pigments. */
export const pigment = {
  paper: '#F8F0E1',
  cream: '#F6E9D0',
  milk: '#FCF6EA',
  ink: '#33261F',
  night: '#1E2A33',
  pine: '#2F4B40',
  tea: '#5E7B4F',
  sage: '#9BAE7F',
  matcha: '#B4C16E',
  bamboo: '#86984F',
  mist: '#A9BDBB',
  celadon: '#B9CFC0',
  lake: '#5D8089',
  indigo: '#35506B',
  clay: '#C4663F',
  brick: '#A4452F',
  seal: '#B8322A',
  rose: '#DB938A',
  plum: '#7A3B4A',
  peach: '#F0B48C',
  honey: '#E3A33C',
  amber: '#C97B24',
  straw: '#E9CB84',
  kraft: '#C9A373',
  wood: '#A87449',
  roast: '#4B2E21',
  cocoa: '#77503A',
  steel: '#A7ABA8',
  stone: '#8B8178',
  char: '#403A38',
} as const
type Rgb = readonly [number, number, number]

const parse = (hex: string): Rgb => {
  const n = Number.parseInt(hex.slice(1, 7), 16)
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255]
}
const two = (n: number): string =>
  Math.max(0, Math.min(255, Math.round(n)))
    .toString(16)
    .padStart(2, '0')

/** Blend of two hex colours; t = 0 gives a, t = 1 gives b. */
export const mix = (a: string, b: string, t: number): string => {
  const p = parse(a)
  const q = parse(b)
  return `#${two(p[0] + (q[0] - p[0]) * t)}${two(p[1] + (q[1] - p[1]) * t)}${two(p[2] + (q[2] - p[2]) * t)}`
}

const WARM_LIGHT = '#FFF3DA'
const COOL_SHADE = '#2B1617'

/** Lighter towards warm paper light. */
export const lit = (c: string, t = 0.3): string => mix(c, WARM_LIGHT, t)
/** Darker towards warm umber, never towards black. */
export const dim = (c: string, t = 0.3): string => mix(c, COOL_SHADE, t)
/** `#rrggbb` with an alpha. */
export const alpha = (c: string, a: number): string => {
  const p = parse(c)
  return `rgba(${p[0]},${p[1]},${p[2]},${Math.round(a * 1000) / 1000})`
}
/** Perceived lightness 0..1. */
export const luma = (c: string): number => {
  const p = parse(c)
  return (0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2]) / 255
}
/** A readable ink for lettering on the given ground. */
export const inkOn = (ground: string): string => (luma(ground) > 0.55 ? pigment.ink : pigment.cream)
