import { pigment as c } from '../illustration/colour'
import type { Thing } from '../illustration/thing'
import { label, type ShelfArt } from './product-art'
import { clayPot, gaiwan, glassOf, infusion, latte, mugOf } from './table-ware'

const toast: Thing = { is: 'bake', bake: { kind: 'toast', crust: '#c98f4e' } }

const honeyJar: Thing = {
  is: 'jar',
  shape: 'hex',
  content: '#d98a1e',
  lid: 'cloth',
  label: label('band', '蜜', '', 'bee'),
}

export const pantryArt: ShelfArt = {
  'pantry-flower-honey': {
    thing: {
      is: 'jar',
      shape: 'round',
      content: '#d98a1e',
      lid: 'cloth',
      label: label('disc', '百花蜜', 'Honey', 'bee'),
    },
    company: [undefined, toast],
  },
  'pantry-linden-honey': {
    thing: {
      is: 'jar',
      shape: 'hex',
      content: '#eed79a',
      lid: 'metal',
      label: label('band', '椴树白蜜', 'Linden', 'bee', { ink: '#6b5426', accent: c.honey }),
    },
    company: [toast],
  },
  'pantry-waxberry-jam': {
    thing: {
      is: 'jar',
      shape: 'hex',
      content: '#9c2838',
      kind: 'jam',
      lid: 'cloth',
      lidColour: c.plum,
      label: label('band', '杨梅酱', 'Waxberry', 'heart', { ink: c.plum, accent: '#b8324a' }),
    },
    beside: ['waxberry'],
    company: [undefined, toast],
  },
  'pantry-rose-jam': {
    thing: {
      is: 'jar',
      shape: 'round',
      content: '#b8506a',
      kind: 'jam',
      lid: 'wood',
      label: label('disc', '玫瑰酱', 'Rose', 'flower', { ink: c.plum, accent: '#c25f6c' }),
    },
    beside: [undefined, 'rose'],
    company: [toast],
  },
  'pantry-osmanthus-syrup': {
    thing: {
      is: 'jar',
      shape: 'syrup',
      content: '#d9a23a',
      lid: 'cork',
      label: label('plaque', '桂花糖露', '', 'flower'),
    },
    beside: ['osmanthus'],
    company: [undefined, latte(c.honey)],
  },
  'pantry-rice-nectar': {
    thing: {
      is: 'jar',
      shape: 'bottle',
      content: '#f0e8d6',
      lid: 'cork',
      label: label('strip', '山泉米露', '', 'wave'),
    },
    company: [gaiwan],
  },
  'pantry-wild-mushrooms': {
    thing: {
      is: 'pouch',
      kraft: true,
      colour: c.kraft,
      label: label('disc', '野生菌', 'Dried', 'mushroom'),
    },
    beside: ['mushroom'],
    company: [undefined, clayPot],
  },
  'pantry-hill-walnuts': {
    thing: {
      is: 'pouch',
      colour: '#8a6a48',
      window: '#b98a54',
      label: label('band', '山核桃', 'Walnuts', 'walnut', { ink: c.roast, accent: '#c0915a' }),
    },
    beside: [undefined, 'walnut'],
    company: [honeyJar],
  },
  'pantry-honey-almonds': {
    thing: {
      is: 'jar',
      shape: 'tall',
      content: '#c08a4e',
      kind: 'pieces',
      pieces: 'almonds',
      lid: 'wood',
      label: label('arch', '蜂蜜巴旦', 'Almonds', 'bee'),
    },
    beside: [undefined, 'almonds'],
    company: [glassOf(infusion.amber)],
  },
  'pantry-hill-jujubes': {
    thing: {
      is: 'pouch',
      colour: '#8e342c',
      label: label('arch', '山里红枣', 'Jujubes', 'sun', { ink: '#6e2620', accent: c.brick }),
    },
    beside: ['jujube'],
    company: [undefined, glassOf(infusion.red)],
  },
  'pantry-brewing-spice': {
    thing: {
      is: 'jar',
      shape: 'vial',
      content: '#8a5a34',
      kind: 'jam',
      lid: 'cork',
      label: label('strip', '煮茶香料', '', 'sun'),
    },
    beside: ['cinnamon', 'orange'],
    company: [undefined, mugOf('#b9835a', c.roast)],
  },
  'pantry-spring-shoots': {
    thing: {
      is: 'pouch',
      colour: '#a9b27a',
      window: '#d9c38a',
      label: label('band', '春笋干', 'Shoots', 'bamboo', { ink: c.pine, accent: c.bamboo }),
    },
    beside: ['bambooShoot'],
    company: [undefined, gaiwan],
  },
}
