import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, textOf } from './attributes'
import { ownRole } from './accessibility'
import { choiceCss } from './choice-css'
import { instanceState } from './instance-state'
import { prependPart } from './parts'

const boxOf = instanceState((self) => prependPart(self, 'div', 'wx-checkbox-input'))

function show(self: BuiltinInstance): void {
  const box = boxOf(self)
  const checked = flagOf(self, 'checked')
  const disabled = flagOf(self, 'disabled')
  box.classList.toggle('wx-checkbox-input-checked', checked)
  box.classList.toggle('wx-checkbox-input-disabled', disabled)
  box.style.color = textOf(self, 'color')
  ownRole(self, 'checkbox', { checked: String(checked), disabled: String(disabled) })
}

function toggle(self: BuiltinInstance): void {
  if (flagOf(self, 'disabled')) return
  self.setData({ checked: !flagOf(self, 'checked') })
  const group = self.closest('checkbox-group')
  group?.emit('change', { value: group.call('fieldValue') })
}

/** `<checkbox>`: one choice of several. */
export const checkbox: BuiltinDefinition = {
  name: 'checkbox',
  properties: {
    value: { type: String },
    disabled: { type: Boolean },
    checked: { type: Boolean },
    color: { type: String },
  },
  observers: { 'checked,disabled,color': show },
  onTap(self) {
    toggle(self)
    return true
  },
  methods: { tap: toggle },
  css: choiceCss,
}

/** `<checkbox-group>`: the values of its checked boxes. */
export const checkboxGroup: BuiltinDefinition = {
  name: 'checkbox-group',
  properties: { name: { type: String } },
  methods: {
    fieldValue: (self) =>
      self
        .descendants('checkbox')
        .filter((box) => flagOf(box, 'checked'))
        .map((box) => textOf(box, 'value')),
    resetField(self) {
      for (const box of self.descendants('checkbox')) box.setData({ checked: false })
    },
  },
  css: 'wx-checkbox-group { display: block; }',
}
