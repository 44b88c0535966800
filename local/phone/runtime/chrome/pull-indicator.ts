import type { Make } from '../../surfaces/dom'

/** Height of the open indicator, in px. */
const OPEN_HEIGHT = 50

/** The three dots over a page that is pulled down. */
export interface PullIndicator {
  readonly element: HTMLElement
  readonly isOpen: boolean
  /** Follows the finger. */
  pull(distance: number): void
  open(): void
  close(): void
}

export function createPullIndicator(make: Make, pulled: HTMLElement): PullIndicator {
  const dots = make('div', { class: 'pull-dots' }, make('i'), make('i'), make('i'))
  const element = make('div', { class: 'pull', 'aria-hidden': 'true' }, dots)
  let isOpen = false
  const move = (distance: number, settles: boolean): void => {
    pulled.toggleAttribute('data-settling', settles)
    pulled.style.transform = distance === 0 ? '' : `translateY(${distance}px)`
    element.style.height = `${Math.max(OPEN_HEIGHT, distance)}px`
  }
  return {
    element,
    get isOpen() {
      return isOpen
    },
    pull: (distance) => move(distance, false),
    open() {
      isOpen = true
      element.setAttribute('data-open', '')
      move(OPEN_HEIGHT, true)
    },
    close() {
      isOpen = false
      element.removeAttribute('data-open')
      move(0, true)
    },
  }
}
