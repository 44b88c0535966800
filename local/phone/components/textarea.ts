import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, reflect } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { rpxUnit } from './length'
import { makePart } from './parts'
import {
  afterTextChange,
  attachField,
  fieldFrame,
  nativeField,
  startField,
  textFieldMethods,
  textFieldObservers,
  textFieldProperties,
} from './text-field'

const CONFIRM_TYPES = ['return', 'done', 'send', 'search', 'next', 'go'] as const

interface TextareaState {
  /** The same text in a box that grows with it: its height is the height of the text. */
  mirror: HTMLDivElement
  lineCount: number
}

const stateOf = instanceState<TextareaState>((self) => {
  const mirror = makePart(self, 'div', 'wx-textarea-mirror')
  mirror.setAttribute('aria-hidden', 'true')
  fieldFrame(self).prepend(mirror)
  return { mirror, lineCount: 0 }
})

function mirrorText(self: BuiltinInstance): void {
  // The mark keeps the last, empty line as high as a written one.
  stateOf(self).mirror.textContent = `${nativeField(self).value}\u200b`
  if (self.element.isConnected) countLines(self)
}

function countLines(self: BuiltinInstance): void {
  const state = stateOf(self)
  const { mirror } = state
  const style = self.window.getComputedStyle(mirror)
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const text = mirror.textContent
  const textHeight = mirror.offsetHeight - padding
  if (textHeight <= 0) return
  mirror.textContent = '\u200b'
  const lineHeight = mirror.offsetHeight - padding
  mirror.textContent = text
  const lineCount = Math.round(textHeight / lineHeight)
  if (lineCount === state.lineCount) return
  state.lineCount = lineCount
  const height = textHeight + padding
  const heightRpx = height / rpxUnit(self.window)
  self.emit('linechange', { height, heightRpx, lineHeight, lineCount })
}

/** `<textarea>`: several lines of text; with `auto-height` as high as they are. */
export const textarea: BuiltinDefinition = {
  name: 'textarea',
  properties: {
    ...textFieldProperties,
    placeholderClass: { type: String, value: 'textarea-placeholder' },
    autoHeight: { type: Boolean },
    fixed: { type: Boolean },
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: { type: Boolean },
    confirmType: { type: String, value: 'return' },
    adjustKeyboardTo: { type: String, value: 'cursor' },
  },
  created(self) {
    startField(self, () => choiceOf(self, 'confirmType', CONFIRM_TYPES, 'return') !== 'return')
    afterTextChange(self, () => mirrorText(self))
  },
  observers: {
    ...textFieldObservers,
    autoHeight(self) {
      const growing = flagOf(self, 'autoHeight')
      reflect(self, 'auto-height', growing)
      self.setOwnStyle({ height: growing ? 'auto' : '' })
    },
    disableDefaultPadding(self) {
      reflect(self, 'disable-default-padding', flagOf(self, 'disableDefaultPadding'))
    },
    confirmType(self) {
      const type = choiceOf(self, 'confirmType', CONFIRM_TYPES, 'return')
      nativeField(self).setAttribute('enterkeyhint', type === 'return' ? 'enter' : type)
    },
  },
  attached(self) {
    attachField(self)
    mirrorText(self)
    const sizes = new self.window.ResizeObserver(() => countLines(self))
    sizes.observe(stateOf(self).mirror)
    leaving(self).push(() => sizes.disconnect())
  },
  detached: leave,
  onTap(self) {
    textFieldMethods.tap(self)
    return true
  },
  methods: textFieldMethods,
  css: `
wx-textarea { display: block; position: relative; width: 300px; height: 150px; cursor: auto; }
wx-textarea .wx-textarea-field {
  position: absolute;
  inset: 0;
  padding: 8px 5px;
  resize: none;
  overflow: hidden auto;
  scrollbar-width: none;
}
wx-textarea .wx-field-placeholder {
  align-content: start;
  padding: 8px 5px;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
wx-textarea .wx-textarea-mirror {
  position: absolute;
  top: 0;
  left: 0;
  box-sizing: border-box;
  width: 100%;
  padding: 8px 5px;
  white-space: pre-wrap;
  overflow-wrap: break-word;
  visibility: hidden;
  pointer-events: none;
}
wx-textarea[auto-height] .wx-textarea-mirror { position: static; }
wx-textarea[disable-default-padding] .wx-textarea-field,
wx-textarea[disable-default-padding] .wx-field-placeholder,
wx-textarea[disable-default-padding] .wx-textarea-mirror { padding: 0; }
`,
}
