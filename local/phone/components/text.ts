import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, reflect, refuseAttribute } from './attributes'
import { instanceState, leave, leaving } from './instance-state'

const SPACES = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0', '': ' ' } as const
const SPACE_NAMES = ['ensp', 'emsp', 'nbsp'] as const
/** The entities that WeChat's `decode` knows; all others stay as they are written. */
const ENTITIES: Record<string, string> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
  ensp: '\u2002',
  emsp: '\u2003',
}

interface ShownText {
  raw: string
  shown: string
}

const texts = instanceState(() => new WeakMap<Text, ShownText>())

/** The text WeChat shows for a written one. */
export function displayText(raw: string, space: keyof typeof SPACES, decode: boolean): string {
  const spaced = space === '' ? raw : raw.replaceAll(' ', SPACES[space])
  if (!decode) return spaced
  return spaced.replace(
    /&(nbsp|lt|gt|amp|apos|ensp|emsp);/g,
    (entity, name: string) => ENTITIES[name] ?? entity,
  )
}

function render(self: BuiltinInstance): void {
  const space = choiceOf(self, 'space', ['', ...SPACE_NAMES], '')
  const decode = flagOf(self, 'decode')
  for (const node of self.element.childNodes) {
    if (node.nodeType === node.TEXT_NODE) renderNode(self, node as Text, space, decode)
    else if (node.nodeType === node.ELEMENT_NODE && (node as Element).localName !== 'wx-text') {
      const name = (node as Element).localName.replace(/^wx-/, '')
      refuseAttribute(self, 'content', `only <text> is shown inside <text>, not <${name}>`)
    }
  }
}

function renderNode(
  self: BuiltinInstance,
  node: Text,
  space: keyof typeof SPACES,
  decode: boolean,
): void {
  const known = texts(self).get(node)
  const raw = known && known.shown === node.data ? known.raw : node.data
  const shown = displayText(raw, space, decode)
  texts(self).set(node, { raw, shown })
  if (node.data !== shown) node.data = shown
}

/** `<text>`: inline text that keeps line breaks; only text can be inside it. */
export const text: BuiltinDefinition = {
  name: 'text',
  properties: {
    selectable: { type: Boolean },
    userSelect: { type: Boolean },
    space: { type: String },
    decode: { type: Boolean },
  },
  observers: {
    'selectable,userSelect'(self) {
      reflect(self, 'user-select', flagOf(self, 'selectable') || flagOf(self, 'userSelect'))
    },
    'space,decode': render,
  },
  attached(self) {
    render(self)
    const observer = new self.window.MutationObserver(() => render(self))
    observer.observe(self.element, { childList: true, characterData: true, subtree: true })
    leaving(self).push(() => observer.disconnect())
  },
  detached: leave,
  css: `
wx-text { display: inline; white-space: pre-line; }
wx-text > :not(wx-text) { display: none; }
wx-text[user-select] { display: inline-block; -webkit-user-select: text; user-select: text; }
`,
}

/** `<span>`: a line that mixes text with pictures and links. */
export const span: BuiltinDefinition = { name: 'span', css: 'wx-span { display: inline; }' }
