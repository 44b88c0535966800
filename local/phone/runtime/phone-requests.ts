import type {
  BackgroundChange,
  EnterRequest,
  OpenLocalPhone,
  PullDownRefreshState,
  TabBarChange,
} from '../wx/host-events'
import type { BackLayer } from '../components/host-requests'
import type { TabBar } from './chrome/tab-bar'
import type { Page } from './page'
import type { PhoneEvents } from './phone-events'

interface Parts {
  events: PhoneEvents
  tabBar: TabBar | null
  currentPage(): Page | undefined
  enter(request: EnterRequest): void
}

/** Does what the wx APIs and the built-in components ask of the phone by `host.send`. */
export function serveRequests({ events, tabBar, currentPage, enter }: Parts): BackLayers {
  const layers: BackLayer[] = []
  events.on('background', (value) => currentPage()?.setBackground(value as BackgroundChange))
  events.on('pullDownRefresh', (value) =>
    currentPage()?.setRefreshing((value as PullDownRefreshState).refreshing),
  )
  events.on('tabBar', (value) => {
    if (tabBar) changeTabBar(tabBar, value as TabBarChange)
    for (const page of [currentPage()]) page?.refresh()
  })
  events.on('enter', (value) => enter(value as EnterRequest))
  events.on('openLocalPhone', (value) => openLocalPhone(value as OpenLocalPhone))
  events.on('backLayer', (value) => {
    const layer = value as BackLayer
    const known = layers.findIndex(({ close }) => close === layer.close)
    if (known >= 0) layers.splice(known, 1)
    if (layer.open) layers.push(layer)
  })
  return {
    closeTop() {
      const layer = layers.pop()
      layer?.close()
      return layer !== undefined
    },
  }
}

/** Layers over a page that the next way back closes first. */
export interface BackLayers {
  /** True when there was one: the page stays. */
  closeTop(): boolean
}

function changeTabBar(tabBar: TabBar, change: TabBarChange): void {
  if (change.type === 'item') {
    const { index, text, iconPath, selectedIconPath } = change
    const given = { text, iconPath, selectedIconPath }
    tabBar.setItem(
      index,
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    )
  } else if (change.type === 'style') {
    const { color, selectedColor, backgroundColor, borderStyle } = change
    tabBar.setStyle({
      ...(color === undefined ? {} : { color }),
      ...(selectedColor === undefined ? {} : { selectedColor }),
      ...(backgroundColor === undefined ? {} : { backgroundColor }),
      ...(borderStyle === undefined
        ? {}
        : { borderStyle: borderStyle === 'white' ? 'white' : 'black' }),
    })
  } else if (change.type === 'badge') {
    tabBar.setMark(change.index, change.text === undefined ? {} : { badge: change.text })
  } else if (change.type === 'redDot') tabBar.setMark(change.index, { hasDot: change.shown })
  else tabBar.setHidden(!change.shown)
}

/** Another user's phone: the desk opens it beside this one, a lone phone in a tab of its own. */
function openLocalPhone(request: OpenLocalPhone): void {
  if (window.parent !== window) {
    window.parent.postMessage({ openLocalPhone: request }, location.origin)
    return
  }
  const { user, path, scene } = request
  const query = new URLSearchParams({ user, path, scene: String(scene) })
  window.open(`/phone?${query.toString()}`, `phone-${user}`)
}
