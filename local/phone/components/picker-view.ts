import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, textOf } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { withoutRpx } from './length'
import { prependPart } from './parts'
import { createWheel } from './wheel'
import type { Wheel } from './wheel'

const partsOf = instanceState((self) => {
  const indicator = prependPart(self, 'div', 'wx-picker-view-indicator')
  const mask = prependPart(self, 'div', 'wx-picker-view-mask')
  return { indicator, mask, queued: false, told: '' }
})

const wheelOf = instanceState<{ wheel: Wheel | undefined }>(() => ({ wheel: undefined }))

const columnsOf = (self: BuiltinInstance): BuiltinInstance[] =>
  self.descendants('picker-view-column')

function valueOf(self: BuiltinInstance): number[] {
  return columnsOf(self).map((column) => wheelOf(column).wheel?.index ?? 0)
}

/** Every item is as high as the indicator, as WeChat makes it. */
function measure(self: BuiltinInstance): void {
  const height = partsOf(self).indicator.offsetHeight
  if (height > 0) self.setOwnStyle({ '--wx-picker-item': `${height}px` })
}

function itemHeightOf(column: BuiltinInstance): number {
  const view = column.closest('picker-view')
  return view ? partsOf(view).indicator.offsetHeight : 0
}

function showValue(self: BuiltinInstance): void {
  const parts = partsOf(self)
  if (parts.queued) return
  parts.queued = true
  // The items may come with the same setData as the value.
  self.window.queueMicrotask(() => {
    parts.queued = false
    if (!self.element.isConnected) return
    measure(self)
    const value = self.data['value']
    const wanted = Array.isArray(value) ? value : []
    columnsOf(self).forEach((column, index) => {
      wheelOf(column).wheel?.show(Number(wanted[index] ?? 0) || 0)
    })
    parts.told = valueOf(self).join()
  })
}

function tellChange(self: BuiltinInstance, value: number[]): void {
  const parts = partsOf(self)
  if (value.join() === parts.told) return
  parts.told = value.join()
  self.setData({ value })
  self.emit('change', { value })
}

/** `<picker-view>`: wheels side by side in the page. */
export const pickerView: BuiltinDefinition = {
  name: 'picker-view',
  properties: {
    name: { type: String },
    value: { type: null },
    indicatorStyle: { type: String },
    indicatorClass: { type: String },
    maskStyle: { type: String },
    maskClass: { type: String },
    immediateChange: { type: Boolean },
  },
  created: (self) => void partsOf(self),
  observers: {
    value(self) {
      const value = self.data['value']
      const written = Array.isArray(value) ? value.join() : ''
      if (written !== partsOf(self).told) showValue(self)
    },
    'indicatorStyle,indicatorClass'(self) {
      const { indicator } = partsOf(self)
      indicator.className = `wx-picker-view-indicator ${self.scopedClass(textOf(self, 'indicatorClass'))}`
      indicator.setAttribute('style', withoutRpx(textOf(self, 'indicatorStyle')))
      measure(self)
    },
    'maskStyle,maskClass'(self) {
      const { mask } = partsOf(self)
      mask.className = `wx-picker-view-mask ${self.scopedClass(textOf(self, 'maskClass'))}`
      mask.setAttribute('style', withoutRpx(textOf(self, 'maskStyle')))
    },
  },
  attached(self) {
    showValue(self)
    const sizes = new self.window.ResizeObserver(() => {
      measure(self)
      for (const column of columnsOf(self)) wheelOf(column).wheel?.resize()
    })
    sizes.observe(self.element)
    leaving(self).push(() => sizes.disconnect())
  },
  detached: leave,
  methods: {
    showValue,
    columnPressed: (self) => void self.emit('pickstart', {}),
    columnReleased(self, column: BuiltinInstance, index: number) {
      if (!flagOf(self, 'immediateChange')) return
      const value = valueOf(self)
      value[columnsOf(self).findIndex((other) => other.element === column.element)] = index
      tellChange(self, value)
    },
    columnSettled(self) {
      self.emit('pickend', {})
      tellChange(self, valueOf(self))
    },
    fieldValue: valueOf,
  },
  css: `
wx-picker-view { display: flex; position: relative; overflow: hidden; --wx-picker-item: 34px; }
.wx-picker-view-mask, .wx-picker-view-indicator { position: absolute; left: 0; z-index: 3; width: 100%; pointer-events: none; }
.wx-picker-view-mask {
  top: 0;
  height: 100%;
  background: linear-gradient(180deg, hsla(0, 0%, 100%, 0.95), hsla(0, 0%, 100%, 0.6)), linear-gradient(0deg, hsla(0, 0%, 100%, 0.95), hsla(0, 0%, 100%, 0.6));
  background-position: top, bottom;
  background-repeat: no-repeat;
  background-size: 100% calc(50% - var(--wx-picker-item) / 2);
}
:where(html[data-theme='dark']) .wx-picker-view-mask {
  background-image: linear-gradient(180deg, rgba(25, 25, 25, 0.95), rgba(25, 25, 25, 0.6)), linear-gradient(0deg, rgba(25, 25, 25, 0.95), rgba(25, 25, 25, 0.6));
}
.wx-picker-view-indicator { top: 50%; height: 34px; transform: translateY(-50%); box-sizing: border-box; }
.wx-picker-view-indicator::before, .wx-picker-view-indicator::after {
  content: '';
  position: absolute;
  left: 0;
  right: 0;
  height: 1px;
  background: var(--wx-line);
  transform: scaleY(0.5);
}
.wx-picker-view-indicator::before { top: 0; }
.wx-picker-view-indicator::after { bottom: 0; }
`,
}

/** `<picker-view-column>`: one wheel; each of its children is an item. */
export const pickerViewColumn: BuiltinDefinition = {
  name: 'picker-view-column',
  attached(self) {
    const state = wheelOf(self)
    const tell = (method: string, ...values: unknown[]): void =>
      void self.closest('picker-view')?.call(method, ...values)
    state.wheel = createWheel({
      scroller: self.element,
      itemHeight: () => itemHeightOf(self),
      count: () => self.element.children.length,
      pressed: () => tell('columnPressed'),
      released: (index) => tell('columnReleased', self, index),
      settled: () => tell('columnSettled'),
    })
    const children = new self.window.MutationObserver(() => tell('showValue'))
    children.observe(self.element, { childList: true })
    tell('showValue')
    leaving(self).push(
      () => state.wheel?.stop(),
      () => children.disconnect(),
    )
  },
  detached: leave,
  css: `
wx-picker-view-column { display: block; position: relative; flex: 1; height: 100%; overflow: hidden; touch-action: none; }
wx-picker-view-column::before, wx-picker-view-column::after { content: ''; display: block; height: calc(50% - var(--wx-picker-item) / 2); }
wx-picker-view-column > * { box-sizing: border-box; height: var(--wx-picker-item) !important; overflow: hidden; }
`,
}
