import { attributesOf, childrenOf, tagOf, templateOf, type TreeNode } from '../easel/element-tree'
import type { EaselElement } from '../easel/window-backend'

/** What an element holds, written as WXML: a component's own template, else its children. */
export function innerMarkup(element: EaselElement): string {
  const own = templateOf(element)
  return (own.length > 0 ? own : childrenOf(element)).map(markup).join('')
}

export function outerMarkup(element: EaselElement): string {
  const attributes = Object.entries(attributesOf(element))
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
  const tag = tagOf(element)
  return `<${tag}${attributes}>${innerMarkup(element)}</${tag}>`
}

/** The elements that an XPath finds in the same markup. */
export function queryXpath(root: EaselElement, xpath: string): EaselElement[] {
  const document = new DOMParser().parseFromString('<page/>', 'text/xml')
  const elements = new Map<globalThis.Node, EaselElement>()
  const build = (nodes: readonly TreeNode[], parent: globalThis.Node): void => {
    for (const node of nodes) {
      if (typeof node === 'string') {
        parent.appendChild(document.createTextNode(node))
        continue
      }
      const copy = document.createElement(tagOf(node))
      for (const [name, value] of Object.entries(attributesOf(node))) {
        copy.setAttribute(name, String(value))
      }
      elements.set(copy, node)
      parent.appendChild(copy)
      build(childrenOf(node), copy)
    }
  }
  build(templateOf(root), document.documentElement)
  const result = document.evaluate(
    xpath,
    document,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  )
  const found: EaselElement[] = []
  for (let index = 0; index < result.snapshotLength; index += 1) {
    const node = result.snapshotItem(index)
    const element = node ? elements.get(node) : undefined
    if (element) found.push(element)
  }
  return found
}

function markup(node: TreeNode): string {
  return typeof node === 'string' ? escaped(node) : outerMarkup(node)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}
