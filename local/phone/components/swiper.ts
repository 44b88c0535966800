import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { choiceOf, flagOf, numberOf, reflect, textOf } from './attributes'
import { onDrag } from './drag'
import { instanceState, leave, leaving } from './instance-state'
import {
  animate,
  easeInCubic,
  easeInOutCubic,
  easeOutCubic,
  easeOutQuadratic,
  linear,
} from './motion'
import type { Easing } from './motion'
import { itemSize, itemsOf, placeItems, shapeOf } from './swiper-layout'
import { draggedPosition, settledIndex, targetPosition } from './swiper-track'

type Source = 'touch' | 'autoplay' | ''

const EASINGS: Record<string, Easing> = {
  default: easeOutQuadratic,
  linear,
  easeInCubic,
  easeOutCubic,
  easeInOutCubic,
}
const EASING_NAMES = Object.keys(EASINGS)
/** A release faster than this (px/ms) turns to the next item wherever the drag ended. */
const FLICK = 0.2

interface SwiperState {
  position: number
  current: number
  items: BuiltinInstance[]
  queued: boolean
  dragging: boolean
  stopMotion: () => void
  timer: number
}

const stateOf = instanceState<SwiperState>(() => ({
  position: 0,
  current: 0,
  items: [],
  queued: false,
  dragging: false,
  stopMotion: () => {},
  timer: 0,
}))

const shape = (self: BuiltinInstance): ReturnType<typeof shapeOf> =>
  shapeOf(self, stateOf(self).items.length)

function setPosition(self: BuiltinInstance, position: number): void {
  const state = stateOf(self)
  state.position = position
  placeItems(self, state.items, position)
}

function tellTransition(self: BuiltinInstance, origin: number): void {
  const moved = (stateOf(self).position - origin) * itemSize(self)
  const vertical = flagOf(self, 'vertical')
  self.emit('transition', { dx: vertical ? 0 : moved, dy: vertical ? moved : 0 })
}

function detailOf(self: BuiltinInstance, source: Source): Record<string, unknown> {
  const { current, items } = stateOf(self)
  const item = items[current]
  return { current, currentItemId: item ? textOf(item, 'itemId') : '', source }
}

/** Moves to an item: `bindchange` when it is another one, then the way, then the end of it. */
function turnTo(self: BuiltinInstance, index: number, source: Source, direction: -1 | 0 | 1): void {
  const state = stateOf(self)
  const from = state.position
  const origin = state.current
  const changed = index !== state.current
  state.current = index
  if (changed) {
    self.setData({ current: index })
    self.emit('change', detailOf(self, source))
    // The handler may have turned it elsewhere already.
    if (state.current !== index) return
  }
  state.stopMotion()
  const target = targetPosition(shape(self), from, index, direction)
  const easing = EASINGS[choiceOf(self, 'easingFunction', EASING_NAMES, 'default')] ?? linear
  state.stopMotion = animate(
    self.window,
    target === from ? 0 : numberOf(self, 'duration', 500),
    (progress) => {
      setPosition(self, from + (target - from) * easing(progress))
      if (target !== from) tellTransition(self, origin)
    },
    () => {
      setPosition(self, index)
      self.emit('animationfinish', detailOf(self, source))
      schedule(self)
    },
  )
}

function schedule(self: BuiltinInstance): void {
  const state = stateOf(self)
  self.window.clearTimeout(state.timer)
  if (!flagOf(self, 'autoplay') || !self.element.isConnected) return
  state.timer = self.window.setTimeout(() => playNext(self), numberOf(self, 'interval', 5000))
}

function playNext(self: BuiltinInstance): void {
  const state = stateOf(self)
  const track = shape(self)
  const seen = self.host.currentPage()?.window === self.window && !self.document.hidden
  if (!seen || state.dragging || track.count <= track.shown) return schedule(self)
  const next = state.current + 1
  const last = track.count - track.shown
  turnTo(self, settledIndex(track, !track.circular && next > last ? 0 : next), 'autoplay', 1)
}

/** Looks again at which items there are, after the rest of the same setData is in the page. */
function refreshItems(self: BuiltinInstance): void {
  const state = stateOf(self)
  if (state.queued) return
  state.queued = true
  self.window.queueMicrotask(() => {
    state.queued = false
    if (!self.element.isConnected) return
    state.items = itemsOf(self)
    const wanted = settledIndex(shape(self), numberOf(self, 'current', 0))
    state.stopMotion()
    state.current = wanted
    setPosition(self, wanted)
    schedule(self)
  })
}

