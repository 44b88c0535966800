import { pigment as c } from '../illustration/colour'
import type { Thing } from '../illustration/thing'
import type { WareKind } from '../illustration/objects/ware'
import { label, type ShelfArt } from './product-art'
import { cups, gaiwan, glassOf, infusion, mugOf } from './table-ware'

const of = (kind: WareKind, colour: string, more: object = {}): Thing => ({
  is: 'ware',
  ware: { kind, colour, ...more },
})

const glazes = { snow: '#efe9da', celadon: '#b3cbbb', clay: '#a8573a', pine: '#3f5f52' }
const teaTin: Thing = {
  is: 'tin',
  r: 104,
  h: 230,
  colour: c.pine,
  label: label('plaque', '雾尖', '', 'leaf'),
}
const beanBag: Thing = {
  is: 'pouch',
  kind: 'coffee',
  kraft: true,
  colour: c.kraft,
  label: label('plaque', '云岭小粒', '', 'bean'),
}

export const wareArt: ShelfArt = {
  'ware-clay-teapot': {
    thing: of('teapot', glazes.clay, { motif: 'mountain' }),
    company: [undefined, cups],
    glazes,
  },
  'ware-hills-gaiwan': {
    thing: of('gaiwan', '#eef0e8', { motif: 'mountain' }),
    beside: ['greenTea'],
    company: [teaTin],
  },
  'ware-dew-jug': { thing: of('jug', c.amber), company: [undefined, gaiwan] },
  'ware-tasting-cups': {
    thing: of('cups', glazes.celadon, { motif: 'flower' }),
    beside: ['teaSprig'],
    company: [undefined, of('teapot', '#9a4f38', { motif: 'mountain' })],
  },
  'ware-ridge-dripper': {
    thing: of('dripper', glazes.snow),
    beside: ['beans'],
    company: [undefined, beanBag],
    glazes,
  },
  'ware-gooseneck-kettle': {
    thing: of('kettle', c.steel),
    company: [undefined, of('dripper', glazes.snow)],
  },
  'ware-pine-thermos': { thing: of('thermos', c.pine), company: [teaTin] },
  'ware-walking-tumbler': {
    thing: of('tumbler', glazes.clay),
    company: [undefined, beanBag],
    glazes,
  },
  'ware-lid-canister': {
    thing: of('canister', glazes.snow),
    beside: ['oolong'],
    company: [undefined, glassOf(infusion.amber)],
    glazes,
  },
  'ware-bamboo-tray': { thing: of('tray', '#7b5233') },
  'ware-french-press': {
    thing: of('press', c.steel),
    beside: ['beans'],
    company: [undefined, mugOf('#4b2e21', glazes.snow)],
  },
  'ware-hand-grinder': {
    thing: of('grinder', c.char),
    beside: ['beans'],
    company: [beanBag],
  },
}
