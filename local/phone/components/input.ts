import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf } from './attributes'
import { leave } from './instance-state'
import {
  attachField,
  nativeField,
  startField,
  textFieldCss,
  textFieldMethods,
  textFieldObservers,
  textFieldProperties,
} from './text-field'

const TYPES = ['text', 'number', 'idcard', 'digit', 'safe-password', 'nickname'] as const
type InputType = (typeof TYPES)[number]
const CONFIRM_TYPES = ['done', 'send', 'search', 'next', 'go'] as const

/** The keys that WeChat's keyboard for a type has; pasting is not held back there either. */
const KEYS: Partial<Record<InputType, RegExp>> = {
  number: /^\d*$/,
  digit: /^[\d.]*$/,
  idcard: /^[\dXx]*$/,
}
const INPUT_MODES: Partial<Record<InputType, string>> = {
  number: 'numeric',
  digit: 'decimal',
}

const typeOf = (self: BuiltinInstance): InputType => choiceOf(self, 'type', TYPES, 'text')

/** `<input>`: one line of text with WeChat's keyboards, limits and controlled value. */
export const input: BuiltinDefinition = {
  name: 'input',
  properties: {
    ...textFieldProperties,
    type: { type: String, value: 'text' },
    password: { type: Boolean },
    placeholderClass: { type: String, value: 'input-placeholder' },
    confirmType: { type: String, value: 'done' },
    safePasswordCertPath: { type: String },
    safePasswordLength: { type: Number },
    safePasswordTimeStamp: { type: Number },
    safePasswordNonce: { type: String },
    safePasswordSalt: { type: String },
    safePasswordCustomHash: { type: String },
  },
  created(self) {
    startField(self, () => true)
    nativeField(self).addEventListener('beforeinput', (event: Event) => {
      const keys = KEYS[typeOf(self)]
      if (!keys || !(event instanceof self.window.InputEvent)) return
      if (event.inputType === 'insertText' && !keys.test(event.data ?? '')) event.preventDefault()
    })
  },
  observers: {
    ...textFieldObservers,
    'type,password'(self) {
      const type = typeOf(self)
      const secret = flagOf(self, 'password') || type === 'safe-password'
      nativeField(self).setAttribute('type', secret ? 'password' : 'text')
      nativeField(self).inputMode = INPUT_MODES[type] ?? 'text'
    },
    confirmType(self) {
      const confirmType = choiceOf(self, 'confirmType', CONFIRM_TYPES, 'done')
      nativeField(self).setAttribute('enterkeyhint', confirmType)
    },
  },
  attached: attachField,
  detached: leave,
  onTap(self) {
    textFieldMethods.tap(self)
    return true
  },
  methods: textFieldMethods,
  css: `
wx-input {
  display: block;
  height: 1.4rem;
  min-height: 1.4rem;
  overflow: hidden;
  text-overflow: clip;
  white-space: nowrap;
  cursor: auto;
}
${textFieldCss}`,
}
