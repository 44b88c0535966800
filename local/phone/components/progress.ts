import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, textOf } from './attributes'
import { ownRole } from './accessibility'
import { instanceState, leave, leaving } from './instance-state'
import { pixelsOf } from './length'
import { animate, linear } from './motion'
import { makePart } from './parts'

const MODES = ['backwards', 'forwards'] as const

const stateOf = instanceState((self) => {
  const bar = makePart(self, 'div', 'wx-progress-bar')
  const inner = makePart(self, 'div', 'wx-progress-inner-bar')
  const info = makePart(self, 'div', 'wx-progress-info')
  bar.append(inner)
  self.element.append(bar, info)
  return { bar, inner, info, shown: 0, stop: () => {} }
})

function showPercent(self: BuiltinInstance, percent: number): void {
  const state = stateOf(self)
  state.shown = percent
  state.inner.style.width = `${percent}%`
  state.info.textContent = `${Math.round(percent)}%`
}

function move(self: BuiltinInstance): void {
  const state = stateOf(self)
  const percent = Math.max(0, Math.min(100, numberOf(self, 'percent')))
  ownRole(self, 'progressbar', { valuenow: String(percent), valuemin: '0', valuemax: '100' })
  state.stop()
  if (!flagOf(self, 'active') || !self.element.isConnected) return showPercent(self, percent)
  const from = choiceOf(self, 'activeMode', MODES, 'backwards') === 'forwards' ? state.shown : 0
  const duration = Math.abs(percent - from) * numberOf(self, 'duration', 30)
  state.stop = animate(
    self.window,
    duration,
    (progress) => showPercent(self, from + (percent - from) * linear(progress)),
    () => self.emit('activeend', {}),
  )
}

function paint(self: BuiltinInstance): void {
  const { bar, inner, info } = stateOf(self)
  const radius = `${pixelsOf(self, 'borderRadius', 0)}px`
  bar.style.height = `${pixelsOf(self, 'strokeWidth', 6)}px`
  bar.style.borderRadius = radius
  bar.style.backgroundColor = textOf(self, 'backgroundColor')
  inner.style.borderRadius = radius
  inner.style.backgroundColor = textOf(self, 'activeColor') || textOf(self, 'color')
  info.hidden = !flagOf(self, 'showInfo')
  info.style.fontSize = `${pixelsOf(self, 'fontSize', 16)}px`
}

/** `<progress>`: a bar that fills, at once or in time. */
export const progress: BuiltinDefinition = {
  name: 'progress',
  properties: {
    percent: { type: Number },
    showInfo: { type: Boolean },
    borderRadius: { type: null, value: 0 },
    fontSize: { type: null, value: 16 },
    strokeWidth: { type: null, value: 6 },
    color: { type: String },
    activeColor: { type: String },
    backgroundColor: { type: String },
    active: { type: Boolean },
    activeMode: { type: String, value: 'backwards' },
    duration: { type: Number, value: 30 },
  },
  observers: {
    'showInfo,borderRadius,fontSize,strokeWidth,color,activeColor,backgroundColor': paint,
    'percent,active': move,
  },
  attached(self) {
    move(self)
    leaving(self).push(() => stateOf(self).stop())
  },
  detached: leave,
  css: `
wx-progress { display: flex; align-items: center; }
.wx-progress-bar { flex: 1; overflow: hidden; background-color: #ebebeb; }
.wx-progress-inner-bar { width: 0; height: 100%; background-color: #09bb07; }
.wx-progress-info { min-width: 2em; margin-left: 15px; text-align: left; }
`,
}
