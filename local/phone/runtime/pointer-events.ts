import type { TouchPoint } from './easel/events'
import { easelElementOf } from './easel/window-backend'
import type { Gesture } from './gesture'

/** How long after a touch a context menu counts as the finger's, in ms. */
const FINGER_MENU = 1000

/** Pointers that also send touch events. */
const FINGERS = new Set(['touch', 'pen'])

/** Feeds a page's gesture from the mouse and from fingers on its window. */
export function watchPointers(view: Window & typeof globalThis, gesture: Gesture): void {
  watchMouse(view, gesture)
  watchFingers(view, gesture)
}

function watchMouse(view: Window & typeof globalThis, gesture: Gesture): void {
  const isMouse = (event: PointerEvent): boolean => !FINGERS.has(event.pointerType)
  const point = (event: PointerEvent): TouchPoint => touchPoint(event, 0, view)
  view.addEventListener(
    'pointerdown',
    (event) => {
      const element = easelElementOf(event.target as Node | null)
      if (!isMouse(event) || event.button !== 0 || !element) return
      gesture.begin(element, { touches: [point(event)], changedTouches: [point(event)] })
    },
    true,
  )
  view.addEventListener(
    'pointermove',
    (event) => {
      if (!isMouse(event) || !gesture.isPressed) return
      const isCaught = gesture.move({ touches: [point(event)], changedTouches: [point(event)] })
      if (isCaught) event.preventDefault()
    },
    true,
  )
  view.addEventListener(
    'pointerup',
    (event) => {
      if (isMouse(event)) gesture.end({ touches: [], changedTouches: [point(event)] })
    },
    true,
  )
  view.addEventListener(
    'pointercancel',
    (event) => {
      if (isMouse(event)) gesture.cancel({ touches: [], changedTouches: [point(event)] })
    },
    true,
  )
}

function watchFingers(view: Window & typeof globalThis, gesture: Gesture): void {
  let lastTouch = -FINGER_MENU
  const points = (list: TouchList): TouchPoint[] =>
    [...list].map((touch) => touchPoint(touch, touch.identifier, view))
  const fields = (event: TouchEvent) => ({
    touches: points(event.touches),
    changedTouches: points(event.changedTouches),
  })
  view.addEventListener(
    'touchstart',
    (event) => {
      lastTouch = event.timeStamp
      const element = easelElementOf(event.target as Node | null)
      if (element) gesture.begin(element, fields(event))
    },
    { capture: true, passive: true },
  )
  view.addEventListener(
    'touchmove',
    (event) => {
      if (gesture.move(fields(event)) && event.cancelable) event.preventDefault()
    },
    { capture: true, passive: false },
  )
  view.addEventListener('touchend', (event) => gesture.end(fields(event)), true)
  view.addEventListener('touchcancel', (event) => gesture.cancel(fields(event)), true)
  view.addEventListener('contextmenu', (event) => {
    // A finger that rests opens the browser's own menu, which a phone does not have.
    if (event.timeStamp - lastTouch < FINGER_MENU) event.preventDefault()
  })
}

/** A place in a page's window as WeChat's touch. */
export function touchPoint(
  { clientX, clientY }: { clientX: number; clientY: number },
  identifier: number,
  { document: { documentElement } }: Window,
): TouchPoint {
  const pageX = clientX + documentElement.scrollLeft
  const pageY = clientY + documentElement.scrollTop
  return { identifier, clientX, clientY, pageX, pageY, force: 1 }
}
