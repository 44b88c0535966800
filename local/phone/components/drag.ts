/** A drag under way: distances from where it began and the pointer's place, in CSS pixels. */
export interface Drag {
  readonly dx: number
  readonly dy: number
  readonly x: number
  readonly y: number
  readonly pointerType: string
}

/** How a drag ended; velocities in pixels a millisecond. */
export interface DragEnd extends Drag {
  readonly velocityX: number
  readonly velocityY: number
  /** The browser took the pointer away, e.g. to scroll. */
  readonly cancelled: boolean
}

export interface DragHandler {
  /** Asked once, when the direction is clear. The innermost element that answers true has the drag. */
  wants(drag: Drag, axis: 'x' | 'y'): boolean
  press?(): void
  start?(drag: Drag): void
  move(drag: Drag): void
  end(drag: DragEnd): void
}

/** A pointer that moved less than this has no direction yet. */
const SLOP = 5
/** Velocity is measured over this many last milliseconds. */
const VELOCITY_WINDOW = 100

const owners = new WeakMap<Document, Map<number, DragHandler>>()

function ownersIn(document: Document): Map<number, DragHandler> {
  const known = owners.get(document) ?? new Map<number, DragHandler>()
  owners.set(document, known)
  return known
}

function isTextField(target: EventTarget | null, document: Document): boolean {
  const active = document.activeElement
  return (
    active !== null &&
    active === target &&
    (active.localName === 'input' || active.localName === 'textarea')
  )
}

/**
 * Follows drags that begin on an element, by finger, pen or mouse. Among nested elements exactly one
 * has a drag, and none when the page caught its first move (`catch:touchmove`), which arrives as a
 * prevented default. A finger's drag that is taken does not scroll the page. Returns how to stop.
 */
export function onDrag(element: HTMLElement, handler: DragHandler): () => void {
  const document = element.ownerDocument
  const window = document.defaultView
  if (!window) throw new Error('A drag can only be followed in a document that is shown')
  let stopCurrent: (() => void) | undefined

  const press = (down: PointerEvent): void => {
    if (down.button !== 0 || !down.isPrimary || isTextField(down.target, document)) return
    stopCurrent?.()
    handler.press?.()
    const { pointerId } = down
    const inDocument = ownersIn(document)
    const samples: { at: number; x: number; y: number }[] = []
    const dragAt = (event: PointerEvent): Drag => ({
      dx: event.clientX - down.clientX,
      dy: event.clientY - down.clientY,
      x: event.clientX,
      y: event.clientY,
      pointerType: event.pointerType,
    })
    const sample = (event: PointerEvent): void => {
      samples.push({ at: event.timeStamp, x: event.clientX, y: event.clientY })
      while (samples.length > 2 && event.timeStamp - (samples[0]?.at ?? 0) > VELOCITY_WINDOW) {
        samples.shift()
      }
    }
    let asked = false
    /** Once the direction is clear: is the drag free, and does the handler want it? */
    const ask = (drag: Drag, isCaught: boolean): void => {
      if (asked || Math.hypot(drag.dx, drag.dy) < SLOP) return
      asked = true
      const axis = Math.abs(drag.dx) > Math.abs(drag.dy) ? 'x' : 'y'
      if (isCaught || inDocument.has(pointerId) || !handler.wants(drag, axis)) return stop()
      inDocument.set(pointerId, handler)
      document.getSelection()?.removeAllRanges()
      handler.start?.(drag)
      handler.move(drag)
    }
    let latest = dragAt(down)
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return
      sample(event)
      latest = dragAt(event)
      if (inDocument.get(pointerId) === handler) handler.move(latest)
      // Whether the page caught a finger's move is known only at the touch event that follows.
      else if (event.pointerType !== 'touch') ask(latest, event.defaultPrevented)
    }
    const moveFinger = (event: TouchEvent): void => {
      ask(latest, event.defaultPrevented)
      if (inDocument.get(pointerId) === handler && event.cancelable) event.preventDefault()
    }
    const release = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return
      const owned = inDocument.get(pointerId) === handler
      if (event.type === 'pointerup') sample(event)
      stop()
      if (!owned) return
      const cancelled = event.type === 'pointercancel'
      handler.end({ ...dragAt(event), ...velocityOf(samples), cancelled })
    }
    const stop = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
      element.removeEventListener('touchmove', moveFinger)
      if (inDocument.get(pointerId) === handler) inDocument.delete(pointerId)
      stopCurrent = undefined
    }
    stopCurrent = stop
    sample(down)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    element.addEventListener('touchmove', moveFinger, { passive: false })
  }

  element.addEventListener('pointerdown', press)
  return () => {
    element.removeEventListener('pointerdown', press)
    stopCurrent?.()
  }
}

function velocityOf(samples: readonly { at: number; x: number; y: number }[]): {
  velocityX: number
  velocityY: number
} {
  const first = samples[0]
  const last = samples.at(-1)
  if (!first || !last || last.at <= first.at) return { velocityX: 0, velocityY: 0 }
  const time = last.at - first.at
  return { velocityX: (last.x - first.x) / time, velocityY: (last.y - first.y) / time }
}
