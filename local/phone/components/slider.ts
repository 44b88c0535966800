import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, numberOf, refuseAttribute, textOf } from './attributes'
import { ownRole } from './accessibility'
import { onDrag } from './drag'
import { instanceState, leave, leaving } from './instance-state'
import { makePart } from './parts'

const stateOf = instanceState((self) => {
  const wrapper = makePart(self, 'div', 'wx-slider-wrapper')
  const tapArea = makePart(self, 'div', 'wx-slider-tap-area')
  const rail = makePart(self, 'div', 'wx-slider-handle-wrapper')
  const track = makePart(self, 'div', 'wx-slider-track')
  const thumb = makePart(self, 'div', 'wx-slider-thumb')
  const shown = makePart(self, 'span', 'wx-slider-value')
  rail.append(track, thumb)
  tapArea.append(rail)
  wrapper.append(tapArea, shown)
  self.element.append(wrapper)
  return { rail, track, thumb, shown }
})

const decimalsOf = (step: number): number => String(step).split('.')[1]?.length ?? 0

/** The nearest value that the slider can have: from `min` in steps, at most `max`. */
function steppedValue(wanted: number, min: number, max: number, step: number): number {
  const steps = Math.round((Math.max(min, Math.min(max, wanted)) - min) / step)
  const value = Number((min + steps * step).toFixed(Math.max(decimalsOf(step), decimalsOf(min))))
  return value > max ? Number((value - step).toFixed(decimalsOf(step))) : value
}

function rangeOf(self: BuiltinInstance): { min: number; max: number; step: number } {
  const min = numberOf(self, 'min', 0)
  const max = numberOf(self, 'max', 100)
  const step = numberOf(self, 'step', 1)
  if (step > 0) return { min, max, step }
  refuseAttribute(self, 'step', `must be above 0, not ${step}`)
  return { min, max, step: 1 }
}

function valueOf(self: BuiltinInstance): number {
  const { min, max } = rangeOf(self)
  return Math.max(min, Math.min(max, numberOf(self, 'value', 0)))
}

function show(self: BuiltinInstance): void {
  const { rail, track, thumb, shown } = stateOf(self)
  const { min, max } = rangeOf(self)
  const value = valueOf(self)
  const part = max > min ? ((value - min) / (max - min)) * 100 : 0
  const size = Math.max(12, Math.min(28, numberOf(self, 'blockSize', 28)))
  rail.style.backgroundColor = textOf(self, 'backgroundColor') || textOf(self, 'color')
  track.style.width = `${part}%`
  track.style.backgroundColor = textOf(self, 'activeColor') || textOf(self, 'selectedColor')
  Object.assign(thumb.style, {
    left: `${part}%`,
    width: `${size}px`,
    height: `${size}px`,
    margin: `${-size / 2}px 0 0 ${-size / 2}px`,
    backgroundColor: textOf(self, 'blockColor'),
  })
  shown.hidden = !flagOf(self, 'showValue')
  shown.textContent = String(value)
  ownRole(self, 'slider', {
    valuenow: String(value),
    valuemin: String(min),
    valuemax: String(max),
    disabled: String(flagOf(self, 'disabled')),
  })
}

function moveTo(self: BuiltinInstance, x: number): void {
  const { left, width } = stateOf(self).rail.getBoundingClientRect()
  const { min, max, step } = rangeOf(self)
  const wanted = min + ((x - left) / (width || 1)) * (max - min)
  self.setData({ value: steppedValue(wanted, min, max, step) })
}

function slideTo(self: BuiltinInstance, value: number): void {
  const { min, max, step } = rangeOf(self)
  self.setData({ value: steppedValue(Number(value), min, max, step) })
  self.emit('change', { value: valueOf(self) })
}

/** `<slider>`: a number on a line, by drag or tap. */
export const slider: BuiltinDefinition = {
  name: 'slider',
  properties: {
    name: { type: String },
    min: { type: Number, value: 0 },
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: { type: Number, value: 0 },
    disabled: { type: Boolean },
    showValue: { type: Boolean },
    color: { type: String },
    selectedColor: { type: String },
    activeColor: { type: String },
    backgroundColor: { type: String },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String },
  },
  observers: {
    'min,max,step,value,disabled,showValue,color,selectedColor,activeColor,backgroundColor,blockSize,blockColor':
      show,
  },
  attached(self) {
    let before = valueOf(self)
    const stop = onDrag(self.element, {
      wants: (_, axis) => axis === 'x' && !flagOf(self, 'disabled'),
      start: () => (before = valueOf(self)),
      move(drag) {
        const shown = valueOf(self)
        moveTo(self, drag.x)
        if (valueOf(self) !== shown) self.emit('changing', { value: valueOf(self) })
      },
      end() {
        if (valueOf(self) !== before) self.emit('change', { value: valueOf(self) })
      },
    })
    leaving(self).push(stop)
  },
  detached: leave,
  onTap(self, point) {
    if (flagOf(self, 'disabled')) return true
    const before = valueOf(self)
    moveTo(self, point.x)
    if (valueOf(self) !== before) self.emit('change', { value: valueOf(self) })
    return true
  },
  methods: {
    fieldValue: valueOf,
    resetField: (self) => self.setData({ value: rangeOf(self).min }),
    /** Sets a value as WeChat's automator does. */
    slideTo,
  },
  css: `
wx-slider { display: block; margin: 10px 18px; padding: 0; touch-action: pan-y; }
.wx-slider-wrapper { display: flex; align-items: center; min-height: 16px; }
.wx-slider-tap-area { flex: 1; padding: 8px 0; }
.wx-slider-handle-wrapper { position: relative; height: 2px; border-radius: 5px; background-color: #e9e9e9; cursor: pointer; }
.wx-slider-track { height: 100%; border-radius: 6px; background-color: #1aad19; }
.wx-slider-thumb { position: absolute; top: 50%; border-radius: 50%; background-color: #fff; box-shadow: 0 0 4px rgba(0, 0, 0, 0.2); }
.wx-slider-value { width: 3ch; margin-left: 1em; color: #888; font-size: 14px; }
:where(html[data-style='v2']) .wx-slider-handle-wrapper { background-color: var(--wx-track); }
:where(html[data-style='v2']) .wx-slider-track { background-color: var(--wx-brand); }
`,
}
