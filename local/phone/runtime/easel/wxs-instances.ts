import { Component, type Element, type GeneralComponent } from 'glass-easel'
import {
  elementOfTarget,
  pageEvent,
  type EaselEvent,
  type EaselTarget,
  type PageEvent,
} from './events'

/** A style segment over the page's own style, under those of built-ins. */
const WXS_STYLE_SEGMENT = 2

/** The object through which WXS works on a component; WeChat calls it ComponentDescriptor. */
type WxsInstance = Record<string, unknown>

type Listener = (this: unknown, event: PageEvent, owner?: WxsInstance | null) => boolean | void
type ChangeListener = (
  next: unknown,
  previous: unknown,
  owner: WxsInstance | null,
  instance: WxsInstance | null,
) => void

const known = new WeakMap<Element, WxsInstance>()

/** Path prefix of handlers that are methods or data; all others are WXS functions. */
const DATA_PATH = 0

/** Gives page handlers WeChat's event object, and WXS handlers also their owner's instance. */
export function wrapEventListener(
  caller: EaselTarget,
  event: EaselEvent,
  listener: Listener,
  path?: readonly unknown[] | null,
): boolean | void {
  const plain = pageEvent(event)
  const host = elementOfTarget(caller)
  const isMethod = path ? path[0] === DATA_PATH : isMethodOf(host, listener)
  if (isMethod) return listener.call(caller, plain)
  plain.instance = wxsInstance(elementOfTarget(event.currentTarget))
  return listener.call(caller, plain, wxsInstance(host))
}

/** A handler without a path is a method's name, or an expression such as `off || wxs.onDrag`. */
const isMethodOf = (host: Element, listener: Listener): boolean => {
  const methods = Component.isComponent(host) ? host.getMethodCaller() : {}
  return (methods as Record<string, unknown>)[listener.name] === listener
}

/** `change:prop` runs after the update that changed the property, as in WeChat. */
export function wrapChangeListener(listener: ChangeListener): unknown {
  return (next: unknown, previous: unknown, owner: GeneralComponent, element: Element) => {
    queueMicrotask(() => listener(next, previous, wxsInstance(owner), wxsInstance(element)))
  }
}

function wxsInstance(element: Element | null): WxsInstance | null {
  if (!element) return null
  const made = known.get(element) ?? createInstance(element)
  known.set(element, made)
  return made
}

function createInstance(element: Element): WxsInstance {
  const node = element.$$ as unknown as HTMLElement | null
  const view = node?.ownerDocument.defaultView ?? window
  const component = Component.isComponent(element) ? element : null
  const root = component?.getShadowRoot() ?? null
  const state = {}
  const instance: WxsInstance = {
    selectComponent: (selector: string) => wxsInstance(root?.querySelector(selector) ?? null),
    selectAllComponents: (selector: string) =>
      (root?.querySelectorAll(selector) ?? []).map((found) => wxsInstance(found)),
    setStyle(style: string | Record<string, string>) {
      element.setNodeStyle(styleText(style), WXS_STYLE_SEGMENT)
      return instance
    },
    addClass(name: string) {
      element.classList?.toggle(name, true)
      return instance
    },
    removeClass(name: string) {
      element.classList?.toggle(name, false)
      return instance
    },
    hasClass: (name: string) => element.classList?.contains(name) ?? false,
    getDataset: () => element.dataset ?? {},
    callMethod(name: string, value?: unknown) {
      const caller = component?.getMethodCaller() as Record<string, unknown> | undefined
      const method = caller?.[name]
      if (typeof method === 'function') method.call(caller, value)
    },
    requestAnimationFrame: (step: FrameRequestCallback) => view.requestAnimationFrame(step),
    getState: () => state,
    triggerEvent: (name: string, detail?: unknown, options?: object) =>
      component?.triggerEvent(name, detail, options),
    getComputedStyle: (names: string[]) => computedStyle(view, node, names),
    getBoundingClientRect: () => node?.getBoundingClientRect(),
    setTimeout: (run: () => void, delay?: number) => setTimeout(run, delay),
    clearTimeout: (id: number) => clearTimeout(id),
  }
  return instance
}

function styleText(style: string | Record<string, string>): string {
  if (typeof style === 'string') return style
  const dashed = (name: string): string =>
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return Object.entries(style)
    .map(([name, value]) => `${dashed(name)}:${value}`)
    .join(';')
}

function computedStyle(
  view: Window,
  node: HTMLElement | null,
  names: string[],
): Record<string, string> {
  if (!node) return {}
  const style = view.getComputedStyle(node)
  return Object.fromEntries(
    names.map((name) => [name, String(style[name as keyof CSSStyleDeclaration] ?? '')]),
  )
}
