import { pigment } from '../illustration/colour'
import type { Thing } from '../illustration/thing'

/** A glass of tea with the colour of its infusion. */
export const glassOf = (infusion: string): Thing => ({
  is: 'drink',
  drink: { vessel: 'teaGlass', layers: [[infusion, 1]] },
})

export const mugOf = (coffee: string, cup: string): Thing => ({
  is: 'drink',
  drink: { vessel: 'mug', layers: [[coffee, 1]], top: 'crema', cup, steam: true },
})

export const latte = (cup: string): Thing => ({
  is: 'drink',
  drink: { vessel: 'bowl', layers: [['#9a6238', 1]], top: 'rosetta', cup },
})

export const gaiwan: Thing = {
  is: 'ware',
  ware: { kind: 'gaiwan', colour: '#eef0e8', motif: 'mountain' },
}
export const clayPot: Thing = {
  is: 'ware',
  ware: { kind: 'teapot', colour: '#9a4f38', motif: 'mountain' },
}
export const snowPot: Thing = {
  is: 'ware',
  ware: { kind: 'teapot', colour: '#e9e4d6', motif: 'flower' },
}
export const jugOf = (infusion: string): Thing => ({
  is: 'ware',
  ware: { kind: 'jug', colour: infusion },
})
export const cups: Thing = {
  is: 'ware',
  ware: { kind: 'cups', colour: '#b9cfc0', motif: 'flower' },
}
export const dripper: Thing = { is: 'ware', ware: { kind: 'dripper', colour: '#f0e6d4' } }
export const kettle: Thing = { is: 'ware', ware: { kind: 'kettle', colour: pigment.steel } }
export const press: Thing = { is: 'ware', ware: { kind: 'press', colour: pigment.steel } }
export const grinder: Thing = { is: 'ware', ware: { kind: 'grinder', colour: pigment.char } }

/** What each tea looks like in the glass. */
export const infusion = {
  green: '#c6b978',
  yellow: '#d6b562',
  amber: '#cf8a35',
  red: '#a94a22',
  dark: '#6e2c18',
} as const
