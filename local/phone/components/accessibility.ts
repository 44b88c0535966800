import type { BuiltinInstance } from '../runtime/types'
import { ariaProperties } from './common-properties'

const shown = (value: unknown): value is string | number | boolean =>
  value !== undefined && value !== null && value !== ''

/** Carries `aria-role` to role and every other aria attribute to the DOM under its own name. */
export function reflectAria(self: BuiltinInstance): void {
  for (const property of ariaProperties) {
    const attribute =
      property === 'ariaRole' ? 'role' : property.replace('aria', 'aria-').toLowerCase()
    const value = self.data[property]
    if (shown(value)) self.element.setAttribute(attribute, String(value))
    else if (self.state[property] !== undefined) self.element.removeAttribute(attribute)
    self.state[property] = shown(value) ? value : undefined
  }
}

/** The role and state a component has by itself, unless the page says otherwise. */
export function ownRole(
  self: BuiltinInstance,
  role: string,
  states: Record<string, string> = {},
): void {
  if (!shown(self.data['ariaRole'])) self.element.setAttribute('role', role)
  for (const [name, value] of Object.entries(states)) {
    const property = `aria${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`
    if (!shown(self.data[property])) self.element.setAttribute(`aria-${name}`, value)
  }
}
