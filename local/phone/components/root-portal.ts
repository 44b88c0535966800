import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf } from './attributes'
import { instanceState } from './instance-state'

/**
 * Holds the slotted children at the end of the page, out of every clipped or moved ancestor, while
 * the component's own element stays where the template has it.
 */
const outletOf = instanceState((self) => {
  const outlet = self.document.createElement('wx-root-portal-content')
  const element = self.element
  // glass-easel inserts and removes children through their parent: it is led to the outlet.
  element.appendChild = (child) => outlet.appendChild(child)
  element.insertBefore = (child, before) => outlet.insertBefore(child, before)
  element.removeChild = (child) => outlet.removeChild(child)
  element.replaceChild = (child, old) => outlet.replaceChild(child, old)
  return outlet
})

function place(self: BuiltinInstance): void {
  const outlet = outletOf(self)
  if (!self.element.isConnected) return
  if (flagOf(self, 'enable')) self.document.body.append(outlet)
  else self.element.append(outlet)
}

/** `<root-portal>`: its children are children of the page itself. */
export const rootPortal: BuiltinDefinition = {
  name: 'root-portal',
  properties: { enable: { type: Boolean, value: true } },
  created: (self) => void outletOf(self),
  observers: { enable: place },
  attached: place,
  detached: (self) => outletOf(self).remove(),
  css: 'wx-root-portal, wx-root-portal-content { display: contents; }',
}
