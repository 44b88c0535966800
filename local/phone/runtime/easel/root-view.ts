import { Component, Element, type GeneralComponent } from 'glass-easel'
import type { ComponentRegistry } from './component-registry'
import { WindowBackend } from './window-backend'

type PageWindow = Window & typeof globalThis

/** A component that stands at the top of a page's window. */
export interface RootView {
  /** The object that page code knows as the page or component. */
  readonly instance: Record<string, unknown>
  readonly component: GeneralComponent
  /** Sets those of the values that the component declares as properties, as WeChat does with a query. */
  setProperties(values: Record<string, string>): void
  attach(): void
  triggerPageLifetime(name: string, value?: unknown): void
  release(): void
}

const backends = new WeakMap<Window, WindowBackend>()

/**
 * Creates a registered component as the page's `body`, or as the last element in it, where a custom
 * tab bar inherits the page's font and style variables.
 */
export function openRoot(
  { env, space }: ComponentRegistry,
  view: PageWindow,
  tag: string,
  id: string,
): RootView {
  const backend = backends.get(view) ?? new WindowBackend(view)
  backends.set(view, backend)
  const root = env.associateBackend(backend).createRoot(tag, space, `/${id}`)
  const component = root.getComponent()
  const instance = root.get() as unknown as Record<string, unknown>
  const { document } = view
  return {
    instance,
    component,
    setProperties(values) {
      const own = Object.entries(values).filter(([name]) => Component.hasProperty(component, name))
      if (own.length > 0) component.setData(Object.fromEntries(own))
    },
    attach() {
      const isBody = tag === 'body'
      const parent = isBody ? document.documentElement : document.body
      const place = isBody ? document.body : document.createElement(tag)
      if (!isBody) parent.append(place)
      root.attach(parent as never, place as never)
    },
    triggerPageLifetime(name, value) {
      component.triggerPageLifetime(name, value === undefined ? [] : [value])
    },
    // The window goes with its page: only the components have to be told.
    release: () => Element.pretendDetached(component),
  }
}
