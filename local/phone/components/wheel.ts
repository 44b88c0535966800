import { onDrag } from './drag'
import { animate, easeOutCubic, rollDistance } from './motion'

export interface WheelOptions {
  /** The box whose place shows the choice; its items are all `itemHeight` pixels high. */
  readonly scroller: HTMLElement
  itemHeight(): number
  count(): number
  pressed?(): void
  /** The wheel was let go and will stand at this item. */
  released?(index: number): void
  settled(index: number): void
}

export interface Wheel {
  /** The item chosen last, by hand or by `show`. */
  readonly index: number
  /** Stands at an item at once, telling nobody. */
  show(index: number): void
  /** Turns to an item as a hand would. */
  turnTo(index: number): void
  /** Ends a turn under way at once, where it was going. */
  finish(): void
  /** Stands right again after its items changed their height; a turn under way is finished. */
  resize(): void
  stop(): void
}

/** Part of its free way that a wheel rolls on: its notches brake it. */
const NOTCHES = 0.45
const SHORTEST_TURN = 200
const LONGEST_TURN = 900

/** A wheel with notches: drag, flick, tap, mouse wheel and arrow keys; it always ends at an item. */
export function createWheel(options: WheelOptions): Wheel {
  const { scroller } = options
  const window = scroller.ownerDocument.defaultView
  if (!window) throw new Error('A wheel needs a document that is shown')
  let index = 0
  let target: number | undefined
  let stopMotion = (): void => {}
  let from = 0
  let dragged = false

  const clamp = (wanted: number): number => Math.max(0, Math.min(options.count() - 1, wanted))
  const place = (top: number): void => {
    scroller.scrollTop = top
  }
  const settle = (): void => {
    if (target === undefined) return
    index = target
    target = undefined
    place(index * options.itemHeight())
    options.settled(index)
  }
  const halt = (): void => {
    stopMotion()
    target = undefined
  }
  const turnTo = (wanted: number): void => {
    halt()
    const goal = clamp(Math.round(wanted))
    const start = scroller.scrollTop
    const end = goal * options.itemHeight()
    const duration = Math.min(LONGEST_TURN, SHORTEST_TURN + Math.abs(end - start))
    target = goal
    options.released?.(goal)
    stopMotion = animate(
      window,
      start === end ? 0 : duration,
      (progress) => place(start + (end - start) * easeOutCubic(progress)),
      settle,
    )
  }
  const stopDragging = onDrag(scroller, {
    wants: (_, axis) => axis === 'y',
    press() {
      halt()
      dragged = false
    },
    start() {
      dragged = true
      from = scroller.scrollTop
      options.pressed?.()
    },
    move: (drag) => place(from - drag.dy),
    end(end) {
      const rest = end.cancelled ? 0 : rollDistance(-end.velocityY) * NOTCHES
      turnTo((scroller.scrollTop + rest) / (options.itemHeight() || 1))
    },
  })
  const onClick = (event: MouseEvent): void => {
    // The browser ends a drag by mouse with a click.
    if (dragged) return
    const box = scroller.getBoundingClientRect()
    const fromMiddle = event.clientY - box.top - box.height / 2
    const steps = Math.round(fromMiddle / (options.itemHeight() || 1))
    const target = Math.round(scroller.scrollTop / (options.itemHeight() || 1)) + steps
    if (target >= 0 && target < options.count()) turnTo(target)
  }
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    turnTo(clamp(index + Math.sign(event.deltaY)))
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    turnTo(index + step)
  }
  scroller.addEventListener('click', onClick)
  scroller.addEventListener('wheel', onWheel, { passive: false })
  scroller.addEventListener('keydown', onKey)

  return {
    get index() {
      return index
    },
    show(wanted) {
      halt()
      index = clamp(wanted)
      place(index * options.itemHeight())
    },
    turnTo(wanted) {
      turnTo(wanted)
    },
    finish() {
      stopMotion()
      settle()
    },
    resize() {
      stopMotion()
      if (target === undefined) place(index * options.itemHeight())
      else settle()
    },
    stop() {
      halt()
      stopDragging()
      scroller.removeEventListener('click', onClick)
      scroller.removeEventListener('wheel', onWheel)
      scroller.removeEventListener('keydown', onKey)
    },
  }
}
