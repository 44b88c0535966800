import type { CompiledPackage } from '../compile/compiled-package'
import { builtins } from '../components/all'
import { makerFor } from '../surfaces/dom'
import { createWx } from '../wx/create-wx'
import { createAppLife, type EnterOptions } from './app-life'
import { createPageLayer } from './chrome/page-layer'
import { createPhoneFrame, runClock } from './chrome/phone-frame'
import { createTabBar } from './chrome/tab-bar'
import { createCloudLink } from './cloud-link'
import { defineBuiltins } from './easel/builtin-instance'
import { extendComponents } from './easel/component-methods'
import { createComponentRegistry } from './easel/component-registry'
import { watchMissingHandlers } from './easel/events'
import { createFailures } from './failures'
import { createModuleRegistry, packageScript } from './module-registry'
import { problemsOfPage } from './package-problems'
import { Page, type PageSurroundings } from './page'
import { effectiveTheme, tabBarConfig } from './page-config'
import { createPageStack } from './page-stack'
import { createPhoneEvents } from './phone-events'
import { createPhoneHost, type Session } from './phone-host'
import { resolveResource } from './resources'
import type { Destination } from './routes'
import { slideLayers } from './slide'
import type { DeviceState, PhoneHost } from './types'

export interface PhoneOptions {
  compiled: CompiledPackage
  session: Session
  device: DeviceState
  scene: number
  /** Null opens the mini program's first page. */
  start: Destination | null
}

/** A running phone, as the outer page and the test driver hold it. */
export interface Phone {
  host: PhoneHost
  stack: ReturnType<typeof createPageStack>
  wx: Record<string, unknown>
  toBackground(): void
  toForeground(): void
}

