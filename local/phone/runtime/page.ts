import { pageCss } from '../components/base-css'
import type { CompiledPackage } from '../compile/compiled-package'
import type { PageLayer } from './chrome/page-layer'
import type { ComponentRegistry } from './easel/component-registry'
import { openRoot, type RootView } from './easel/root-view'
import { EventChannel } from './event-channel'
import { type PageConfig, pageConfig, type Theme } from './page-config'
import { addPageStyles, type PageStyles } from './page-styles'
import { createGesture, type Gesture } from './gesture'
import { watchPointers } from './pointer-events'
import { watchScrolling } from './page-scrolling'
import { callMethod } from './call-method'
import type { Destination } from './routes'
import type { NavigationBarChange, PageHandle } from './types'
import type { BackgroundChange } from '../wx/host-events'

/** What a page needs of the phone around it. */
export interface PageSurroundings {
  compiled: CompiledPackage
  registry: ComponentRegistry
  builtinCss: string
  theme(): Theme
  run(file: string): unknown
  onGesture(): void
  onResize(resize: { size: { windowWidth: number; windowHeight: number } }): void
  onFailure(error: unknown, where: string): void
}

let lastId = 0

/** One page in the stack: its layer on the screen, its window, and its object in page code. */
export class Page implements PageHandle {
  readonly id = ++lastId
  readonly route: string
  readonly query: Record<string, string>
  readonly channel: EventChannel | undefined
  readonly gesture: Gesture
  instance: Record<string, unknown>
  isShown = false
  isReady = false
  private isUnloaded = false
  private size = ''
  private config: PageConfig
  private bar: NavigationBarChange = {}
  private background: Partial<PageConfig> = {}
  private root: RootView | undefined
  private tabBarRoot: RootView | undefined
  private readonly styles: PageStyles[] = []

  constructor(
    readonly layer: PageLayer,
    private readonly surroundings: PageSurroundings,
    { route, query }: Destination,
    channel?: EventChannel,
  ) {
    this.route = route
    this.query = query
    this.channel = channel
    this.instance = { route, __route__: route, options: query, data: {} }
    this.config = pageConfig(surroundings.compiled, route, surroundings.theme())
    this.gesture = createGesture(layer.window, surroundings.onGesture)
    this.refreshLayer()
  }

  get window(): Window & typeof globalThis {
    return this.layer.window
  }

  /** Creates the page's components; `created`, `attached` and `onLoad` have run after it. */
  open(customTabBar: boolean): void {
    const { registry, run } = this.surroundings
    this.prepareDocument()
    this.size = sizeOf(this.window)
    registry.load(this.route, run)
    this.styles.push(addPageStyles(this.window, this.route, this.surroundings))
    const root = openRoot(registry, this.window, 'body', this.route)
    this.root = root
    this.instance = root.instance
    const channel = this.channel ?? new EventChannel()
    Object.assign(root.instance, {
      route: this.route,
      __route__: this.route,
      options: this.query,
      getOpenerEventChannel: () => channel,
    })
    root.setProperties(this.query)
    if (customTabBar) this.openTabBar()
    root.attach()
    this.tabBarRoot?.attach()
    watchPointers(this.window, this.gesture)
    watchScrolling(this.window, {
      config: () => this.config,
      pull: this.layer.pull,
      call: (name, ...values) => this.call(name, ...values),
      handles: (name) => typeof this.instance[name] === 'function',
    })
    this.call('onLoad', this.query)
  }

  show(): void {
    if (this.isShown) return
    this.isShown = true
    this.layer.setVisible(true)
    this.call('onShow')
    this.root?.triggerPageLifetime('show')
    this.tabBarRoot?.triggerPageLifetime('show')
  }

  /** `ready` of the components, then the page's own. */
  ready(): void {
    this.isReady = true
    this.surroundings.registry.flushReady()
    this.call('onReady')
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.call('onHide')
    this.root?.triggerPageLifetime('hide')
    this.tabBarRoot?.triggerPageLifetime('hide')
  }

