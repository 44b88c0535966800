import { pigment as c } from '../illustration/colour'
import type { Snack } from '../illustration/objects/snack'
import type { Thing } from '../illustration/thing'
import { label, type ShelfArt } from './product-art'
import { clayPot, gaiwan, glassOf, infusion, latte, mugOf } from './table-ware'

const of = (snack: Snack): Thing => ({ is: 'snack', snack })

export const snackArt: ShelfArt = {
  'snack-qingtuan': {
    thing: of({ kind: 'mochi', colour: '#7f9a4e', filling: '#4a2a24' }),
    beside: [undefined, 'teaSprig'],
    company: [undefined, glassOf(infusion.green)],
  },
  'snack-rose-pastry': {
    thing: of({ kind: 'pastry', colour: '#ecd3a2', filling: '#b5525f', motif: 'flower' }),
    beside: [undefined, 'rose'],
    company: [undefined, gaiwan],
  },
  'snack-five-nut-cake': {
    thing: of({ kind: 'mooncake', colour: '#c98237', filling: '#8a5a30', motif: 'flower' }),
    beside: ['almonds'],
    company: [undefined, clayPot],
  },
  'snack-lotus-yolk': {
    thing: of({ kind: 'mooncake', colour: '#b5692c', filling: '#d9a558', motif: 'rabbit' }),
    company: [glassOf(infusion.dark)],
  },
  'snack-three-mochi': {
    thing: of({ kind: 'mochi', colour: '#b9c587', filling: '#e6b3ad' }),
    company: [undefined, latte('#f4ead8')],
  },
  'snack-tea-cookies': {
    thing: { is: 'bake', bake: { kind: 'cookie', crust: '#c99356', topping: 'almonds' } },
    beside: [undefined, 'blackTea'],
    company: [
      {
        is: 'tin',
        r: 120,
        h: 190,
        colour: c.brick,
        lid: c.straw,
        label: label('disc', '茶香曲奇', 'Cookies', 'leaf'),
      },
    ],
  },
  'snack-almond-brittle': {
    thing: of({ kind: 'brittle', colour: '#d18a2c' }),
    beside: ['almonds'],
    company: [undefined, mugOf('#4b2e21', '#f4ead8')],
  },
  'snack-walnut-crunch': {
    thing: of({ kind: 'brittle', colour: '#9a5a26', nut: 'walnut' }),
    beside: [undefined, 'walnut'],
    company: [mugOf('#4b2e21', c.clay)],
  },
  'snack-snow-nougat': {
    thing: of({ kind: 'nougat', colour: '#f3e3c8', filling: '#b98045' }),
    company: [undefined, latte(c.lake)],
  },
  'snack-persimmon-crisps': {
    thing: of({ kind: 'crisps', colour: '#d98b35' }),
    beside: [undefined, 'persimmon'],
    company: [glassOf(infusion.red)],
  },
  'snack-fire-persimmons': {
    thing: of({ kind: 'fruit', colour: '#d98b35', nut: 'persimmon' }),
    company: [undefined, gaiwan],
  },
  'snack-roast-chestnuts': {
    thing: of({ kind: 'fruit', colour: '#7d4526', nut: 'chestnut', board: true }),
    company: [undefined, glassOf(infusion.amber)],
  },
}
