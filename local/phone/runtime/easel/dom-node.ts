import { Component, type Element } from 'glass-easel'

/** The DOM node of an element; of a component without its own, that of its first child. */
export function domNodeOf(element: Element): HTMLElement | null {
  if (element.$$) return element.$$ as unknown as HTMLElement
  const inside = Component.isComponent(element) ? element.getShadowRoot() : element
  for (const child of inside?.childNodes ?? []) {
    const found = 'childNodes' in child ? domNodeOf(child) : null
    if (found) return found
  }
  return null
}
