import type { BuiltinDefinition, BuiltinInstance } from '../runtime/types'
import { flagOf, reflect } from './attributes'
import { instanceState, leave, leaving } from './instance-state'
import { pixelsOf } from './length'
import { scrollByMouse } from './mouse-scroll'
import { applyFirstPlace, requestPlace } from './scroll-position'
import { applyTriggered, refresherCss, startRefresher, styleRefresher } from './scroll-refresher'
import { scrollViewContext } from './scroll-view-context'

/** WeChat tells of a reached edge at most this often, in milliseconds. */
const EDGE_INTERVAL = 200

/** Nothing was told yet, also for a page that is younger than the interval. */
const stateOf = instanceState(() => ({ left: 0, top: 0, startAt: -Infinity, endAt: -Infinity }))

function onScroll(self: BuiltinInstance, event: Event): void {
  const state = stateOf(self)
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = self.element
  const deltaX = state.left - scrollLeft
  const deltaY = state.top - scrollTop
  if (deltaX === 0 && deltaY === 0) return
  state.left = scrollLeft
  state.top = scrollTop
  self.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY })
  if (flagOf(self, 'scrollY')) {
    const rest = scrollHeight - scrollTop - self.element.clientHeight
    tellEdges(self, event.timeStamp, {
      delta: deltaY,
      before: scrollTop,
      rest,
      start: 'top',
      end: 'bottom',
    })
  }
  if (flagOf(self, 'scrollX')) {
    const rest = scrollWidth - scrollLeft - self.element.clientWidth
    tellEdges(self, event.timeStamp, {
      delta: deltaX,
      before: scrollLeft,
      rest,
      start: 'left',
      end: 'right',
    })
  }
}

interface EdgeCheck {
  delta: number
  before: number
  rest: number
  start: string
  end: string
}

function tellEdges(self: BuiltinInstance, now: number, check: EdgeCheck): void {
  const state = stateOf(self)
  const { delta, before, rest } = check
  if (delta > 0 && before <= pixelsOf(self, 'upperThreshold', 50)) {
    if (now - state.startAt < EDGE_INTERVAL) return
    state.startAt = now
    self.emit('scrolltoupper', { direction: check.start })
  }
  if (delta < 0 && rest <= pixelsOf(self, 'lowerThreshold', 50)) {
    if (now - state.endAt < EDGE_INTERVAL) return
    state.endAt = now
    self.emit('scrolltolower', { direction: check.end })
  }
}

function tellDrag(self: BuiltinInstance, name: string, extra: Record<string, unknown> = {}): void {
  if (!flagOf(self, 'enhanced')) return
  const { scrollTop, scrollLeft } = self.element
  self.emit(name, { scrollTop, scrollLeft, ...extra })
}

function watchDrags(self: BuiltinInstance): void {
  self.element.addEventListener('touchstart', () => tellDrag(self, 'dragstart'), { passive: true })
  self.element.addEventListener('touchmove', () => tellDrag(self, 'dragging'), { passive: true })
  self.element.addEventListener('touchend', () => tellDrag(self, 'dragend'), { passive: true })
  const stop = scrollByMouse(self.element, {
    axes: () => ({ x: flagOf(self, 'scrollX'), y: flagOf(self, 'scrollY') }),
    started: () => tellDrag(self, 'dragstart'),
    moved: () => tellDrag(self, 'dragging'),
    ended: ({ velocityX, velocityY }) =>
      tellDrag(self, 'dragend', { velocity: { x: -velocityX, y: -velocityY } }),
  })
  leaving(self).push(stop)
}

/** `<scroll-view>`: the element itself scrolls, so that sticky and percentages work inside it. */
export const scrollView: BuiltinDefinition = {
  name: 'scroll-view',
  properties: {
    scrollX: { type: Boolean },
    scrollY: { type: Boolean },
    scrollTop: { type: null },
    scrollLeft: { type: null },
    scrollIntoView: { type: String },
    scrollIntoViewOffset: { type: null, value: 0 },
    scrollWithAnimation: { type: Boolean },
    upperThreshold: { type: null, value: 50 },
    lowerThreshold: { type: null, value: 50 },
    enableBackToTop: { type: Boolean },
    enableFlex: { type: Boolean },
    enablePassive: { type: null },
    enhanced: { type: Boolean },
    bounces: { type: Boolean, value: true },
    showScrollbar: { type: Boolean, value: true },
    pagingEnabled: { type: Boolean },
    fastDeceleration: { type: Boolean },
    scrollAnchoring: { type: Boolean },
    usingSticky: { type: Boolean },
    type: { type: String, value: 'list' },
    refresherEnabled: { type: Boolean },
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String },
    refresherTriggered: { type: Boolean },
  },
  created(self) {
    self.element.addEventListener('scroll', (event) => onScroll(self, event))
  },
  observers: {
    scrollX: (self) => reflect(self, 'scroll-x', flagOf(self, 'scrollX')),
    scrollY: (self) => reflect(self, 'scroll-y', flagOf(self, 'scrollY')),
    enableFlex: (self) => reflect(self, 'enable-flex', flagOf(self, 'enableFlex')),
    scrollAnchoring: (self) => reflect(self, 'scroll-anchoring', flagOf(self, 'scrollAnchoring')),
    'enhanced,pagingEnabled,bounces'(self) {
      const enhanced = flagOf(self, 'enhanced')
      reflect(self, 'paging', enhanced && flagOf(self, 'pagingEnabled'))
      reflect(self, 'no-bounce', enhanced && !flagOf(self, 'bounces'))
    },
    scrollTop: (self) => requestPlace(self, 'top'),
    scrollLeft: (self) => requestPlace(self, 'left'),
    scrollIntoView: (self) => requestPlace(self, 'intoView'),
    'refresherEnabled,refresherDefaultStyle,refresherBackground': styleRefresher,
    'refresherEnabled,refresherTriggered': applyTriggered,
  },
  attached(self) {
    applyFirstPlace(self)
    startRefresher(self)
    watchDrags(self)
    const stop = self.host.on('statusBarTap', () => {
      if (flagOf(self, 'enableBackToTop') && self.host.currentPage()?.window === self.window) {
        self.element.scrollTo({ top: 0, behavior: 'smooth' })
      }
    })
    leaving(self).push(stop)
  },
  detached: leave,
  methods: {
    /** What `NodesRef.fields({ node: true })` gives: WeChat's ScrollViewContext. */
    node: scrollViewContext,
    scrollTo: (self, x: number, y: number) => self.element.scrollTo(x, y),
    scrollWidth: (self) => self.element.scrollWidth,
    scrollHeight: (self) => self.element.scrollHeight,
  },
  css: `
wx-scroll-view {
  display: block;
  position: relative;
  width: 100%;
  overflow: hidden;
  overflow-anchor: none;
  scrollbar-width: none;
}
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-scroll-view[no-bounce] { overscroll-behavior: none; }
wx-scroll-view[scroll-anchoring] { overflow-anchor: auto; }
wx-scroll-view[enable-flex] { display: flex; }
wx-scroll-view[paging][scroll-x] { scroll-snap-type: x mandatory; }
wx-scroll-view[paging][scroll-y] { scroll-snap-type: y mandatory; }
wx-scroll-view[paging] > * { scroll-snap-align: start; scroll-snap-stop: always; }
${refresherCss}`,
}
