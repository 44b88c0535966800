import { scrollByMouse } from '../components/mouse-scroll'
import type { PullIndicator } from './chrome/pull-indicator'
import type { PageConfig } from './page-config'
import { watchPull } from './pull-down'

interface Surroundings {
  config(): PageConfig
  pull: PullIndicator
  call(name: string, ...values: unknown[]): unknown
  handles(name: string): boolean
}

/** Tells a page about its scrolling: onPageScroll, onReachBottom and the pull from the top. */
export function watchScrolling(view: Window, page: Surroundings): void {
  const scroller = view.document.documentElement
  let isAtBottom = false
  view.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight } = scroller
      if (page.handles('onPageScroll')) page.call('onPageScroll', { scrollTop })
      const left = scrollHeight - scrollTop - view.innerHeight
      const reaches = left <= page.config().bottomDistance
      if (reaches && !isAtBottom) page.call('onReachBottom')
      isAtBottom = reaches
    },
    { passive: true },
  )
  const { body } = view.document
  // A page that hides its overflow cannot be scrolled by a finger either.
  scrollByMouse(scroller, {
    axes: () => ({ x: false, y: view.getComputedStyle(body).overflowY !== 'hidden' }),
  })
  watchPull(view, {
    isOn: () => page.config().canPullDown,
    indicator: page.pull,
    refresh: () => page.call('onPullDownRefresh'),
  })
}
