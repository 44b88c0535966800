import { EventChannel } from './event-channel'
import type { Page } from './page'
import { parseUrl, type Destination } from './routes'
import type { Navigator } from './types'

const MAX_PAGES = 10

type Direction = 'forward' | 'back' | 'none'

interface Move {
  direction: Direction
  /** The page that goes out of sight. */
  going?: Page | undefined
}

export interface StackSurroundings {
  pages: readonly string[]
  tabs: readonly string[]
  createPage(to: Destination, channel?: EventChannel): Page
  /** Opens the page's components; false when something keeps it from being shown. */
  openPage(page: Page): void
  /** Moves the layers; the page that goes away may be removed when it resolves. */
  slide(direction: Direction, coming: Page, going: Page | undefined): Promise<void>
  changed(): void
  /** Closes a layer over the page that takes the way back for itself; false without one. */
  closeLayer(): boolean
  warn(message: string): void
}

/** WeChat's page stack: at most ten pages, tab pages kept alive, the errors in WeChat's own words. */
export interface PageStack extends Navigator {
  readonly stack: readonly Page[]
  /** All pages alive: the stack and the tab pages behind it. */
  alive(): Page[]
  launch(to: Destination): void
  isTab(route: string): boolean
}

export function createPageStack(around: StackSurroundings): PageStack {
  const stack: Page[] = []
  const tabPages = new Map<string, Page>()
  const top = (): Page | undefined => stack.at(-1)
  const isTab = (route: string): boolean => around.tabs.includes(route)

  const find = (url: string): Destination => {
    const to = parseUrl(url, top()?.route)
    if (around.pages.includes(to.route)) return to
    throw new Error(`page "${to.route}" is not found`)
  }

  const open = (to: Destination, channel?: EventChannel): Page => {
    const page = around.createPage(to, channel)
    stack.push(page)
    if (isTab(to.route)) tabPages.set(to.route, page)
    around.openPage(page)
    return page
  }

  const alive = (): Page[] => [...new Set([...tabPages.values(), ...stack])]

  /** Shows a page that was just opened, or was there before. */
  const present = async (page: Page, move: Move = { direction: 'none' }): Promise<void> => {
    // The page may have moved on by itself while it was opened.
    if (top() !== page) return
    page.show()
    around.changed()
    if (!page.isReady) page.ready()
    await around.slide(move.direction, page, move.going)
    for (const other of alive()) other.layer.setVisible(other === top())
    page.routeDone()
  }

  /** Takes pages off the stack from the top; tab pages are hidden and live on. */
  const drop = (count: number, keepsTabs = true): Page[] => {
    const closed: Page[] = []
    for (let left = count; left > 0; left -= 1) {
      const page = stack.pop()
      if (!page) break
      if (keepsTabs && tabPages.get(page.route) === page) page.hide()
      else closed.push(page)
    }
    return closed
  }

  const closeAll = (pages: Page[]): void => pages.forEach((page) => page.close())

  return {
    stack,
    isTab,
    alive,
    launch(to) {
      void present(open(to))
    },

    async navigateTo(url, events = {}) {
      const to = find(url)
      if (isTab(to.route)) throw new Error('can not navigateTo a tabbar page')
      if (stack.length >= MAX_PAGES) throw new Error('webview count limit exceed')
      const { opener, opened } = EventChannel.pair()
      for (const [name, listener] of Object.entries(events)) opener.on(name, listener)
      const covered = top()
      covered?.hide()
      await present(open(to, opened), { direction: 'forward', going: covered })
      return { eventChannel: opener }
    },

    async redirectTo(url) {
      const to = find(url)
      if (isTab(to.route)) throw new Error('can not redirectTo a tabbar page')
      const closed = drop(1)
      closeAll(closed)
      await present(open(to))
    },

    async navigateBack(delta) {
      if (around.closeLayer()) return
      if (stack.length <= 1) throw new Error('cannot navigate back at first page.')
      const closed = drop(Math.min(Math.max(1, delta), stack.length - 1))
      const page = top()
      if (!page) return
      const [going, ...others] = closed
      closeAll(others)
      going?.unload()
      await present(page, { direction: 'back', going })
      going?.close()
    },

    async switchTab(url) {
      const to = find(url)
      if (!isTab(to.route)) throw new Error('can not switch to no-tabBar page')
      if (Object.keys(to.query).length > 0) around.warn('switchTab: url does not support a query')
      const shown = top()
      if (shown?.route === to.route && stack.length === 1) return
      const known = tabPages.get(to.route)
      closeAll(drop(known && stack[0] === known ? stack.length - 1 : stack.length))
      if (!known) return present(open({ route: to.route, query: {} }))
      if (top() !== known) stack.push(known)
      await present(known)
    },

    async reLaunch(url) {
      const to = find(url)
      const closed = new Set(drop(stack.length, false))
      for (const page of tabPages.values()) closed.add(page)
      tabPages.clear()
      closeAll([...closed])
      await present(open(to))
    },
  }
}
