import { pigment as c } from '../illustration/colour'
import { label, type ShelfArt } from './product-art'
import { dripper, grinder, kettle, latte, mugOf, press } from './table-ware'

const black = '#4b2e21'

export const coffeeArt: ShelfArt = {
  'coffee-house-blend': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      colour: c.roast,
      label: label('arch', '山野拼配', 'House blend', 'bean'),
    },
    beside: ['beans'],
    company: [undefined, latte('#f4ead8')],
  },
  'coffee-sundried-floral': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      colour: c.rose,
      label: label('band', '日晒花香', 'Natural', 'sun', { ink: c.plum, accent: c.clay }),
    },
    beside: [undefined, 'beans'],
    company: [dripper],
  },
  'coffee-washed-highland': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      colour: c.lake,
      label: label('band', '水洗高地', 'Washed', 'wave', { ink: c.indigo, accent: c.honey }),
    },
    beside: ['beans'],
    company: [undefined, mugOf(black, '#f4ead8')],
  },
  'coffee-night-dark': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      colour: c.char,
      label: label('disc', '深烘山夜', 'Dark roast', 'moon', {
        paper: '#2b3640',
        ink: c.cream,
        accent: c.honey,
      }),
    },
    beside: [undefined, 'beans'],
    company: [mugOf(black, c.clay)],
  },
  'coffee-goodnight-decaf': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      colour: c.indigo,
      label: label('arch', '晚安低因', 'Decaf', 'moon', { ink: c.indigo, accent: c.straw }),
    },
    company: [undefined, mugOf(black, c.lake)],
  },
  'coffee-ridge-arabica': {
    thing: {
      is: 'pouch',
      kind: 'coffee',
      kraft: true,
      colour: c.kraft,
      label: label('plaque', '云岭小粒', '', 'bean'),
    },
    beside: ['beans'],
    company: [undefined, press],
  },
  'coffee-drip-dawn': {
    thing: {
      is: 'carton',
      w: 300,
      h: 250,
      d: 120,
      colour: '#e8b27c',
      label: label('arch', '清晨挂耳', 'Drip bags', 'sun', { ink: c.roast, accent: c.clay }),
    },
    company: [undefined, mugOf(black, '#f4ead8')],
  },
  'coffee-drip-dusk': {
    thing: {
      is: 'carton',
      w: 300,
      h: 250,
      d: 120,
      colour: '#5b5578',
      label: label('arch', '黄昏挂耳', 'Drip bags', 'moon', { ink: c.cream, accent: c.honey }),
    },
    company: [mugOf(black, c.clay)],
  },
  'coffee-cold-brew': {
    thing: {
      is: 'jar',
      shape: 'bottle',
      content: '#3a2018',
      lid: 'metal',
      lidColour: c.char,
      fill: 0.72,
      label: label('band', '冷萃浓缩', 'Cold brew', 'wave'),
    },
    beside: [undefined, 'beans'],
    company: [
      {
        is: 'drink',
        drink: {
          vessel: 'highball',
          layers: [
            ['#3a2018', 3],
            ['#6b3a20', 2],
          ],
          crisp: 0.1,
          ice: 5,
        },
      },
    ],
  },
  'coffee-freeze-dried': {
    thing: {
      is: 'tin',
      r: 104,
      h: 190,
      metal: true,
      colour: c.clay,
      label: label('disc', '冻干', 'Instant', 'bean'),
    },
    beside: ['beans'],
    company: [undefined, mugOf(black, c.lake)],
  },
  'coffee-four-taster': {
    thing: {
      is: 'carton',
      w: 320,
      h: 210,
      d: 170,
      colour: c.kraft,
      ribbon: c.pine,
      label: label('band', '四支试味', 'Four coffees', 'bean', { ink: c.roast, accent: c.clay }),
    },
    beside: ['beans'],
    company: [grinder, kettle],
  },
}