/** Starts the mini program on this page of the browser. */
export function startPhone({ compiled, session, device, scene, start }: PhoneOptions): Phone {
  const make = makerFor(document)
  const events = createPhoneEvents()
  const app = createAppLife((error, where) => failures.report(error, where))
  const frame = createPhoneFrame(make, document, {
    onMenu: () => events.send('menu', null),
    onClose: () => toBackground(),
    onReopen: () => toForeground(),
  })
  const failures = createFailures(frame.overlay, (message) => void app.tell('onError', message))
  const theme = (): 'light' | 'dark' => effectiveTheme(compiled, device.theme)
  const registry = createComponentRegistry(compiled)
  const builtinNames = new Set(builtins.map(({ name }) => name))
  const tabs = tabBarConfig(compiled, theme())
  const tabBar = tabs && !tabs.isCustom ? createTabBar(make, tabs, (index) => tapTab(index)) : null
  const first = entryDestination(compiled)
  const enter: EnterOptions = {
    path: (start ?? first).route,
    query: (start ?? first).query,
    scene,
    referrerInfo: {},
  }

  const surroundings: PageSurroundings = {
    compiled,
    registry,
    builtinCss: builtins.map(({ css = '' }) => css).join('\n'),
    theme,
    run: (file) => modules.run(file),
    onGesture: () => host.gesture(),
    onFailure: failures.report,
  }

  const stack = createPageStack({
    pages: compiled.pages,
    tabs: tabs?.items.map(({ pagePath }) => pagePath) ?? [],
    createPage: (to, channel) => {
      const isTab = stack.isTab(to.route)
      const canGoHome = to.route !== first.route && !isTab
      const layer = createPageLayer({
        make,
        parent: frame.layers,
        left: stack.stack.length > 0 && !isTab ? 'back' : canGoHome ? 'home' : 'none',
        tabBar: isTab && tabBar ? tabBar.createFor(to.route) : null,
        title: to.route,
        onBack: () => void stack.navigateBack(1),
        onHome: () => void stack.reLaunch(`/${first.route}`),
        changed: () => refreshStatus(),
      })
      const page = new Page(layer, surroundings, to, channel)
      layer.window.addEventListener('resize', () => page.resized())
      return page
    },
    openPage: (page) => {
      const problems = problemsOfPage(compiled, page.route, builtinNames)
      if (problems.length > 0) {
        frame.overlay.showProblems(`${page.route} cannot be shown`, problems)
        return
      }
      try {
        page.open(tabs?.isCustom === true && stack.isTab(page.route))
      } catch (error) {
        failures.report(error, page.route)
      }
    },
    slide: (direction, coming, going) => slideLayers(direction, coming.layer, going?.layer),
    changed: () => refreshStatus(),
    warn: failures.warn,
  })

  const cloud = createCloudLink({
    user: session.user,
    events,
    isOffline: () => device.networkType === 'none',
  })
  const host = createPhoneHost({
    session,
    appConfig: compiled.app,
    device,
    frame,
    events,
    cloud,
    navigator: stack,
    currentPage: () => stack.stack.at(-1),
    enterOptions: () => enter,
    onFailure: failures.report,
  })
  const wx = createWx(host, builtins)
  const modules = createModuleRegistry(compiled, {
    wx,
    ...app.globals,
    ...registry.globals,
    getCurrentPages: () => stack.stack.map(({ instance }) => instance),
  })
  defineBuiltins(registry.space.getComponentSpace(), builtins, { host, resolveResource })
  extendComponents({
    pageOf: (view) => stack.alive().find((page) => page.window === view),
    warn: failures.warn,
  })
  watchMissingHandlers((message) => failures.report(new Error(message), 'event'))

  function refreshStatus(): void {
    const page = stack.stack.at(-1)
    const look = page?.layer.look
    if (look) frame.setStatus(look.barText, stack.isTab(page.route))
  }

  function tapTab(index: number): void {
    const item = tabs?.items[index]
    if (!item) return
    void stack.switchTab(`/${item.pagePath}`).then(() => {
      stack.stack.at(-1)?.call('onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
    })
  }

  function toBackground(): void {
    if (!app.isShown) return
    stack.stack.at(-1)?.hide()
    app.hide()
    frame.setClosed(true)
    events.send('appHide', {})
  }

  function toForeground(): void {
    if (app.isShown) return
    frame.setClosed(false)
    app.show(enter)
    stack.stack.at(-1)?.show()
    events.send('appShow', enter)
  }

  function refreshDevice(): void {
    frame.setTheme(theme())
    frame.setNetwork(device.networkType)
    const now = tabBarConfig(compiled, theme())
    if (now) tabBar?.configure(now)
    for (const page of stack.alive()) page.refresh()
  }

  let lastTheme = theme()
  events.on('device', () => {
    refreshDevice()
    if (theme() === lastTheme) return
    lastTheme = theme()
    app.tell('onThemeChange', { theme: lastTheme })
  })
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    app.tell('onUnhandledRejection', { reason: reason as unknown, promise })
  })

  refreshDevice()
  runClock(frame, host)
  const problems = compiled.problems.filter(
    ({ file, severity }) => file === 'app.js' && severity === 'error',
  )
  if (problems.length > 0) frame.overlay.showProblems('app.js cannot be run', problems)
  else launch()

  function launch(): void {
    try {
      if (compiled.scripts[packageScript('app')] !== undefined) modules.run(packageScript('app'))
    } catch (error) {
      failures.report(error, 'app.js')
    }
    app.launch(enter)
    app.show(enter)
    const wanted = start ?? first
    if (compiled.pages.includes(wanted.route)) return stack.launch(wanted)
    const isHandled = app.tell('onPageNotFound', {
      path: wanted.route,
      query: wanted.query,
      isEntryPage: true,
    })
    if (stack.stack.length > 0) return
    if (!isHandled) failures.report(new Error(`page "${wanted.route}" is not found`), 'launch')
    stack.launch(first)
  }

  return { host, stack, wx, toBackground, toForeground }
}

function entryDestination(compiled: CompiledPackage): Destination {
  const { entryPagePath } = compiled.app
  const route = typeof entryPagePath === 'string' ? entryPagePath : (compiled.pages[0] ?? '')
  return { route: route.replace(/^\/|\.html$/g, ''), query: {} }
}
