import { pigment as c } from '../illustration/colour'
import { label, type ShelfArt } from './product-art'
import { clayPot, cups, gaiwan, glassOf, infusion, jugOf } from './table-ware'

export const teaArt: ShelfArt = {
  'tea-cloud-tip': {
    thing: { is: 'tin', colour: c.pine, label: label('plaque', '云山雾尖', '', 'leaf') },
    beside: ['greenTea', 'teaSprig'],
    company: [undefined, glassOf(infusion.green)],
  },
  'tea-halfway-maofeng': {
    thing: {
      is: 'pouch',
      colour: '#c8d3a6',
      label: label('arch', '半山毛峰', 'Maofeng', 'leaf', { ink: c.pine, accent: c.tea }),
    },
    beside: ['greenTea'],
    company: [undefined, gaiwan],
  },
  'tea-guyu-green': {
    thing: {
      is: 'tin',
      r: 126,
      h: 240,
      colour: '#7c9455',
      lid: '#4f6638',
      label: label('band', '谷雨青', 'Guyu green', 'mountain', { ink: c.pine, accent: c.honey }),
    },
    beside: [undefined, 'teaSprig'],
    company: [glassOf(infusion.green)],
  },
  'tea-mist-needle': {
    thing: {
      is: 'tin',
      r: 104,
      h: 320,
      colour: '#4f6396',
      lid: '#35507a',
      label: label('plaque', '雾里云针', '', 'cloud'),
    },
    beside: ['greenTea'],
  },
  'tea-garden-daily': {
    thing: {
      is: 'pouch',
      kraft: true,
      colour: c.kraft,
      label: label('disc', '口粮茶', 'Every day', 'mountain', { ink: c.pine, accent: c.clay }),
    },
    beside: ['greenTea'],
    company: [undefined, glassOf(infusion.yellow)],
  },
  'tea-wild-black': {
    thing: { is: 'tin', colour: c.brick, label: label('plaque', '野放红茶', '', 'mountain') },
    beside: [undefined, 'blackTea'],
    company: [jugOf(infusion.red)],
  },
  'tea-orchid-dancong': {
    thing: {
      is: 'carton',
      w: 230,
      h: 310,
      d: 120,
      colour: c.plum,
      label: label('strip', '兰香单丛', '', 'flower'),
    },
    beside: ['oolong'],
    company: [undefined, gaiwan],
  },
  'tea-high-oolong': {
    thing: {
      is: 'pouch',
      colour: c.lake,
      label: label('band', '高山乌龙', 'Oolong', 'cloud', { ink: c.indigo, accent: c.lake }),
    },
    beside: [undefined, 'oolong'],
    company: [cups],
  },
  'tea-raw-puer': {
    thing: {
      is: 'teaCake',
      wrap: '#efe2c6',
      tea: '#4f4a2c',
      label: label('band', '古树生普', 'Raw pu-erh', 'leaf', { ink: c.pine, accent: c.seal }),
    },
    company: [undefined, jugOf(infusion.amber)],
  },
  'tea-ripe-puer': {
    thing: {
      is: 'teaCake',
      wrap: '#d9b98c',
      tea: '#38231a',
      label: label('band', '陈年熟普', 'Ripe pu-erh', 'moon', { ink: c.roast, accent: c.brick }),
    },
    company: [undefined, clayPot],
  },
  'tea-white-cake': {
    thing: {
      is: 'teaCake',
      wrap: '#eef0e2',
      tea: '#8b8a62',
      label: label('band', '古树白茶', 'White tea', 'mountain', {
        ink: '#4c5a45',
        accent: c.bamboo,
      }),
    },
    company: [undefined, glassOf(infusion.yellow)],
  },
  'tea-jasmine-needle': {
    thing: {
      is: 'tin',
      r: 128,
      h: 230,
      colour: '#dfe6d2',
      lid: c.pine,
      sprinkle: true,
      label: label('band', '茉莉银针', 'Jasmine', 'flower', {
        ink: c.pine,
        accent: c.sage,
        paper: '#fdf9ee',
      }),
    },
    beside: ['whiteTea', 'jasmine'],
    company: [undefined, glassOf(infusion.yellow)],
  },
  'tea-osmanthus-oolong': {
    thing: {
      is: 'tin',
      r: 128,
      h: 230,
      colour: c.honey,
      lid: c.roast,
      sprinkle: true,
      label: label('band', '桂花乌龙', 'Osmanthus', 'flower', { ink: c.roast, accent: c.amber }),
    },
    beside: ['osmanthus'],
    company: [undefined, gaiwan],
  },
  'tea-rose-black': {
    thing: {
      is: 'pouch',
      colour: '#d9a29a',
      label: label('disc', '玫瑰红茶', 'Rose black', 'flower', {
        ink: c.plum,
        accent: '#c25f6c',
      }),
    },
    beside: ['rose', 'blackTea'],
    company: [undefined, glassOf(infusion.red)],
  },
  'tea-tangerine-puer': {
    thing: {
      is: 'tin',
      r: 132,
      h: 210,
      colour: '#68743e',
      lid: '#46502c',
      label: label('disc', '陈皮小柑', 'Tangerine', 'citrus', {
        ink: '#4b562f',
        accent: '#dc8a2e',
      }),
    },
    beside: ['lime', 'puer'],
    company: [jugOf(infusion.dark)],
  },
}
