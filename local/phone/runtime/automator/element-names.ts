import { customComponentOf, tagOf } from '../easel/element-tree'
import type { EaselElement } from '../easel/window-backend'

/** The names under which a driver knows elements. */
export interface ElementNames {
  describe(element: EaselElement): { elementId: string; tagName: string; nodeId?: string }
  find(elementId: string | undefined): EaselElement
  /** The first of what was found; finding nothing is an error, which the client reads as null. */
  first(elements: readonly EaselElement[]): EaselElement
}

export function createElementNames(): ElementNames {
  const names = new WeakMap<EaselElement, string>()
  const elements = new Map<string, WeakRef<EaselElement>>()
  const nameOf = (element: EaselElement): string => {
    const known = names.get(element)
    if (known) return known
    const name = `element-${elements.size + 1}`
    names.set(element, name)
    elements.set(name, new WeakRef(element))
    return name
  }
  return {
    describe(element) {
      const elementId = nameOf(element)
      const tagName = tagOf(element)
      // The client offers the methods of components to what has a node id.
      return customComponentOf(element)
        ? { elementId, tagName, nodeId: elementId }
        : { elementId, tagName }
    },
    find(elementId = '') {
      const element = elements.get(elementId)?.deref()
      if (!element) throw new Error('the element is gone')
      return element
    },
    first([element]) {
      if (!element) throw new Error('no such element')
      return element
    },
  }
}
