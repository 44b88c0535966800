import { pigment as c } from '../illustration/colour'
import type { Thing } from '../illustration/thing'
import { label, type ShelfArt } from './product-art'
import { clayPot } from './table-ware'

const smallTin = (colour: string, name: string, more: object = {}): Thing => ({
  is: 'tin',
  r: 100,
  h: 230,
  colour,
  label: label('plaque', name, '', 'leaf'),
  ...more,
})
const quarter = (colour: string, name: string): Thing => ({
  is: 'tin',
  r: 84,
  h: 220,
  colour,
  label: label('strip', name, '', 'leaf'),
})
const almonds: Thing = {
  is: 'jar',
  shape: 'tall',
  content: '#c08a4e',
  kind: 'pieces',
  pieces: 'almonds',
  lid: 'wood',
  label: label('band', '巴旦', '', 'walnut'),
}
const honey = (content: string, name: string, lidColour?: string): Thing => ({
  is: 'jar',
  shape: 'round',
  content,
  lid: 'cloth',
  ...(lidColour ? { lidColour } : {}),
  label: label('disc', name, '', 'bee'),
})
const halfBag = (colour: string, name: string, motif: 'sun' | 'moon'): Thing => ({
  is: 'pouch',
  kind: 'coffee',
  w: 210,
  h: 270,
  colour,
  label: label('band', name, '', motif),
})

export const giftArt: ShelfArt = {
  'gift-first-flush': {
    thing: {
      is: 'giftSet',
      colour: '#7c9455',
      label: label('band', '明前双罐', 'First flush', 'mountain', { accent: c.cream }),
      items: [smallTin(c.pine, '雾尖'), smallTin('#b9c58e', '毛峰', { lid: c.pine })],
    },
    beside: [undefined, 'teaSprig'],
  },
  'gift-from-hills': {
    thing: {
      is: 'giftSet',
      colour: c.pine,
      label: label('band', '山里来', 'From the hills', 'mountain'),
      items: [
        smallTin(c.tea, '绿茶'),
        {
          is: 'jar',
          shape: 'hex',
          content: '#d98a1e',
          lid: 'cloth',
          label: label('band', '蜜', '', 'bee'),
        },
        almonds,
      ],
    },
  },
  'gift-four-seasons': {
    thing: {
      is: 'giftSet',
      colour: c.indigo,
      label: label('band', '四季茶礼', 'Four seasons', 'moon'),
      scale: 0.56,
      items: [
        quarter(c.tea, '春绿'),
        quarter('#d9d6b8', '夏白'),
        quarter(c.honey, '秋乌'),
        quarter(c.brick, '冬红'),
      ],
    },
  },
  'gift-dawn-dusk': {
    thing: {
      is: 'giftSet',
      colour: c.roast,
      label: label('band', '晨昏', 'Dawn and dusk', 'sun'),
      scale: 0.55,
      items: [
        halfBag('#e8b27c', '晨', 'sun'),
        {
          is: 'drink',
          drink: { vessel: 'mug', layers: [['#4b2e21', 1]], top: 'crema', cup: c.lake },
        },
        halfBag('#5b5578', '昏', 'moon'),
      ],
    },
    beside: ['beans'],
  },
  'gift-pot-and-tea': {
    thing: {
      is: 'giftSet',
      colour: '#8a3f2e',
      label: label('band', '一壶一茶', 'Pot and tea', 'leaf', { accent: c.straw }),
      scale: 0.6,
      items: [clayPot, smallTin(c.brick, '野红')],
    },
  },
  'gift-wedding-pair': {
    thing: {
      is: 'giftSet',
      colour: '#a8323a',
      label: label('band', '囍', 'Wedding', 'heart', { accent: c.straw }),
      items: [
        smallTin('#b8322a', '喜茶', { lid: c.honey }),
        smallTin('#b8322a', '喜茶', { lid: c.honey }),
      ],
    },
    beside: [undefined, 'jujube'],
  },
  'gift-honey-pair': {
    thing: {
      is: 'giftSet',
      colour: '#c98a2c',
      label: label('band', '蜜语', 'Honey pair', 'bee', { accent: c.cream }),
      items: [honey('#d98a1e', '百花'), honey('#eed79a', '椴树', c.lake)],
    },
  },
  'gift-traveller': {
    thing: {
      is: 'giftSet',
      colour: c.lake,
      label: label('band', '旅人', 'Traveller', 'bird'),
      scale: 0.54,
      items: [
        { is: 'ware', ware: { kind: 'tumbler', colour: c.clay } },
        {
          is: 'carton',
          w: 200,
          h: 200,
          d: 80,
          colour: '#e8b27c',
          label: label('band', '挂耳', '', 'bean'),
        },
        {
          is: 'pouch',
          w: 210,
          h: 280,
          colour: '#8a6a48',
          label: label('disc', '坚果', '', 'walnut'),
        },
      ],
    },
  },
  'gift-red-box': {
    thing: {
      is: 'carton',
      w: 300,
      h: 300,
      d: 140,
      colour: '#b8322a',
      pattern: 'lantern',
      ribbon: c.honey,
      label: label('plaque', '红运', '', 'sun'),
    },
    beside: [undefined, 'rose'],
  },
  'gift-mid-autumn': {
    thing: {
      is: 'carton',
      w: 340,
      h: 180,
      d: 190,
      colour: c.brick,
      pattern: 'flower',
      ribbon: c.honey,
      label: label('band', '中秋', 'Mid-autumn', 'moon'),
    },
    beside: ['osmanthus'],
    company: [
      undefined,
      { is: 'snack', snack: { kind: 'mooncake', colour: '#c98237', motif: 'rabbit' } },
    ],
  },
  'gift-hills-tote': {
    thing: {
      is: 'tote',
      colour: '#efe3cb',
      label: label('arch', '进山', 'Into the hills', 'mountain', { ink: c.pine, accent: c.clay }),
    },
    company: [undefined, { is: 'bake', bake: { kind: 'toast', crust: '#c98f4e' } }],
  },
}
