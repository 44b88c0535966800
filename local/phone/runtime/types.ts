/**
 * The seams inside the phone: what a built-in component is, and what the wx APIs may ask of the
 * phone they run on. The runtime implements them; components, wx and surfaces use them.
 */

/** One property of a built-in component, in WeChat's own attribute names (camelCase). */
export interface BuiltinProperty {
  type: StringConstructor | NumberConstructor | BooleanConstructor | null
  value?: unknown
}

/** What a built-in component sees of itself. */
export interface BuiltinInstance {
  /** The DOM element that stands for the component, e.g. `<wx-button>`. */
  readonly element: HTMLElement
  readonly document: Document
  readonly window: Window & typeof globalThis
  /** The component's properties as last set by the template or by `setData`. */
  readonly data: Readonly<Record<string, unknown>>
  /** Private state of this instance. */
  readonly state: Record<string, unknown>
  readonly host: PhoneHost
  setData(data: Record<string, unknown>): void
  /**
   * A component event as WeChat sends it: not bubbling unless asked. Returns what the page's handler
   * returned: `bindinput` may answer with the text to show instead.
   */
  emit(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): unknown
  /**
   * Style set by the component itself; kept apart from the page's own `style` and stronger than it.
   * Merged into what was set before; an empty value takes a property away.
   */
  setOwnStyle(style: Record<string, string>): void
  /** Class names written in an attribute (`placeholder-class`), scoped as in the owner's wxss. */
  scopedClass(names: string): string
  /** The nearest ancestor built-in with this name (`form`, `swiper`, `picker-view`), in the DOM. */
  closest(name: string): BuiltinInstance | null
  /** All built-ins with one of these names below this one, in document order. */
  descendants(...names: string[]): BuiltinInstance[]
  /** An element of the same page or component by its id (`<label for>`). */
  ownerElementById(id: string): BuiltinInstance | null
  /** Custom components below this one with the behaviour `wx://form-field`, in document order. */
  customFields(): { readonly element: Element; readonly name: string; readonly value: unknown }[]
  /**
   * A URL the browser can load for a `src` as WeChat resolves it: relative to the owner's file, from
   * the package root, `cloud://`, `wxfile://`, `http(s)://` or `data:`.
   */
  resolveResource(src: string): string
  /** Calls a method of this or another built-in's definition. */
  call(method: string, ...values: unknown[]): unknown
}

/** A built-in component: `<button>`, `<swiper>`, ... Methods are called with the instance first. */
export interface BuiltinDefinition {
  name: string
  properties?: Record<string, BuiltinProperty>
  /** Runs after the named properties changed and once at creation; keys may be 'a,b'. */
  observers?: Record<string, (self: BuiltinInstance) => void>
  created?(self: BuiltinInstance): void
  attached?(self: BuiltinInstance): void
  detached?(self: BuiltinInstance): void
  /** It tells of taps by itself, with a detail of its own, so that the phone must not: `<map>`. */
  sendsTap?: true
  /** The default action of a tap, after the page's handlers ran. Return true when it is consumed. */
  onTap?(self: BuiltinInstance, point: { x: number; y: number }): boolean | void
  methods?: Record<string, (self: BuiltinInstance, ...values: never[]) => unknown>
  /** Rules for the component's own element and inner parts, in plain CSS (tag `wx-NAME`). */
  css?: string
}

/** A page in the stack as the phone knows it. */
export interface PageHandle {
  readonly id: number
  readonly route: string
  readonly query: Record<string, string>
  readonly window: Window & typeof globalThis
  /** The page object that WeChat's `getCurrentPages()` returns. */
  readonly instance: Record<string, unknown>
  setNavigationBar(change: NavigationBarChange): void
}

export interface NavigationBarChange {
  title?: string
  frontColor?: string
  backgroundColor?: string
  loading?: boolean
  homeButton?: boolean
}

/** Page navigation. Each rejects with WeChat's own error text, e.g. `page "x" is not found`. */
export interface Navigator {
  readonly stack: readonly PageHandle[]
  navigateTo(
    url: string,
    events?: Record<string, (...values: unknown[]) => void>,
  ): Promise<{ eventChannel: unknown }>
  redirectTo(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
  switchTab(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
}

/** What the owner of the phone can change from outside; the wx APIs read it and tell listeners. */
export interface DeviceState {
  theme: 'light' | 'dark'
  language: 'zh_CN' | 'en'
  networkType: 'wifi' | '4g' | 'none'
  fontSizeSetting: number
  /** 'allow' and 'deny' as in WeChat's settings page; absent means: ask. */
  permissions: Record<string, 'allow' | 'deny'>
}

/** The phone under the wx APIs and the built-in components. */
export interface PhoneHost {
  readonly user: string
  readonly openid: string
  readonly appId: string
  /** app.json of the running mini program. */
  readonly appConfig: Record<string, unknown>
  readonly navigator: Navigator
  readonly device: DeviceState
  /** The outer document: status bar, capsule and surfaces live there, above the pages' iframes. */
  readonly document: Document
  /** The element that surfaces (toasts, sheets, dialogs) are mounted in, over the page area. */
  readonly surfaceRoot: HTMLElement
  /** The clock of the local cloud, epoch milliseconds. */
  now(): number
  currentPage(): PageHandle | undefined
  /** True while a tap's handlers run (and in promises started there until the next user event). */
  isUserGesture(): boolean
  /** Calls `POST path` (or GET without body) on the local cloud and parses JSON. Honours offline. */
  request<T>(path: string, body?: unknown): Promise<T>
  changeDevice(change: Partial<DeviceState>): void
  /** Events inside the phone: 'device', 'appShow', 'appHide', 'cloud' (from the local cloud), ... */
  on(event: string, listener: (value: unknown) => void): () => void
  send(event: string, value: unknown): void
  /** A failure the developer must see: shown over the page with file and line, and logged. */
  reportError(error: unknown, where: string): void
  /** The launch and latest enter options (path, query, scene, referrerInfo). */
  enterOptions(): {
    path: string
    query: Record<string, string>
    scene: number
    referrerInfo: Record<string, unknown>
  }
}
