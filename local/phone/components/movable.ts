import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf } from './attributes'
import { onDrag } from './drag'
import type { Drag } from './drag'
import { instanceState, leave, leaving } from './instance-state'
import { pixelsOf } from './length'
import { animate, easeOutCubic, roll } from './motion'
import { watchPinch } from './pinch'

const DIRECTIONS = ['none', 'all', 'vertical', 'horizontal'] as const
type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction'

/** Only a part of the way beyond the edge is gone, as with a rubber band. */
const BEYOND = 0.3

interface MovableState {
  x: number
  y: number
  scale: number
  stopMotion: () => void
}

const stateOf = instanceState<MovableState>(() => ({ x: 0, y: 0, scale: 1, stopMotion: () => {} }))

interface Range {
  minX: number
  maxX: number
  minY: number
  maxY: number
}

/** Where the view may be: inside the area, or, when larger, covering it. */
function rangeOf(self: BuiltinInstance, scale: number): Range {
  const area = self.element.parentElement?.closest('wx-movable-area')
  const { offsetWidth, offsetHeight } = self.element
  const spareX = (area?.clientWidth ?? 0) - offsetWidth * scale
  const spareY = (area?.clientHeight ?? 0) - offsetHeight * scale
  // Scaling is around the middle, so that the edge is not where x and y are.
  const growX = (offsetWidth * (scale - 1)) / 2
  const growY = (offsetHeight * (scale - 1)) / 2
  return {
    minX: Math.min(0, spareX) + growX,
    maxX: Math.max(0, spareX) + growX,
    minY: Math.min(0, spareY) + growY,
    maxY: Math.max(0, spareY) + growY,
  }
}

const between = (value: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, value))

function clampedPlace(self: BuiltinInstance, x: number, y: number): { x: number; y: number } {
  const { minX, maxX, minY, maxY } = rangeOf(self, stateOf(self).scale)
  return { x: between(x, minX, maxX), y: between(y, minY, maxY) }
}

const soft = (value: number, min: number, max: number): number => {
  const inside = between(value, min, max)
  return inside + (value - inside) * BEYOND
}

function put(self: BuiltinInstance, x: number, y: number, source: Source | null): void {
  const state = stateOf(self)
  const moved = state.x !== x || state.y !== y
  state.x = x
  state.y = y
  self.setOwnStyle({ transform: `translate(${x}px, ${y}px) scale(${state.scale})` })
  if (moved && source !== null) self.emit('change', { x, y, source })
}

function glideTo(self: BuiltinInstance, x: number, y: number, source: Source): void {
  const state = stateOf(self)
  state.stopMotion()
  const from = { x: state.x, y: state.y }
  // A higher damping is quicker; 20 is WeChat's default.
  const duration = flagOf(self, 'animation') ? 8000 / Math.max(1, numberOf(self, 'damping', 20)) : 0
  state.stopMotion = animate(self.window, duration, (progress) => {
    const done = easeOutCubic(progress)
    put(self, from.x + (x - from.x) * done, from.y + (y - from.y) * done, source)
  })
}

/** Follows the x and y attributes, at least as far as the area lets it. */
function applyPlace(self: BuiltinInstance): void {
  if (!self.element.isConnected) return
  const wanted = clampedPlace(self, pixelsOf(self, 'x'), pixelsOf(self, 'y'))
  const { x, y } = stateOf(self)
  if (wanted.x !== x || wanted.y !== y) glideTo(self, wanted.x, wanted.y, '')
}

function applyScale(self: BuiltinInstance, wanted: number): void {
  const state = stateOf(self)
  if (!flagOf(self, 'scale')) return
  const min = numberOf(self, 'scaleMin', 0.5)
  const scale = between(wanted, min, numberOf(self, 'scaleMax', 10))
  if (scale === state.scale) return
  state.scale = scale
  const { x, y } = clampedPlace(self, state.x, state.y)
  put(self, x, y, null)
  self.emit('scale', { x, y, scale })
}

function allowed(self: BuiltinInstance): { x: boolean; y: boolean } {
  const direction = choiceOf(self, 'direction', DIRECTIONS, 'none')
  if (flagOf(self, 'disabled')) return { x: false, y: false }
  return {
    x: direction === 'all' || direction === 'horizontal',
    y: direction === 'all' || direction === 'vertical',
  }
}

function dragTo(self: BuiltinInstance, from: { x: number; y: number }, drag: Drag): void {
  const axes = allowed(self)
  const wanted = { x: from.x + (axes.x ? drag.dx : 0), y: from.y + (axes.y ? drag.dy : 0) }
  const inside = clampedPlace(self, wanted.x, wanted.y)
  const isInside = inside.x === wanted.x && inside.y === wanted.y
  if (isInside || !flagOf(self, 'outOfBounds')) return put(self, inside.x, inside.y, 'touch')
  const { minX, maxX, minY, maxY } = rangeOf(self, stateOf(self).scale)
  put(self, soft(wanted.x, minX, maxX), soft(wanted.y, minY, maxY), 'touch-out-of-bounds')
}

