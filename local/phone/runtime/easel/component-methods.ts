import type { GeneralComponent } from 'glass-easel'
import { component as adapter } from 'glass-easel-miniprogram-adapter'
import { animateKeyframes, clearKeyframes, type Keyframe } from './keyframes'
import { PageIntersectionObserver, type IntersectionOptions } from './intersection-observer'
import { PageMediaObserver } from './media-observer'
import { nodeOf, SelectorQuery } from './selector-query'
import { checkSetData } from './set-data-check'

/** What a component's methods need to know of the page it is on. */
export interface PageOfComponent {
  id: number
  tabBar(): unknown
}

interface Surroundings {
  pageOf(window: Window): PageOfComponent | undefined
  warn(message: string): void
}

type Caller = Record<string, unknown> & { _$: GeneralComponent }

/** Gives every page and component the methods that WeChat has and the framework has not. */
export function extendComponents({ pageOf, warn }: Surroundings): void {
  const methods = adapter.ComponentCaller.prototype as unknown as Record<string, unknown>
  const setData = methods.setData as (this: Caller, data: object, done?: () => void) => void
  const triggerEvent = methods.triggerEvent as (this: Caller, ...values: unknown[]) => void
  const page = (caller: Caller): PageOfComponent | undefined => {
    const view = nodeOf(caller._$)?.ownerDocument.defaultView
    return view ? pageOf(view) : undefined
  }
  Object.assign(methods, {
    setData(this: Caller, data: Record<string, unknown>, done?: () => void) {
      setData.call(this, checkSetData(this._$.is, data, warn), done)
    },
    triggerEvent(this: Caller, name: string, detail: unknown = {}, options: object = {}) {
      triggerEvent.call(this, name, detail, options)
    },
    createSelectorQuery(this: Caller) {
      return new SelectorQuery(this._$)
    },
    createIntersectionObserver(this: Caller, options?: IntersectionOptions) {
      return new PageIntersectionObserver(this._$, options)
    },
    createMediaQueryObserver(this: Caller) {
      return new PageMediaObserver(nodeOf(this._$)?.ownerDocument.defaultView ?? window)
    },
    getTabBar(this: Caller) {
      return page(this)?.tabBar() ?? null
    },
    getPageId(this: Caller) {
      return `pageId:${page(this)?.id ?? 0}`
    },
    animate(
      this: Caller,
      selector: string,
      frames: Keyframe[],
      duration: number,
      timeline?: (() => void) | object,
    ) {
      const found = this._$.getShadowRoot()?.querySelectorAll(selector) ?? []
      const nodes = found.flatMap((element) => nodeOf(element) ?? [])
      animateKeyframes(
        nodes,
        frames,
        duration,
        typeof timeline === 'function' ? (timeline as () => void) : undefined,
      )
    },
    clearAnimation(
      this: Caller,
      selector: string,
      options?: object | (() => void),
      done?: () => void,
    ) {
      const found = this._$.getShadowRoot()?.querySelectorAll(selector) ?? []
      clearKeyframes(found.flatMap((element) => nodeOf(element) ?? []))
      const callback = typeof options === 'function' ? (options as () => void) : done
      callback?.()
    },
    setUpdatePerformanceListener(
      this: Caller,
      _options: object,
      listener?: (result: object) => void,
    ) {
      this.updatePerformanceListener = listener
    },
  })
}
