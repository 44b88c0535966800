import type { GeneralComponent } from 'glass-easel'
import { component as adapter } from 'glass-easel-miniprogram-adapter'
import { domNodeOf } from './dom-node'
import { animateKeyframes, clearKeyframes, type Keyframe } from './keyframes'
import { PageMediaObserver } from './media-observer'
import { checkSetData } from './set-data-check'

/** What a component's methods need to know of the page it is on. */
interface PageOfComponent {
  id: number
  tabBar(): unknown
}

interface Surroundings {
  pageOf(window: Window): PageOfComponent | undefined
  /** The same as `wx.createSelectorQuery().in(component)`. */
  selectorQuery(component: unknown): unknown
  /** The same as `wx.createIntersectionObserver(component, options)`. */
  intersectionObserver(component: unknown, options?: object): unknown
  warn(message: string): void
}

type Caller = Record<string, unknown> & { _$: GeneralComponent }

/** Gives every page and component the methods that WeChat has and the framework has not. */
export function extendComponents(phone: Surroundings): void {
  const methods = adapter.ComponentCaller.prototype as unknown as Record<string, unknown>
  const setData = methods.setData as (this: Caller, data: object, done?: () => void) => void
  const triggerEvent = methods.triggerEvent as (this: Caller, ...values: unknown[]) => void
  const viewOf = (caller: Caller): Window =>
    domNodeOf(caller._$)?.ownerDocument.defaultView ?? window
  const nodesOf = (caller: Caller, selector: string): HTMLElement[] => {
    const found = caller._$.getShadowRoot()?.querySelectorAll(selector) ?? []
    return found.flatMap((element) => domNodeOf(element) ?? [])
  }
  Object.assign(methods, {
    setData(this: Caller, data: Record<string, unknown>, done?: () => void) {
      const allowed = checkSetData(this._$.is, data, phone.warn)
      if (isGone(this._$)) return
      setData.call(this, allowed, done)
    },
    triggerEvent(this: Caller, name: string, detail: unknown = {}, options: object = {}) {
      triggerEvent.call(this, name, detail, options)
    },
    createSelectorQuery(this: Caller) {
      return phone.selectorQuery(this)
    },
    createIntersectionObserver(this: Caller, options?: object) {
      return phone.intersectionObserver(this, options)
    },
    createMediaQueryObserver(this: Caller) {
      return new PageMediaObserver(viewOf(this))
    },
    getTabBar(this: Caller) {
      return phone.pageOf(viewOf(this))?.tabBar() ?? null
    },
    getPageId(this: Caller) {
      return `pageId:${phone.pageOf(viewOf(this))?.id ?? 0}`
    },
    animate(
      this: Caller,
      selector: string,
      frames: Keyframe[],
      duration: number,
      done?: () => void,
    ) {
      animateKeyframes(nodesOf(this, selector), frames, duration, done)
    },
    clearAnimation(this: Caller, selector: string, ...rest: unknown[]) {
      clearKeyframes(nodesOf(this, selector))
      const done = rest.find((value) => typeof value === 'function') as (() => void) | undefined
      done?.()
    },
    /** Measures nothing: the phone's times say nothing about a real one. */
    setUpdatePerformanceListener() {},
  })
}

/** Its page was closed, or its template took it out: WeChat ignores what comes late. */
function isGone(component: GeneralComponent): boolean {
  const shadowRoot = component.getShadowRoot()
  if (shadowRoot?.getBackendContext() === null) return true
  return domNodeOf(component)?.ownerDocument.defaultView === null
}
