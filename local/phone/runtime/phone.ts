import type { CompiledPackage } from '../compile/compiled-package'
import { builtins } from '../components/all'
import { makerFor } from '../surfaces/dom'
import { createWx } from '../wx/create-wx'
import { filesOf } from '../wx/files/phone-files'
import { createAppLife, type EnterOptions } from './app-life'
import { createAppSession, entryDestination } from './app-session'
import { createPageLayer } from './chrome/page-layer'
import { createPhoneFrame, runClock } from './chrome/phone-frame'
import { createTabBar } from './chrome/tab-bar'
import { createCloudLink } from './cloud-link'
import { defineBuiltins } from './easel/builtin-instance'
import { extendComponents } from './easel/component-methods'
import { createComponentRegistry } from './easel/component-registry'
import { watchMissingHandlers } from './easel/events'
import { createFailures } from './failures'
import { tellKeys } from './key-events'
import { createModuleRegistry } from './module-registry'
import { problemsOfPage } from './package-problems'
import { Page, type PageSurroundings } from './page'
import { effectiveTheme, tabBarConfig } from './page-config'
import { createPageStack, type PageStack } from './page-stack'
import { createPhoneEvents } from './phone-events'
import { createPhoneHost, type Session } from './phone-host'
import { serveRequests } from './phone-requests'
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
  stack: PageStack
  wx: Record<string, unknown>
  /** Runs a text as the body of a function in the scope that page code has. */
  evaluate(body: string): unknown
  /** Adds a name to the scope of what is evaluated. */
  define(name: string, value: unknown): void
  /** The page that the mini program opens with. */
  homeRoute: string
  toBackground(): void
  toForeground(): void
}

/** Starts the mini program on this page of the browser. */
export function startPhone({ compiled, session, device, scene, start }: PhoneOptions): Phone {
  const make = makerFor(document)
  const events = createPhoneEvents()
  const first = entryDestination(compiled)
  const to = start ?? first
  let enter: EnterOptions = { path: to.route, query: to.query, scene, referrerInfo: {} }
  const theme = (): 'light' | 'dark' => effectiveTheme(compiled, device.theme)
  const app = createAppLife((error, where) => failures.report(error, where))
  const frame = createPhoneFrame(make, document, {
    onMenu: () => events.send('menu', null),
    onClose: () => appSession.toBackground(),
    onReopen: () => appSession.toForeground(),
    onStatusBarTap: () => events.send('statusBarTap', null),
  })
  const failures = createFailures(frame.overlay, compiled.scripts, (message, stack) => {
    app.tell('onError', `${message}\n${stack}`)
    events.send('appError', { message, stack })
  })
  const registry = createComponentRegistry(compiled)
  const builtinNames = new Set(builtins.map(({ name }) => name))
  const tabs = tabBarConfig(compiled, theme())
  const tabBar = tabs && !tabs.isCustom ? createTabBar(make, tabs, tapTab) : null

  let isTouched = false
  const surroundings: PageSurroundings = {
    compiled,
    registry,
    builtinCss: builtins.map(({ css = '' }) => css).join('\n'),
    theme,
    run: (file) => modules.run(file),
    onGesture: () => {
      isTouched = true
      host.gesture()
    },
    onResize: (size) => events.send('windowResize', size),
    onFailure: failures.report,
  }
  const stack: PageStack = createPageStack({
    pages: compiled.pages,
    tabs: tabs?.items.map(({ pagePath }) => pagePath) ?? [],
    createPage(destination, channel) {
      const { route } = destination
      const isTab = stack.isTab(route)
      const hasHome = route !== first.route && !isTab
      const layer = createPageLayer({
        make,
        parent: frame.layers,
        left: stack.stack.length > 0 && !isTab ? 'back' : hasHome ? 'home' : 'none',
        tabBar: isTab && tabBar ? tabBar.createFor(route) : null,
        title: route,
        onBack: () => void stack.navigateBack(1),
        onHome: () => void stack.reLaunch(`/${first.route}`),
        changed: refreshStatus,
      })
      const page = new Page(layer, surroundings, destination, channel)
      layer.window.addEventListener('resize', () => page.resized())
      tellKeys(
        layer.window,
        () => isTouched,
        (press) => events.send('keyDown', press),
      )
      return page
    },
    openPage(page) {
      if (problemsOfPage(compiled, page.route, builtinNames).length > 0) return
      const startTime = performance.now()
      try {
        page.open(tabs?.isCustom === true && stack.isTab(page.route))
        const duration = performance.now() - startTime
        const entry = { name: 'route', entryType: 'navigation', path: page.route }
        events.send('performance', { ...entry, startTime, duration })
      } catch (error) {
        failures.report(error, page.route)
      }
    },
    slide: (direction, coming, going) => slideLayers(direction, coming.layer, going?.layer),
    changed() {
      const { route = '' } = currentPage() ?? {}
      const problems = problemsOfPage(compiled, route, builtinNames)
      frame.overlay.showProblems(`${route} cannot be shown`, problems)
      refreshStatus()
    },
    closeLayer: () => backLayers.closeTop(),
    warn: failures.warn,
  })
  const currentPage = (): Page | undefined => stack.stack.at(-1)
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
    currentPage,
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
  defineBuiltins(registry.space.getComponentSpace(), builtins, {
    host,
    resolveResource: (src, ownerFile) =>
      filesOf(host).urlOf(src) ?? resolveResource(src, ownerFile, host.user),
  })
  extendComponents({
    pageOf: (view) => stack.alive().find((page) => page.window === view),
    selectorQuery: (component) =>
      (wx.createSelectorQuery as () => { in(component: unknown): unknown })().in(component),
    intersectionObserver: wx.createIntersectionObserver as (component: unknown) => unknown,
    warn: failures.warn,
  })
  watchMissingHandlers((message) => failures.report(new Error(message), 'event'))

  const appSession = createAppSession({
    compiled,
    app,
    stack,
    frame,
    events,
    run: (file) => modules.run(file),
    onFailure: failures.report,
    onRejection: failures.reject,
    enterOptions: () => enter,
  })
  const backLayers = serveRequests({
    events,
    tabBar,
    currentPage,
    enter({ path, scene: newScene }) {
      enter = appSession.enter(path, newScene)
    },
  })

  function refreshStatus(): void {
    const look = currentPage()?.layer.look
    if (look) frame.setStatus(look.barText)
  }

  function tapTab(index: number): void {
    const item = tabs?.items[index]
    if (!item) return
    const { pagePath, text } = item
    void stack
      .switchTab(`/${pagePath}`)
      .then(() => currentPage()?.call('onTabItemTap', { index: String(index), pagePath, text }))
  }

  function refreshDevice(): void {
    frame.setTheme(theme())
    frame.setNetwork(device.networkType)
    const config = tabBarConfig(compiled, theme())
    if (config) tabBar?.configure(config)
    for (const page of stack.alive()) page.refresh()
  }

  let lastTheme = theme()
  events.on('device', () => {
    refreshDevice()
    if (theme() === lastTheme) return
    lastTheme = theme()
    app.tell('onThemeChange', { theme: lastTheme })
  })
  refreshDevice()
  runClock(frame, host)
  appSession.launch(to, first)
  return {
    host,
    stack,
    wx,
    evaluate: modules.evaluate,
    define: modules.define,
    homeRoute: first.route,
    toBackground: appSession.toBackground,
    toForeground: appSession.toForeground,
  }
}
