type Child = Node | string | undefined | false

/** What an element may be given: attributes, a click handler, a class. */
interface ElementProperties {
  class?: string
  onClick?: () => void
  [attribute: string]: string | boolean | undefined | (() => void)
}

/** Makes elements in one document; the surfaces live in the outer one, never in a page's. */
export type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties?: ElementProperties,
  ...children: Child[]
) => HTMLElementTagNameMap[K]

/** The element maker of a document. */
export function makerFor(document: Document): Make {
  return (tag, properties = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(properties)) {
      if (name === 'onClick') element.addEventListener('click', value as () => void)
      else if (name === 'class') element.className = String(value)
      else if (typeof value === 'string') element.setAttribute(name, value)
      else if (value === true) element.setAttribute(name, '')
    }
    element.append(...children.filter((child): child is Node | string => Boolean(child)))
    if (tag === 'button' && !element.hasAttribute('type')) element.setAttribute('type', 'button')
    return element
  }
}
