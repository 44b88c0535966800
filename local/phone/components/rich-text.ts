import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, reflect, refuseAttribute } from './attributes'
import { withoutRpx } from './length'
import { trustedNodes } from './rich-text-rules'
import type { RichNode } from './rich-text-rules'
import { displayText } from './text'

const SPACES = ['', 'ensp', 'emsp', 'nbsp'] as const
type Space = (typeof SPACES)[number]

function draw(self: BuiltinInstance, node: RichNode, space: Space): Node {
  if (node.kind === 'text') {
    return self.document.createTextNode(displayText(node.text, space, false))
  }
  const element = self.document.createElement(node.tag)
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === 'class') element.className = self.scopedClass(value)
    else if (name === 'style') element.setAttribute('style', withoutRpx(value))
    else if (name === 'src') element.setAttribute('src', self.resolveResource(value))
    else element.setAttribute(name, value)
  }
  element.append(...node.children.map((child) => draw(self, child, space)))
  return element
}

function render(self: BuiltinInstance): void {
  const space = choiceOf(self, 'space', SPACES, '')
  const nodes = trustedNodes(self.data['nodes'], self.document, (reason) =>
    refuseAttribute(self, 'nodes', reason),
  )
  self.element.replaceChildren(...nodes.map((node) => draw(self, node, space)))
}

/** `<rich-text>`: HTML that can do nothing, from an array of nodes or from text. */
export const richText: BuiltinDefinition = {
  name: 'rich-text',
  properties: {
    nodes: { type: null, value: [] },
    space: { type: String },
    userSelect: { type: Boolean },
    mode: { type: String },
  },
  observers: {
    'nodes,space': render,
    userSelect: (self) => reflect(self, 'user-select', flagOf(self, 'userSelect')),
  },
  css: `
wx-rich-text { display: block; }
wx-rich-text[user-select] { -webkit-user-select: text; user-select: text; }
`,
}
