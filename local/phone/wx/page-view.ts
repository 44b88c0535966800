import { type Api, ApiFailure, asyncApi, syncApi } from './define-api'
import type { BackgroundChange, PullDownRefreshState } from './host-events'
import { elementsIn, scopeOf } from './nodes/page-nodes'
import type { PhoneContext } from './phone-context'

const DEFAULT_SCROLL_MS = 300

/** The page's own scroll, its background and its pull-down refresh. */
export function pageViewApis({ host }: PhoneContext): Api[] {
  const background = (change: BackgroundChange): void => host.send('background', change)
  const refresh = (state: PullDownRefreshState): void => host.send('pullDownRefresh', state)
  return [
    asyncApi(
      host,
      'pageScrollTo',
      {
        scrollTop: 'Number',
        duration: 'Number',
        selector: 'String',
        offsetTop: 'Number',
      },
      async ({ scrollTop, duration = DEFAULT_SCROLL_MS, selector, offsetTop = 0 }) => {
        const page = host.currentPage()
        if (!page) throw new ApiFailure('page not found')
        const view = page.window
        if (scrollTop !== undefined) return scroll(view, scrollTop, duration)
        if (!selector) throw new ApiFailure('scrollTop or selector should be specified')
        const element = elementsIn(scopeOf(page.instance), selector)[0]?.dom
        if (!element) throw new ApiFailure(`selector "${selector}" is not found`)
        const top = element.getBoundingClientRect().top + view.scrollY + offsetTop
        return scroll(view, top, duration)
      },
    ),
    asyncApi(
      host,
      'setBackgroundColor',
      { backgroundColor: 'String', backgroundColorTop: 'String', backgroundColorBottom: 'String' },
      (options) => background(options),
    ),
    asyncApi(host, 'setBackgroundTextStyle', { textStyle: 'String!' }, ({ textStyle }) => {
      if (textStyle !== 'dark' && textStyle !== 'light') {
        throw new ApiFailure(`invalid textStyle "${textStyle}"`)
      }
      background({ textStyle })
    }),
    asyncApi(host, 'startPullDownRefresh', {}, () => refresh({ refreshing: true })),
    asyncApi(host, 'stopPullDownRefresh', {}, () => refresh({ refreshing: false })),
    asyncApi(host, 'hideKeyboard', {}, () => {
      const active = host.currentPage()?.window.document.activeElement
      if (active instanceof Object && 'blur' in active) (active as HTMLElement).blur()
    }),
    syncApi('nextTick', (callback: () => void) => queueMicrotask(callback)),
  ]
}

/** Scrolls with WeChat's ease; ends at once when the page is not drawn. */
function scroll(view: Window, target: number, duration: number): Promise<void> {
  const { scrollingElement } = view.document
  const furthest = (scrollingElement?.scrollHeight ?? 0) - view.innerHeight
  const to = Math.min(Math.max(0, target), Math.max(0, furthest))
  const from = view.scrollY
  if (duration <= 0 || view.document.hidden) {
    view.scrollTo(0, to)
    return Promise.resolve()
  }
  return new Promise((resolve) => {
    const start = view.performance.now()
    const frame = (): void => {
      const passed = Math.min(1, (view.performance.now() - start) / duration)
      view.scrollTo(0, from + (to - from) * (1 - (1 - passed) ** 3))
      if (passed < 1) view.requestAnimationFrame(frame)
      else resolve()
    }
    frame()
  })
}
