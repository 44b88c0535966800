import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, textOf } from './attributes'
import { ownRole } from './accessibility'
import { instanceState } from './instance-state'
import { prependPart } from './parts'

const dotOf = instanceState((self) => prependPart(self, 'div', 'wx-radio-input'))

function show(self: BuiltinInstance): void {
  const dot = dotOf(self)
  const checked = flagOf(self, 'checked')
  const disabled = flagOf(self, 'disabled')
  const color = textOf(self, 'color')
  dot.classList.toggle('wx-radio-input-checked', checked)
  dot.classList.toggle('wx-radio-input-disabled', disabled)
  dot.style.backgroundColor = checked && !disabled ? color : ''
  dot.style.borderColor = checked && !disabled ? color : ''
  ownRole(self, 'radio', { checked: String(checked), disabled: String(disabled) })
  if (checked) uncheckOthers(self)
}

function uncheckOthers(self: BuiltinInstance): void {
  for (const other of self.closest('radio-group')?.descendants('radio') ?? []) {
    if (other.element !== self.element && flagOf(other, 'checked'))
      other.setData({ checked: false })
  }
}

function choose(self: BuiltinInstance): void {
  if (flagOf(self, 'disabled') || flagOf(self, 'checked')) return
  self.setData({ checked: true })
  self.closest('radio-group')?.emit('change', { value: textOf(self, 'value') })
}

/** `<radio>`: one choice that excludes the others of its group. */
export const radio: BuiltinDefinition = {
  name: 'radio',
  properties: {
    value: { type: String },
    checked: { type: Boolean },
    disabled: { type: Boolean },
    color: { type: String },
  },
  observers: { 'checked,disabled,color': show },
  onTap(self) {
    choose(self)
    return true
  },
  methods: { tap: choose },
}

/** `<radio-group>`: the value of its chosen radio, or the empty string. */
export const radioGroup: BuiltinDefinition = {
  name: 'radio-group',
  properties: { name: { type: String } },
  methods: {
    fieldValue(self) {
      const chosen = self.descendants('radio').find((radio) => flagOf(radio, 'checked'))
      return chosen ? textOf(chosen, 'value') : ''
    },
    resetField(self) {
      for (const radio of self.descendants('radio')) radio.setData({ checked: false })
    },
  },
  css: 'wx-radio-group { display: block; }',
}
