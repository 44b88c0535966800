import type { PhoneHost } from '../runtime/types'

/** Which ways of sharing a page offers, as `wx.showShareMenu` and `wx.hideShareMenu` leave it. */
export interface ShareMenu {
  allow(menus: readonly string[]): void
  forbid(menus: readonly string[]): void
  /** Whether the page in front can be shared this way now. */
  offers(menu: 'shareAppMessage' | 'shareTimeline'): boolean
}

const HANDLERS = { shareAppMessage: 'onShareAppMessage', shareTimeline: 'onShareTimeline' } as const

/** Kept for each page; a page without a handler offers nothing until it shows the menu itself. */
export function createShareMenu(host: PhoneHost): ShareMenu {
  const pages = new WeakMap<object, Map<string, boolean>>()
  const settings = (): Map<string, boolean> => {
    const page = host.currentPage()
    if (!page) return new Map()
    const known = pages.get(page) ?? new Map<string, boolean>()
    pages.set(page, known)
    return known
  }
  const set = (menus: readonly string[], shown: boolean): void => {
    const known = settings()
    menus.forEach((menu) => known.set(menu, shown))
  }
  return {
    allow: (menus) => set(menus, true),
    forbid: (menus) => set(menus, false),
    offers(menu) {
      const handler = host.currentPage()?.instance[HANDLERS[menu]]
      return settings().get(menu) ?? typeof handler === 'function'
    },
  }
}
