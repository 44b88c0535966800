/** Tags that WeChat trusts in rich text, with the attributes each may have besides class and style. */
const TRUSTED: Record<string, readonly string[]> = {
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  tr: ['colspan', 'height', 'rowspan', 'width'],
}
const PLAIN =
  'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section small span strong sub sup tbody tfoot thead tt u ul'
for (const tag of PLAIN.split(' ')) TRUSTED[tag] = []

const EVERYWHERE = ['class', 'style']

/** One node of rich text as a page may give it. */
export type RichNode =
  | { kind: 'text'; text: string }
  | { kind: 'element'; tag: string; attributes: Record<string, string>; children: RichNode[] }

type Refuse = (reason: string) => void

function element(
  name: unknown,
  attributes: Iterable<readonly [string, unknown]>,
  children: () => RichNode[],
  refuse: Refuse,
): RichNode[] {
  const tag = String(name).toLowerCase()
  const allowed = Object.hasOwn(TRUSTED, tag) ? TRUSTED[tag] : undefined
  if (!allowed) {
    refuse(`<${tag}> is not trusted and is left out with all that is in it`)
    return []
  }
  const kept: Record<string, string> = {}
  for (const [attribute, value] of attributes) {
    const key = attribute.toLowerCase()
    if (allowed.includes(key) || EVERYWHERE.includes(key)) kept[key] = String(value)
  }
  return [{ kind: 'element', tag, attributes: kept, children: children() }]
}

function decodeEntities(text: string, document: Document): string {
  if (!text.includes('&')) return text
  const decoder = document.createElement('textarea')
  decoder.innerHTML = text.replaceAll('<', '&lt;')
  return decoder.value
}

function fromObject(node: unknown, document: Document, refuse: Refuse): RichNode[] {
  if (typeof node !== 'object' || node === null) {
    refuse(`a node must be an object, not ${JSON.stringify(node)}`)
    return []
  }
  const { type = 'node', text, name, attrs, children } = node as Record<string, unknown>
  if (type === 'text') {
    return [{ kind: 'text', text: decodeEntities(String(text ?? ''), document) }]
  }
  if (type !== 'node') {
    refuse(`a node's type is "node" or "text", not ${JSON.stringify(type)}`)
    return []
  }
  const attributes = typeof attrs === 'object' && attrs !== null ? Object.entries(attrs) : []
  const below = (): RichNode[] =>
    Array.isArray(children) ? children.flatMap((child) => fromObject(child, document, refuse)) : []
  return element(name, attributes, below, refuse)
}

function fromDom(node: Node, refuse: Refuse): RichNode[] {
  if (node.nodeType === node.TEXT_NODE) return [{ kind: 'text', text: node.nodeValue ?? '' }]
  if (node.nodeType !== node.ELEMENT_NODE) return []
  const { localName, attributes, childNodes } = node as Element
  const pairs = [...attributes].map(({ name, value }) => [name, value] as const)
  return element(localName, pairs, () => [...childNodes].flatMap((n) => fromDom(n, refuse)), refuse)
}

/** The nodes attribute, an array or HTML text, cut down to what WeChat trusts. */
export function trustedNodes(nodes: unknown, document: Document, refuse: Refuse): RichNode[] {
  if (Array.isArray(nodes)) return nodes.flatMap((node) => fromObject(node, document, refuse))
  if (typeof nodes !== 'string') return []
  const template = document.createElement('template')
  template.innerHTML = nodes
  return [...template.content.childNodes].flatMap((node) => fromDom(node, refuse))
}
