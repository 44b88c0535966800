import type { PullIndicator } from './chrome/pull-indicator'

/** How far the page must be pulled before letting go starts a refresh, in px. */
const TRIGGER = 50
const RESISTANCE = 0.5
/** A finger moves this far before it is a pull and not a tap. */
const SLACK = 8

interface Surroundings {
  isOn(): boolean
  indicator: PullIndicator
  refresh(): void
}

/** Pulling a page down from its top, with a finger or the mouse. */
export function watchPull(view: Window, { isOn, indicator, refresh }: Surroundings): void {
  let startY: number | null = null
  let distance = 0
  const begin = (y: number, target: EventTarget | null): void => {
    const canPull = isOn() && !indicator.isOpen && view.document.documentElement.scrollTop <= 0
    startY = canPull && !isInsideScroller(target as Node | null, view) ? y : null
    distance = 0
  }
  const move = (y: number, event: Event): void => {
    if (startY === null) return
    const moved = y - startY
    if (distance === 0 && moved < SLACK) {
      if (moved < 0) startY = null
      return
    }
    distance = Math.max(0, moved * RESISTANCE)
    if (event.cancelable) event.preventDefault()
    indicator.pull(distance)
  }
  const end = (): void => {
    if (startY === null) return
    startY = null
    if (distance >= TRIGGER) {
      indicator.open()
      refresh()
    } else if (distance > 0) indicator.close()
    distance = 0
  }
  view.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' && event.button === 0) begin(event.clientY, event.target)
  })
  view.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch') move(event.clientY, event)
  })
  view.addEventListener('pointerup', (event) => {
    if (event.pointerType !== 'touch') end()
  })
  view.addEventListener(
    'touchstart',
    (event) => begin(event.touches[0]?.clientY ?? 0, event.target),
    { passive: true },
  )
  view.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0, event), {
    passive: false,
  })
  view.addEventListener('touchend', end)
  view.addEventListener('touchcancel', end)
}

/** A list that is scrolled away from its top takes the pull for itself. */
function isInsideScroller(node: Node | null, view: Window): boolean {
  for (let each = node; each && each !== view.document.body; each = each.parentNode) {
    if ((each as Element).scrollTop > 0) return true
  }
  return false
}