  /** The end of the page for page code; its picture stays until it is closed. */
  unload(): void {
    if (this.isUnloaded) return
    this.isUnloaded = true
    this.isShown = false
    this.call('onUnload')
  }

  close(): void {
    this.unload()
    this.root?.release()
    this.tabBarRoot?.release()
    this.layer.remove()
  }

  routeDone(): void {
    this.call('onRouteDone')
    this.root?.triggerPageLifetime('routeDone')
  }

  setNavigationBar(change: NavigationBarChange): void {
    this.bar = { ...this.bar, ...change }
    this.refreshLayer()
  }

  setBackground({ backgroundColor, backgroundColorTop, textStyle }: BackgroundChange): void {
    const color = backgroundColorTop ?? backgroundColor
    if (color !== undefined) this.background = { ...this.background, backgroundColor: color }
    if (textStyle !== undefined) this.background = { ...this.background, dots: textStyle }
    this.refreshLayer()
  }

  /** Opens the pull-down indicator as a finger would, or closes it. */
  setRefreshing(isRefreshing: boolean): void {
    const { pull } = this.layer
    if (!isRefreshing) return pull.close()
    if (pull.isOpen) return
    pull.open()
    this.call('onPullDownRefresh')
  }

  /** The page's component in the framework, once it is open. */
  get component(): RootView['component'] | undefined {
    return this.root?.component
  }

  /** The custom tab bar's component in the framework. */
  get tabBarComponent(): RootView['component'] | undefined {
    return this.tabBarRoot?.component
  }

  /** The custom tab bar's component, where the page has one. */
  tabBar(): unknown {
    return this.tabBarRoot?.instance ?? null
  }

  /** After the theme or the window changed. */
  refresh(): void {
    this.config = pageConfig(this.surroundings.compiled, this.route, this.surroundings.theme())
    this.refreshLayer()
    for (const styles of this.styles) styles.refresh()
  }

  resized(): void {
    if (this.size === sizeOf(this.window)) return
    this.size = sizeOf(this.window)
    this.refresh()
    if (!this.config.isResizable) return
    const { innerWidth: windowWidth, innerHeight: windowHeight } = this.window
    const size = { size: { windowWidth, windowHeight } }
    this.surroundings.onResize(size)
    this.call('onResize', size)
    this.root?.triggerPageLifetime('resize', size)
  }

  call(name: string, ...values: unknown[]): unknown {
    const where = `${this.route} ${name}`
    return callMethod(this.instance, name, values, (error) =>
      this.surroundings.onFailure(error, where),
    )
  }

  private openTabBar(): void {
    const id = 'custom-tab-bar/index'
    const { registry, run } = this.surroundings
    registry.load(id, run)
    this.styles.push(addPageStyles(this.window, id, this.surroundings))
    this.tabBarRoot = openRoot(registry, this.window, 'custom-tab-bar', id)
  }

  private refreshLayer(): void {
    this.layer.show({ ...this.config, ...this.background, ...barChange(this.bar) })
  }

  private prepareDocument(): void {
    const { document } = this.window
    const style = document.createElement('style')
    style.textContent = pageCss + this.surroundings.builtinCss
    document.head.append(style)
    if (!this.config.canScroll) document.documentElement.style.overflow = 'hidden'
  }
}

function sizeOf({ innerWidth, innerHeight }: Window): string {
  return `${innerWidth}x${innerHeight}`
}

/** What a page changed with `wx.setNavigationBar...`, as the layer reads it. */
function barChange(bar: NavigationBarChange): Partial<PageConfig> & { isLoading: boolean } {
  return {
    ...(bar.title === undefined ? {} : { title: bar.title }),
    ...(bar.backgroundColor === undefined ? {} : { barColor: bar.backgroundColor }),
    ...(bar.frontColor === undefined
      ? {}
      : { barText: bar.frontColor.toLowerCase() === '#ffffff' ? 'white' : 'black' }),
    ...(bar.homeButton === undefined ? {} : { homeButton: bar.homeButton }),
    isLoading: bar.loading ?? false,
  }
}
