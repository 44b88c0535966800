import type { BuiltinInstance } from '../runtime/types'
import { flagOf, textOf } from './attributes'
import type { FieldRequest } from './host-requests'
import { instanceState } from './instance-state'
import { pixelsOf } from './length'

type NativeField = HTMLInputElement | HTMLTextAreaElement

/** Milliseconds that the keyboard of iOS takes to come up. */
const KEYBOARD_TIME = 250

const stateOf = instanceState<{ stop: (() => void) | undefined; height: number }>(() => ({
  stop: undefined,
  height: 0,
}))

/** Pushes the whole page up, fixed parts as well, so that the keyboard does not cover the field. */
function pushPage(self: BuiltinInstance, height: number): void {
  const frame = self.window.frameElement as HTMLElement | null
  if (!frame) return
  const bottom = self.element.getBoundingClientRect().bottom + pixelsOf(self, 'cursorSpacing')
  const covered = Math.max(0, bottom - (self.window.innerHeight - height))
  const push = height > 0 && flagOf(self, 'adjustPosition') ? Math.min(covered, height) : 0
  frame.style.transition = `translate ${KEYBOARD_TIME}ms ease-out`
  frame.style.translate = push > 0 ? `0 ${-push}px` : ''
}

function heightChanged(self: BuiltinInstance, height: number): void {
  stateOf(self).height = height
  pushPage(self, height)
  self.emit('keyboardheightchange', { height, duration: KEYBOARD_TIME })
}

function edit(
  self: BuiltinInstance,
  field: NativeField,
  change: (field: NativeField) => void,
): void {
  change(field)
  field.dispatchEvent(new self.window.Event('input', { bubbles: true }))
}

/** Tells the phone that a field has the focus; returns the height of the keyboard already there. */
export function enterField(self: BuiltinInstance, field: NativeField, confirm: () => void): number {
  const state = stateOf(self)
  leaveField(self)
  const stopListening = self.host.on('keyboardHeight', (value) => {
    if (typeof value === 'number' && value !== state.height) heightChanged(self, value)
  })
  // A press beside the field keeps the focus when the page holds the keyboard.
  const hold = (event: MouseEvent): void => {
    const inside = event.target instanceof self.window.Node && self.element.contains(event.target)
    if (flagOf(self, 'holdKeyboard') && !inside) event.preventDefault()
  }
  self.document.addEventListener('mousedown', hold, { capture: true })
  state.stop = () => {
    stopListening()
    self.document.removeEventListener('mousedown', hold, { capture: true })
  }
  self.host.send('field', fieldRequest(self, field, true, confirm))
  return state.height
}

/** Tells the phone that the field lost the focus, and lets the page down again. */
export function leaveField(self: BuiltinInstance): void {
  const state = stateOf(self)
  if (!state.stop) return
  state.stop()
  state.stop = undefined
  self.host.send('field', { focused: false })
  if (state.height > 0) heightChanged(self, 0)
}

function fieldRequest(
  self: BuiltinInstance,
  field: NativeField,
  focused: boolean,
  confirm: () => void,
): FieldRequest {
  const caret = (): [number, number] => [
    field.selectionStart ?? field.value.length,
    field.selectionEnd ?? field.value.length,
  ]
  return {
    focused,
    type: textOf(self, 'type') || 'text',
    confirmType: textOf(self, 'confirmType'),
    confirmBar: flagOf(self, 'showConfirmBar'),
    insert: (text) => edit(self, field, () => field.setRangeText(text, ...caret(), 'end')),
    backspace: () =>
      edit(self, field, () => {
        const [start, end] = caret()
        field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end')
      }),
    confirm,
    dismiss: () => field.blur(),
  }
}