function startDragging(self: BuiltinInstance): void {
  let grabbed = 0
  const stop = onDrag(self.element, {
    wants: (_, axis) =>
      axis === (flagOf(self, 'vertical') ? 'y' : 'x') &&
      !flagOf(self, 'disableTouch') &&
      stateOf(self).items.length > 0,
    start() {
      const state = stateOf(self)
      state.stopMotion()
      state.dragging = true
      self.window.clearTimeout(state.timer)
      grabbed = state.position
    },
    move(drag) {
      const moved = flagOf(self, 'vertical') ? drag.dy : drag.dx
      setPosition(self, draggedPosition(shape(self), grabbed - moved / (itemSize(self) || 1)))
      tellTransition(self, stateOf(self).current)
    },
    end(end) {
      const state = stateOf(self)
      state.dragging = false
      const velocity = flagOf(self, 'vertical') ? end.velocityY : end.velocityX
      const flick = end.cancelled || Math.abs(velocity) < FLICK ? 0 : -0.5 * Math.sign(velocity)
      const index = settledIndex(shape(self), state.position + flick)
      turnTo(self, index, 'touch', flick === 0 ? 0 : flick > 0 ? 1 : -1)
    },
  })
  leaving(self).push(stop)
}

/** `<swiper>`: turns its items one by one, by finger, by mouse, by itself or by `current`. */
export const swiper: BuiltinDefinition = {
  name: 'swiper',
  properties: {
    indicatorDots: { type: Boolean },
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    indicatorType: { type: String, value: 'auto' },
    autoplay: { type: Boolean },
    current: { type: Number },
    currentItemId: { type: String },
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: { type: Boolean },
    vertical: { type: Boolean },
    previousMargin: { type: String, value: '0px' },
    nextMargin: { type: String, value: '0px' },
    displayMultipleItems: { type: Number, value: 1 },
    skipHiddenItemLayout: { type: Boolean },
    easingFunction: { type: String, value: 'default' },
    snapToEdge: { type: Boolean },
    disableTouch: { type: Boolean },
  },
  observers: {
    current(self) {
      const state = stateOf(self)
      if (state.items.length === 0) return
      const index = settledIndex(shape(self), numberOf(self, 'current', 0))
      if (index !== state.current) turnTo(self, index, '', 0)
    },
    currentItemId(self) {
      const id = textOf(self, 'currentItemId')
      const { items } = stateOf(self)
      const index = items.findIndex((item) => textOf(item, 'itemId') === id)
      if (id !== '' && index >= 0 && index !== stateOf(self).current) turnTo(self, index, '', 0)
    },
    'autoplay,interval': schedule,
    vertical: (self) => reflect(self, 'vertical', flagOf(self, 'vertical')),
    'circular,vertical,previousMargin,nextMargin,displayMultipleItems,snapToEdge,indicatorDots,indicatorColor,indicatorActiveColor,indicatorType':
      refreshItems,
  },
  attached(self) {
    refreshItems(self)
    startDragging(self)
    const children = new self.window.MutationObserver((records) => {
      const isOwnPart = (node: Node): boolean =>
        node instanceof self.window.Element && node.classList.contains('wx-swiper-dots')
      const touched = records.flatMap((record) => [...record.addedNodes, ...record.removedNodes])
      if (!touched.every(isOwnPart)) refreshItems(self)
    })
    children.observe(self.element, { childList: true })
    const sizes = new self.window.ResizeObserver(() => {
      if (stateOf(self).items.length > 0) setPosition(self, stateOf(self).position)
    })
    sizes.observe(self.element)
    leaving(self).push(
      () => children.disconnect(),
      () => sizes.disconnect(),
      () => stateOf(self).stopMotion(),
      () => self.window.clearTimeout(stateOf(self).timer),
    )
  },
  detached: leave,
  methods: {
    refreshItems,
    /** Turns to an item, as WeChat's automator does. */
    swipeTo(self, index: number) {
      turnTo(self, settledIndex(shape(self), Number(index)), 'touch', 0)
    },
  },
  css: `
wx-swiper { display: block; position: relative; height: 150px; overflow: hidden; touch-action: pan-y pinch-zoom; }
wx-swiper[vertical] { touch-action: pan-x pinch-zoom; }
.wx-swiper-dots { position: absolute; z-index: 1; font-size: 0; pointer-events: none; }
.wx-swiper-dots-horizontal { left: 50%; bottom: 10px; text-align: center; white-space: nowrap; transform: translate(-50%, 0); }
.wx-swiper-dots-vertical { right: 10px; top: 50%; text-align: right; transform: translate(0, -50%); }
.wx-swiper-dot { display: inline-block; width: 8px; height: 8px; border-radius: 50%; cursor: pointer; transition: background-color 0.2s; }
.wx-swiper-dots-horizontal > .wx-swiper-dot { margin-right: 8px; }
.wx-swiper-dots-horizontal > .wx-swiper-dot:last-child { margin-right: 0; }
.wx-swiper-dots-vertical > .wx-swiper-dot { display: block; margin-bottom: 9px; }
.wx-swiper-dots-vertical > .wx-swiper-dot:last-child { margin-bottom: 0; }
`,
}

/** `<swiper-item>`: one page of a swiper, as large as its place. */
export const swiperItem: BuiltinDefinition = {
  name: 'swiper-item',
  properties: { itemId: { type: String }, skipHiddenItemLayout: { type: Boolean } },
  attached: (self) => void self.closest('swiper')?.call('refreshItems'),
  css: `
wx-swiper-item {
  display: block;
  position: absolute;
  top: 0;
  left: 0;
  width: 100%;
  height: 100%;
  overflow: hidden;
  will-change: transform;
}
`,
}
