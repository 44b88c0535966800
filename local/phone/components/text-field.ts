import type { BuiltinInstance, BuiltinProperty } from '../runtime/types'
import { flagOf, numberOf, textOf } from './attributes'
import { instanceState, leaving } from './instance-state'
import { enterField, leaveField } from './keyboard'
import { withoutRpx } from './length'
import { makePart } from './parts'

/** Attributes that `<input>` and `<textarea>` share, with WeChat's defaults. */
export const textFieldProperties: Record<string, BuiltinProperty> = {
  name: { type: String },
  value: { type: String },
  placeholder: { type: String },
  placeholderStyle: { type: String },
  disabled: { type: Boolean },
  maxlength: { type: Number, value: 140 },
  cursorSpacing: { type: null, value: 0 },
  autoFocus: { type: Boolean },
  focus: { type: Boolean },
  confirmHold: { type: Boolean },
  cursor: { type: Number, value: -1 },
  cursorColor: { type: String },
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: { type: Boolean },
  alwaysEmbed: { type: Boolean },
}

type NativeField = HTMLInputElement | HTMLTextAreaElement

interface TextFieldState {
  field: NativeField
  placeholder: HTMLDivElement
  frame: HTMLDivElement
  keyCode: number
  /** What a component does when its text changed, e.g. grow. */
  changed: () => void
}

const stateOf = instanceState<TextFieldState>((self) => {
  const tag = self.element.localName === 'wx-textarea' ? 'textarea' : 'input'
  const field: NativeField = makePart(self, tag, `wx-field wx-${tag}-field`)
  const placeholder = makePart(self, 'div', 'wx-field-placeholder')
  const frame = makePart(self, 'div', 'wx-field-frame')
  field.setAttribute('autocomplete', 'off')
  field.setAttribute('spellcheck', 'false')
  frame.append(placeholder, field)
  self.element.append(frame)
  return { field, placeholder, frame, keyCode: 0, changed: () => {} }
})

/** The browser's own field inside the component. */
export const nativeField = (self: BuiltinInstance): NativeField => stateOf(self).field

/** The box around the field and its placeholder. */
export const fieldFrame = (self: BuiltinInstance): HTMLElement => stateOf(self).frame

/** Runs `changed` after every change of the text, typed or set. */
export function afterTextChange(self: BuiltinInstance, changed: () => void): void {
  stateOf(self).changed = changed
}

const limitOf = (self: BuiltinInstance): number => {
  const limit = numberOf(self, 'maxlength', 140)
  return limit < 0 ? Number.POSITIVE_INFINITY : limit
}

function settle(self: BuiltinInstance): void {
  const { field, placeholder, changed } = stateOf(self)
  placeholder.hidden = field.value !== ''
  changed()
}

/** Shows the `value` attribute, cut to `maxlength`. */
function showValue(self: BuiltinInstance): void {
  const { field } = stateOf(self)
  const value = textOf(self, 'value').slice(0, limitOf(self))
  if (field.value !== value) field.value = value
  settle(self)
}

function replaceText(self: BuiltinInstance, value: string, cursor?: number): void {
  const { field } = stateOf(self)
  const text = value.slice(0, limitOf(self))
  field.value = text
  self.setData({ value: text })
  const place = cursor ?? text.length
  if (self.document.activeElement === field) field.setSelectionRange(place, place)
  settle(self)
}

/** The user changed the text: tells the page, and shows what its handler answers. */
function textTyped(self: BuiltinInstance): void {
  const { field, keyCode } = stateOf(self)
  const { value } = field
  self.setData({ value })
  settle(self)
  const cursor = field.selectionStart ?? value.length
  const answer = self.emit('input', { value, cursor, keyCode })
  if (typeof answer === 'string') replaceText(self, answer)
  else if (typeof answer === 'object' && answer !== null && 'value' in answer) {
    const place =
      'cursor' in answer && typeof answer.cursor === 'number' ? answer.cursor : undefined
    replaceText(self, String(answer.value), place)
  }
}

function placeCursor(self: BuiltinInstance): void {
  const { field } = stateOf(self)
  const start = numberOf(self, 'selectionStart', -1)
  const end = numberOf(self, 'selectionEnd', -1)
  const cursor = numberOf(self, 'cursor', -1)
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end)
  else if (cursor >= 0) field.setSelectionRange(cursor, cursor)
}

/** Gives the field the focus or takes it away, as the `focus` attribute says. */
function applyFocus(self: BuiltinInstance): void {
  const { field } = stateOf(self)
  if (!self.element.isConnected) return
  if (flagOf(self, 'focus')) {
    if (flagOf(self, 'disabled')) return
    field.focus({ preventScroll: true })
    placeCursor(self)
  } else if (self.document.activeElement === field) field.blur()
}

/** The confirm key: `bindconfirm`, then the keyboard goes unless `confirm-hold`. */
function confirmField(self: BuiltinInstance): void {
  const { field } = stateOf(self)
  self.emit('confirm', { value: field.value })
  if (!flagOf(self, 'confirmHold')) field.blur()
}

