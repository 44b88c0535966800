import { onDrag } from './drag'
import type { DragEnd } from './drag'
import { roll } from './motion'

export interface MouseScrollOptions {
  /** Which ways the page lets it scroll. */
  axes(): { x: boolean; y: boolean }
  started?(): void
  moved?(): void
  ended?(end: DragEnd): void
}

/** Could the element scroll further when a pointer drags it by this much? */
function canScroll(element: Element, axis: 'x' | 'y', delta: number): boolean {
  const [place, size, extent] =
    axis === 'x'
      ? [element.scrollLeft, element.clientWidth, element.scrollWidth]
      : [element.scrollTop, element.clientHeight, element.scrollHeight]
  return delta > 0 ? place > 0 : place + size < extent - 1
}

/**
 * Lets a mouse drag what a finger would scroll, with the same rolling on: fingers scroll natively.
 * Returns how to stop it.
 */
export function scrollByMouse(scroller: HTMLElement, options: MouseScrollOptions): () => void {
  const window = scroller.ownerDocument.defaultView
  if (!window) throw new Error('Only what is shown in a window can be scrolled')
  let stopRolling = (): void => {}
  let axis: 'x' | 'y' = 'y'
  let from = { left: 0, top: 0 }
  const place = (dx: number, dy: number): boolean => {
    const before = axis === 'x' ? scroller.scrollLeft : scroller.scrollTop
    if (axis === 'x') scroller.scrollLeft = from.left - dx
    else scroller.scrollTop = from.top - dy
    return before !== (axis === 'x' ? scroller.scrollLeft : scroller.scrollTop)
  }
  const stopDragging = onDrag(scroller, {
    press: () => stopRolling(),
    wants(drag, direction) {
      if (drag.pointerType !== 'mouse' || !options.axes()[direction]) return false
      return canScroll(scroller, direction, direction === 'x' ? drag.dx : drag.dy)
        ? ((axis = direction), true)
        : false
    },
    start() {
      from = { left: scroller.scrollLeft, top: scroller.scrollTop }
      options.started?.()
    },
    move(drag) {
      place(drag.dx, drag.dy)
      options.moved?.()
    },
    end(end) {
      options.ended?.(end)
      from = { left: scroller.scrollLeft, top: scroller.scrollTop }
      const velocity = axis === 'x' ? end.velocityX : end.velocityY
      if (end.cancelled || velocity === 0) return
      let still = 0
      stopRolling = roll(window, velocity, (distance) => {
        // The place is in whole pixels: only a few unmoved pictures in a row are an edge.
        still = place(distance, distance) ? 0 : still + 1
        return still < 5
      })
    },
  })
  return () => {
    stopRolling()
    stopDragging()
  }
}
