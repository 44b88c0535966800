export interface PinchHandler {
  /** Two fingers are down; `touched` is what both are in. */
  start(touched: Node): void
  /** The fingers' distance, as a part of what it was at the start. */
  move(ratio: number): void
}

function distance(touches: TouchList): number {
  const [one, other] = [touches[0], touches[1]]
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0
}

/** Follows two fingers on an element; on a desk, turning the mouse wheel with ctrl is a pinch. */
export function watchPinch(element: HTMLElement, handler: PinchHandler): () => void {
  let first = 0
  let wheeled = 1
  const onStart = (event: TouchEvent): void => {
    if (event.touches.length !== 2) return
    first = distance(event.touches)
    handler.start(event.target as Node)
  }
  const onMove = (event: TouchEvent): void => {
    if (event.touches.length !== 2 || first === 0) return
    if (event.cancelable) event.preventDefault()
    handler.move(distance(event.touches) / first)
  }
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return
    event.preventDefault()
    handler.start(event.target as Node)
    wheeled = Math.exp(-event.deltaY / 200)
    handler.move(wheeled)
  }
  element.addEventListener('touchstart', onStart, { passive: true })
  element.addEventListener('touchmove', onMove, { passive: false })
  element.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    element.removeEventListener('touchstart', onStart)
    element.removeEventListener('touchmove', onMove)
    element.removeEventListener('wheel', onWheel)
  }
}