/** Joins field and component: typing, focus, confirm key, composition. */
export function startField(self: BuiltinInstance, confirms: () => boolean): void {
  const state = stateOf(self)
  const field: HTMLElement & NativeField = state.field
  field.addEventListener('keydown', (event: KeyboardEvent) => {
    state.keyCode = event.keyCode
    if (event.key !== 'Enter' || event.isComposing || !confirms()) return
    event.preventDefault()
    confirmField(self)
  })
  // While an input method composes, the text is not yet the user's.
  field.addEventListener('input', (event: Event) => {
    if (event instanceof self.window.InputEvent && event.isComposing) {
      state.placeholder.hidden = field.value !== ''
    } else textTyped(self)
  })
  field.addEventListener('compositionend', () => textTyped(self))
  for (const name of ['start', 'update', 'end']) {
    field.addEventListener(`composition${name}`, (event: Event) => {
      const data = event instanceof self.window.CompositionEvent ? event.data : ''
      self.emit(`keyboardcomposition${name}`, { data })
    })
  }
  field.addEventListener('focus', () => {
    if (!flagOf(self, 'focus')) self.setData({ focus: true })
    const height = enterField(self, field, () => confirmField(self))
    self.emit('focus', { value: field.value, height })
  })
  field.addEventListener('blur', () => {
    leaveField(self)
    if (flagOf(self, 'focus')) self.setData({ focus: false })
    self.emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 })
  })
}

/** Shows what a field starts with once it is in the page. */
export function attachField(self: BuiltinInstance): void {
  showValue(self)
  if (flagOf(self, 'autoFocus') && !flagOf(self, 'focus')) self.setData({ focus: true })
  // The page around is still being put together; the field can be reached right after.
  self.window.queueMicrotask(() => {
    if (flagOf(self, 'focus')) applyFocus(self)
  })
  leaving(self).push(() => leaveField(self))
}

/** Observers of the shared attributes. */
export const textFieldObservers: Record<string, (self: BuiltinInstance) => void> = {
  'value,maxlength'(self) {
    const limit = limitOf(self)
    const { field } = stateOf(self)
    if (Number.isFinite(limit)) field.maxLength = limit
    else field.removeAttribute('maxlength')
    showValue(self)
  },
  placeholder(self) {
    stateOf(self).placeholder.textContent = textOf(self, 'placeholder')
    if (!self.data['ariaLabel']) {
      stateOf(self).field.setAttribute('aria-label', textOf(self, 'placeholder'))
    }
  },
  placeholderStyle(self) {
    stateOf(self).placeholder.setAttribute('style', withoutRpx(textOf(self, 'placeholderStyle')))
  },
  placeholderClass(self) {
    const names = self.scopedClass(textOf(self, 'placeholderClass'))
    stateOf(self).placeholder.className = `wx-field-placeholder ${names}`
  },
  disabled(self) {
    const { field } = stateOf(self)
    field.readOnly = flagOf(self, 'disabled')
    field.style.pointerEvents = flagOf(self, 'disabled') ? 'none' : ''
    field.tabIndex = flagOf(self, 'disabled') ? -1 : 0
  },
  focus: applyFocus,
  'cursor,selectionStart,selectionEnd'(self) {
    if (self.document.activeElement === stateOf(self).field) placeCursor(self)
  },
  cursorColor(self) {
    stateOf(self).field.style.caretColor = textOf(self, 'cursorColor')
  },
}

/** What a form, a label and a test may ask of a text field. */
export const textFieldMethods = {
  fieldValue: (self: BuiltinInstance): string => stateOf(self).field.value,
  resetField: (self: BuiltinInstance): void => replaceText(self, ''),
  tap(self: BuiltinInstance): void {
    if (!flagOf(self, 'disabled')) stateOf(self).field.focus({ preventScroll: true })
  },
  /** Types over the text, as WeChat's automator does. */
  input(self: BuiltinInstance, value: string): void {
    stateOf(self).field.value = String(value).slice(0, limitOf(self))
    textTyped(self)
  },
}

export const textFieldCss = `
.wx-field-frame { position: relative; height: 100%; min-height: inherit; }
.wx-field {
  display: block;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  margin: 0;
  padding: 0;
  border: 0;
  outline: 0;
  border-radius: 0;
  background: transparent;
  color: inherit;
  font: inherit;
  letter-spacing: inherit;
  text-align: inherit;
  text-indent: inherit;
  text-transform: inherit;
  caret-color: var(--wx-brand);
  -webkit-appearance: none;
  appearance: none;
  -webkit-user-select: text;
  user-select: text;
}
.wx-field-placeholder {
  position: absolute;
  inset: 0;
  display: grid;
  align-content: center;
  overflow: hidden;
  color: grey;
  pointer-events: none;
}
`
