import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, textOf } from './attributes'
import { ownRole } from './accessibility'
import { instanceState } from './instance-state'
import { prependPart } from './parts'

const TYPES = ['switch', 'checkbox'] as const

const partOf = instanceState((self) => prependPart(self, 'div', ''))

function show(self: BuiltinInstance): void {
  const part = partOf(self)
  const type = choiceOf(self, 'type', TYPES, 'switch')
  const checked = flagOf(self, 'checked')
  const disabled = flagOf(self, 'disabled')
  const color = textOf(self, 'color')
  const name = `wx-${type}-input`
  const states = [checked && `${name}-checked`, disabled && `${name}-disabled`]
  part.className = [name, ...states].filter(Boolean).join(' ')
  part.style.color = type === 'checkbox' ? color : ''
  part.style.backgroundColor = type === 'switch' && checked ? color : ''
  part.style.borderColor = type === 'switch' && checked ? color : ''
  ownRole(self, type, { checked: String(checked), disabled: String(disabled) })
}

function toggle(self: BuiltinInstance): void {
  if (flagOf(self, 'disabled')) return
  const checked = !flagOf(self, 'checked')
  self.setData({ checked })
  self.emit('change', { value: checked })
}

/** `<switch>`: on or off, drawn as a switch or as a check box. */
export const switchComponent: BuiltinDefinition = {
  name: 'switch',
  properties: {
    name: { type: String },
    checked: { type: Boolean },
    disabled: { type: Boolean },
    type: { type: String, value: 'switch' },
    color: { type: String },
  },
  observers: { 'checked,disabled,type,color': show },
  onTap(self) {
    toggle(self)
    return true
  },
  methods: {
    tap: toggle,
    fieldValue: (self) => flagOf(self, 'checked'),
    resetField: (self) => self.setData({ checked: false }),
  },
  css: `
wx-switch { display: inline-block; -webkit-tap-highlight-color: transparent; }
.wx-switch-input {
  display: inline-block;
  position: relative;
  box-sizing: border-box;
  width: 52px;
  height: 32px;
  margin-right: 5px;
  border: 1px solid #dfdfdf;
  border-radius: 16px;
  background-color: #dfdfdf;
  vertical-align: middle;
  transition: background-color 0.1s, border-color 0.1s;
}
.wx-switch-input::before, .wx-switch-input::after {
  content: '';
  position: absolute;
  top: 0;
  left: 0;
  height: 30px;
  border-radius: 15px;
  transition: transform 0.3s;
}
.wx-switch-input::before { width: 50px; background-color: #fdfdfd; }
.wx-switch-input::after { width: 30px; background-color: #fff; box-shadow: 0 1px 3px rgba(0, 0, 0, 0.4); }
.wx-switch-input.wx-switch-input-checked { border-color: #04be02; background-color: #04be02; }
.wx-switch-input.wx-switch-input-checked::before { transform: scale(0); }
.wx-switch-input.wx-switch-input-checked::after { transform: translateX(20px); }
.wx-switch-input.wx-switch-input-disabled { opacity: 0.5; }
:where(html[data-style='v2']) .wx-switch-input { border: 2px solid transparent; background-color: var(--wx-track); }
:where(html[data-style='v2']) .wx-switch-input::before { width: 0; }
:where(html[data-style='v2']) .wx-switch-input::after { width: 28px; height: 28px; box-shadow: none; }
:where(html[data-style='v2']) .wx-switch-input.wx-switch-input-checked { border-color: var(--wx-brand); background-color: var(--wx-brand); }
:where(html[data-style='v2']) .wx-switch-input.wx-switch-input-disabled { opacity: 0.1; }
`,
}
