import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, textOf } from './attributes'
import { instanceState } from './instance-state'
import { pixelsOf } from './length'
import { prependPart } from './parts'

const GREEN = '#09bb07'
const RED = '#f43530'
const BLUE = '#10aeff'
const GREY = '#b2b2b2'

const DISC = 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21z'
const RING = `${DISC}m0 1.4a9.1 9.1 0 1 1 0 18.2 9.1 9.1 0 0 1 0-18.2z`

/** WeChat's nine icons: their own colour and, on a grid of 24, their outline (even-odd filled). */
const ICONS = {
  success: [GREEN, `${DISC}m-1.6 14.9L6.3 12.3l1.3-1.3 2.8 2.8 6-6 1.3 1.3z`],
  success_no_circle: [GREEN, 'M9.2 18.6 2.6 12l1.5-1.5 5.1 5.1L19.9 4.9l1.5 1.5z'],
  info: [BLUE, `${DISC}m-1 9h2v6.5h-2zm1-3.9a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z`],
  warn: [RED, `${DISC}M11 6.6h2l-.2 6.9h-1.6zm1 8.4a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4z`],
  waiting: [BLUE, `${DISC}m-.8 4.6h1.5v6l4 2.4-.8 1.2-4.7-2.8z`],
  cancel: [
    RED,
    `${RING}M8.6 7.6 12 11l3.4-3.4 1 1L13 12l3.4 3.4-1 1L12 13l-3.4 3.4-1-1L11 12 7.6 8.6z`,
  ],
  download: [GREEN, `${RING}M11.3 6.5h1.4v7.6l2.8-2.8 1 1-4.5 4.5-4.5-4.5 1-1 2.8 2.8z`],
  search: [
    GREY,
    'M10.5 3.5a7 7 0 0 1 5.5 11.3l4.6 4.6-1.2 1.2-4.6-4.6A7 7 0 1 1 10.5 3.5zm0 1.6a5.4 5.4 0 1 0 0 10.8 5.4 5.4 0 0 0 0-10.8z',
  ],
  clear: [
    GREY,
    `${DISC}M8.6 7.5 12 10.9l3.4-3.4 1.1 1.1-3.4 3.4 3.4 3.4-1.1 1.1-3.4-3.4-3.4 3.4-1.1-1.1 3.4-3.4-3.4-3.4z`,
  ],
} as const
type IconType = keyof typeof ICONS
const TYPES = Object.keys(ICONS) as IconType[]

const SVG = 'http://www.w3.org/2000/svg'

const partOf = instanceState((self) => prependPart(self, 'i', 'wx-icon'))

function show(self: BuiltinInstance): void {
  const box = partOf(self)
  if (textOf(self, 'type') === '') return box.replaceChildren()
  const [colour, outline] = ICONS[choiceOf(self, 'type', TYPES, 'success')]
  const size = pixelsOf(self, 'size', 23)
  const svg = self.document.createElementNS(SVG, 'svg')
  const path = self.document.createElementNS(SVG, 'path')
  path.setAttribute('d', outline)
  path.setAttribute('fill-rule', 'evenodd')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.append(path)
  box.style.width = `${size}px`
  box.style.height = `${size}px`
  box.style.color = textOf(self, 'color') || colour
  box.replaceChildren(svg)
}

/** `<icon>`: one of WeChat's nine drawn signs. */
export const icon: BuiltinDefinition = {
  name: 'icon',
  properties: {
    type: { type: String },
    size: { type: null, value: 23 },
    color: { type: String },
  },
  observers: { 'type,size,color': show },
  css: `
wx-icon { display: inline-block; font-size: 0; box-sizing: border-box; }
.wx-icon { display: block; }
.wx-icon > svg { display: block; width: 100%; height: 100%; fill: currentColor; }
`,
}
