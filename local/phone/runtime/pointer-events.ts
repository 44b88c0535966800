import { dispatchTouch, type TouchPoint } from './easel/events'
import { easelElementOf } from './easel/window-backend'
import { runDefaultTap } from './default-tap'
import { pressHover, type Hover } from './hover'

/** How far a finger may stray in a tap, in px, and how long a press is, in ms: WeChat's values. */
const TAP_DISTANCE = 10
const LONG_PRESS = 350

interface Surroundings {
  /** Called when a tap begins to reach the page's handlers. */
  onGesture(): void
}

type EaselElement = NonNullable<ReturnType<typeof easelElementOf>>

interface Press {
  element: EaselElement
  start: TouchPoint
  isMoved: boolean
  isLong: boolean
  timer: number
  hover: Hover
}

/**
 * Makes WeChat's touch events, `tap` and `longpress` of the mouse and of fingers. Everything is
 * sent where the press began, as on a phone.
 */
export function watchPointers(view: Window & typeof globalThis, { onGesture }: Surroundings): void {
  const { document } = view
  let press: Press | null = null
  let lastTouch = 0

  const begin = (points: TouchPoint[], changed: TouchPoint[], target: EventTarget | null): void => {
    const element = easelElementOf(target as Node | null)
    const [start] = changed
    if (!element || !start) return
    if (!press) {
      const hover = pressHover(element, view)
      press = { element, start, isMoved: false, isLong: false, timer: 0, hover }
      press.timer = view.setTimeout(longPress, LONG_PRESS, press)
    }
    dispatchTouch(press.element, 'touchstart', pageXY(start), fields(points, changed))
  }

  const move = (points: TouchPoint[], changed: TouchPoint[]): boolean => {
    const [point] = changed
    if (!press || !point) return false
    const { start } = press
    const distance = Math.hypot(point.clientX - start.clientX, point.clientY - start.clientY)
    if (!press.isMoved && distance > TAP_DISTANCE) {
      press.isMoved = true
      view.clearTimeout(press.timer)
      press.hover.cancel()
    }
    return dispatchTouch(press.element, 'touchmove', pageXY(point), fields(points, changed))
  }

  const end = (points: TouchPoint[], changed: TouchPoint[], isCancelled: boolean): void => {
    const ended = press
    const [point] = changed
    if (!ended || !point) return
    if (points.length === 0) press = null
    view.clearTimeout(ended.timer)
    const type = isCancelled ? 'touchcancel' : 'touchend'
    dispatchTouch(ended.element, type, pageXY(point), fields(points, changed))
    if (isCancelled || ended.isMoved) return ended.hover.cancel()
    ended.hover.release()
    if (!ended.isLong) tap(ended.element, point)
  }

  const longPress = (pressed: Press): void => {
    if (press !== pressed || pressed.isMoved) return
    const detail = pageXY(pressed.start)
    const touched = fields([pressed.start], [pressed.start])
    const isHeard = listensFor(pressed.element, 'longpress')
    // A long press that somebody listens for is no tap any more.
    pressed.isLong = isHeard
    dispatchTouch(pressed.element, 'longpress', detail, touched)
    dispatchTouch(pressed.element, 'longtap', detail, touched)
  }

  const tap = (element: EaselElement, point: TouchPoint): void => {
    onGesture()
    dispatchTouch(element, 'tap', pageXY(point), fields([], [point]))
    runDefaultTap(element, { x: point.clientX, y: point.clientY })
  }

  const mouse = (event: PointerEvent): TouchPoint => pointOf(event, 0, document)
  const isMouse = (event: PointerEvent): boolean => event.pointerType !== 'touch'
  view.addEventListener(
    'pointerdown',
    (event) => {
      if (!isMouse(event) || event.button !== 0) return
      begin([mouse(event)], [mouse(event)], event.target)
    },
    true,
  )
  view.addEventListener(
    'pointermove',
    (event) => {
      if (isMouse(event) && press) move([mouse(event)], [mouse(event)])
    },
    true,
  )
  view.addEventListener(
    'pointerup',
    (event) => isMouse(event) && end([], [mouse(event)], false),
    true,
  )
  view.addEventListener(
    'pointercancel',
    (event) => isMouse(event) && end([], [mouse(event)], true),
    true,
  )

  const points = (list: TouchList): TouchPoint[] =>
    [...list].map((touch) => pointOf(touch, touch.identifier, document))
  view.addEventListener(
    'touchstart',
    (event) => {
      lastTouch = event.timeStamp
      begin(points(event.touches), points(event.changedTouches), event.target)
    },
    { capture: true, passive: true },
  )
  view.addEventListener(
    'touchmove',
    (event) => {
      const isCaught = move(points(event.touches), points(event.changedTouches))
      if (isCaught && event.cancelable) event.preventDefault()
    },
    { capture: true, passive: false },
  )
  for (const type of ['touchend', 'touchcancel'] as const) {
    view.addEventListener(
      type,
      (event) => end(points(event.touches), points(event.changedTouches), type === 'touchcancel'),
      { capture: true, passive: true },
    )
  }
  view.addEventListener('contextmenu', (event) => {
    // A finger that rests opens the browser's own menu, which a phone does not have.
    if (event.timeStamp - lastTouch < 1000) event.preventDefault()
  })
}

function listensFor(element: EaselElement, type: string): boolean {
  for (let each: EaselElement | null = element; each; each = each.getComposedParent()) {
    const target = (
      each as { _$eventTarget?: { listeners: object; captureListeners: object | null } }
    )._$eventTarget
    if (target && (type in target.listeners || type in (target.captureListeners ?? {}))) return true
  }
  return false
}

function pointOf(
  place: { clientX: number; clientY: number },
  identifier: number,
  { documentElement }: Document,
): TouchPoint {
  const { clientX, clientY } = place
  const pageX = clientX + documentElement.scrollLeft
  const pageY = clientY + documentElement.scrollTop
  return { identifier, clientX, clientY, pageX, pageY, force: 1 }
}

function pageXY({ pageX, pageY }: TouchPoint): { x: number; y: number } {
  return { x: pageX, y: pageY }
}

function fields(
  touches: TouchPoint[],
  changedTouches: TouchPoint[],
): { touches: TouchPoint[]; changedTouches: TouchPoint[] } {
  return { touches, changedTouches }
}