function letGo(self: BuiltinInstance, velocityX: number, velocityY: number): void {
  const state = stateOf(self)
  const inside = clampedPlace(self, state.x, state.y)
  if (inside.x !== state.x || inside.y !== state.y) {
    return glideTo(self, inside.x, inside.y, 'out-of-bounds')
  }
  if (!flagOf(self, 'inertia')) return
  const axes = allowed(self)
  const [speedX, speedY] = [axes.x ? velocityX : 0, axes.y ? velocityY : 0]
  const speed = Math.hypot(speedX, speedY)
  if (speed === 0) return
  const from = { x: state.x, y: state.y }
  // A higher friction stops sooner; 2 is WeChat's default.
  const reach = 2 / Math.max(0.1, numberOf(self, 'friction', 2))
  state.stopMotion = roll(self.window, speed, (distance) => {
    const way = (distance * reach) / speed
    const next = clampedPlace(self, from.x + speedX * way, from.y + speedY * way)
    const moved = next.x !== state.x || next.y !== state.y
    put(self, next.x, next.y, 'friction')
    return moved || distance === 0
  })
}

/** `<movable-view>`: can be dragged about, and pinched, within its movable-area. */
export const movableView: BuiltinDefinition = {
  name: 'movable-view',
  properties: {
    direction: { type: String, value: 'none' },
    inertia: { type: Boolean },
    outOfBounds: { type: Boolean },
    x: { type: null, value: 0 },
    y: { type: null, value: 0 },
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    disabled: { type: Boolean },
    scale: { type: Boolean },
    scaleMin: { type: Number, value: 0.5 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
    animation: { type: null, value: true },
  },
  observers: {
    'x,y': applyPlace,
    scaleValue: (self) => applyScale(self, numberOf(self, 'scaleValue', 1)),
    direction(self) {
      const axes = allowed(self)
      const left = [!axes.x && 'pan-x', !axes.y && 'pan-y'].filter(Boolean).join(' ')
      self.setOwnStyle({ 'touch-action': left || 'none' })
    },
  },
  attached(self) {
    const state = stateOf(self)
    applyScale(self, numberOf(self, 'scaleValue', 1))
    const first = clampedPlace(self, pixelsOf(self, 'x'), pixelsOf(self, 'y'))
    put(self, first.x, first.y, null)
    let from = { x: 0, y: 0 }
    const stop = onDrag(self.element, {
      wants(_, axis) {
        const axes = allowed(self)
        if (!axes.x && !axes.y) return false
        const event = axis === 'x' ? 'htouchmove' : 'vtouchmove'
        self.emit(event, {})
        return (axes.x && axes.y) || axes[axis]
      },
      start() {
        state.stopMotion()
        from = { x: state.x, y: state.y }
      },
      move: (drag) => dragTo(self, from, drag),
      end: (end) =>
        letGo(self, end.cancelled ? 0 : end.velocityX, end.cancelled ? 0 : end.velocityY),
    })
    const sizes = new self.window.ResizeObserver(() => {
      const { x, y } = clampedPlace(self, state.x, state.y)
      put(self, x, y, null)
    })
    const area = self.element.parentElement?.closest('wx-movable-area')
    if (area) sizes.observe(area)
    leaving(self).push(
      stop,
      () => sizes.disconnect(),
      () => state.stopMotion(),
    )
  },
  detached: leave,
  methods: {
    /** Moves as WeChat's automator does. */
    moveTo(self, x: number, y: number) {
      const place = clampedPlace(self, Number(x), Number(y))
      put(self, place.x, place.y, '')
    },
    pinched: (self, scale: number) => applyScale(self, scale),
    scaleNow: (self) => stateOf(self).scale,
  },
  css: `
wx-movable-view { display: inline-block; position: absolute; top: 0; left: 0; width: 10px; height: 10px; touch-action: none; }
`,
}

/** `<movable-area>`: the room of movable-views; with `scale-area` a pinch anywhere in it counts. */
export const movableArea: BuiltinDefinition = {
  name: 'movable-area',
  properties: { scaleArea: { type: Boolean } },
  attached(self) {
    let started: [BuiltinInstance, number][] = []
    const stop = watchPinch(self.element, {
      start(touched) {
        const views = self.descendants('movable-view').filter((view) => flagOf(view, 'scale'))
        started = views
          .filter((view) => flagOf(self, 'scaleArea') || view.element.contains(touched))
          .map((view) => [view, Number(view.call('scaleNow'))])
      },
      move(ratio) {
        for (const [view, scale] of started) view.call('pinched', scale * ratio)
      },
    })
    leaving(self).push(stop)
  },
  detached: leave,
  css: 'wx-movable-area { display: block; position: relative; width: 10px; height: 10px; }',
}
