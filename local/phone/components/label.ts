import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { textOf } from './attributes'
import { ownRole } from './accessibility'

/** What a label can stand for; WeChat lists button, checkbox, radio, switch and input. */
const CONTROLS = ['button', 'checkbox', 'radio', 'switch', 'input', 'textarea'] as const

function controlOf(self: BuiltinInstance): BuiltinInstance | null {
  const id = textOf(self, 'for')
  if (id !== '') return self.ownerElementById(id)
  return self.descendants(...CONTROLS)[0] ?? null
}

/** `<label>`: a tap on it is a tap on its control, the first one inside or the one named by `for`. */
export const label: BuiltinDefinition = {
  name: 'label',
  properties: { for: { type: String } },
  created: (self) => ownRole(self, 'none'),
  onTap(self) {
    const control = controlOf(self)
    control?.call('tap')
    return control !== null
  },
  css: 'wx-label { display: inline; }',
}
