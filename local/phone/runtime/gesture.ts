import { runDefaultTap } from './default-tap'
import { builtinDefinitionOf } from './easel/builtin-instance'
import { dispatchTouch, type TouchFields, type TouchPoint } from './easel/events'
import { hasListener, type EaselElement } from './easel/window-backend'
import { pressHover, type Hover } from './hover'

/** How far a finger may stray in a tap, in px, and how long a press is, in ms: WeChat's values. */
const TAP_DISTANCE = 10
const LONG_PRESS = 350

interface Press {
  element: EaselElement
  start: TouchPoint
  isMoved: boolean
  /** Somebody heard the long press: lifting the finger is no tap any more. */
  isLong: boolean
  beganAt: number
  /** Of the long press; 0 once it has happened. */
  timer: number
  hover: Hover
}

/**
 * Makes WeChat's touch events, `tap` and `longpress` of fingers on one page. Everything is sent to
 * the element where the press began, as on a phone.
 */
export interface Gesture {
  begin(element: EaselElement, fields: TouchFields): void
  /** True when a handler caught the move: the page must not scroll. */
  move(fields: TouchFields): boolean
  end(fields: TouchFields): void
  cancel(fields: TouchFields): void
  /** A finger that comes down on an element and leaves at once. */
  tap(element: EaselElement, point: TouchPoint): void
  readonly isPressed: boolean
}

/** `onTap` is called when a tap begins to reach the page's handlers. */
export function createGesture(view: Window, onTap: () => void): Gesture {
  let press: Press | null = null

  const end = (fields: TouchFields, type: 'touchend' | 'touchcancel'): void => {
    const ended = press
    const [point] = fields.changedTouches
    if (!ended || !point) return
    // A busy page may be late with its timer.
    const isDue = ended.timer !== 0 && performance.now() - ended.beganAt >= LONG_PRESS
    if (isDue && type === 'touchend') longPress(ended)
    if (fields.touches.length === 0) press = null
    view.clearTimeout(ended.timer)
    dispatchTouch(ended.element, type, placeOf(point), fields)
    if (type === 'touchcancel' || ended.isMoved) return ended.hover.cancel()
    ended.hover.release()
    if (ended.isLong) return
    onTap()
    if (!builtinDefinitionOf(ended.element)?.sendsTap) {
      dispatchTouch(ended.element, 'tap', placeOf(point), fields)
    }
    runDefaultTap(ended.element, { x: point.clientX, y: point.clientY })
  }

  const longPress = (pressed: Press): void => {
    if (press !== pressed || pressed.isMoved) return
    view.clearTimeout(pressed.timer)
    pressed.timer = 0
    pressed.isLong = hasListener(pressed.element, 'longpress')
    const fields = { touches: [pressed.start], changedTouches: [pressed.start] }
    dispatchTouch(pressed.element, 'longpress', placeOf(pressed.start), fields)
    dispatchTouch(pressed.element, 'longtap', placeOf(pressed.start), fields)
  }

  const gesture: Gesture = {
    get isPressed() {
      return press !== null
    },
    begin(element, fields) {
      const [start] = fields.changedTouches
      if (!start) return
      if (!press) {
        const hover = pressHover(element, view)
        const beganAt = performance.now()
        press = { element, start, isMoved: false, isLong: false, beganAt, timer: 0, hover }
        press.timer = view.setTimeout(longPress, LONG_PRESS, press)
      }
      dispatchTouch(press.element, 'touchstart', placeOf(start), fields)
    },
    move(fields) {
      const [point] = fields.changedTouches
      if (!press || !point) return false
      const { start } = press
      const distance = Math.hypot(point.clientX - start.clientX, point.clientY - start.clientY)
      if (!press.isMoved && distance > TAP_DISTANCE) {
        press.isMoved = true
        view.clearTimeout(press.timer)
        press.hover.cancel()
      }
      return dispatchTouch(press.element, 'touchmove', placeOf(point), fields)
    },
    end: (fields) => end(fields, 'touchend'),
    cancel: (fields) => end(fields, 'touchcancel'),
    tap(element, point) {
      gesture.begin(element, { touches: [point], changedTouches: [point] })
      gesture.end({ touches: [], changedTouches: [point] })
    },
  }
  return gesture
}

function placeOf({ pageX, pageY }: TouchPoint): { x: number; y: number } {
  return { x: pageX, y: pageY }
}
