import type { PhoneHost } from '../../runtime/types'
import { elementsIn, type PageNode, scopeOf } from './page-nodes'

interface Margins {
  left?: number
  right?: number
  top?: number
  bottom?: number
}

interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

type Listener = (result: Record<string, unknown>) => void

/** As `wx.createIntersectionObserver` and a component's own return it. */
export interface NodeIntersectionObserver {
  relativeTo(selector: string, margins?: Margins): NodeIntersectionObserver
  relativeToViewport(margins?: Margins): NodeIntersectionObserver
  observe(selector: string, listener: Listener): void
  disconnect(): void
}

/** Watches nodes of a component, or of the page in front when none is given. */
export function createIntersectionObserver(
  host: PhoneHost,
  component?: unknown,
  { thresholds = [0], initialRatio = 0, observeAll = false }: ObserverOptions = {},
): NodeIntersectionObserver {
  const page = host.currentPage()
  const scope = () => scopeOf(component ?? page?.instance)
  const running: IntersectionObserver[] = []
  let reference: string | undefined
  let margins: Margins = {}

  const watch = (node: PageNode, root: PageNode | undefined, listener: Listener): void => {
    const { dom } = node
    const view = dom?.ownerDocument.defaultView as (Window & typeof globalThis) | null | undefined
    if (!dom || !view) return
    let before: number | undefined = initialRatio
    const observer = new view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const first = before
          before = undefined
          if (first !== undefined && !crosses(thresholds, first, entry)) continue
          try {
            listener(resultOf(node, entry))
          } catch (error) {
            host.reportError(error, 'IntersectionObserver callback')
          }
        }
      },
      { root: root?.dom ?? view.document, rootMargin: marginText(margins), threshold: thresholds },
    )
    observer.observe(dom)
    running.push(observer)
  }
  const observer: NodeIntersectionObserver = {
    relativeTo(selector, next = {}) {
      reference = selector
      margins = next
      return observer
    },
    relativeToViewport(next = {}) {
      reference = undefined
      margins = next
      return observer
    },
    observe(selector, listener) {
      const found = elementsIn(scope(), selector)
      const root = reference === undefined ? undefined : elementsIn(scope(), reference)[0]
      const targets = observeAll ? found : found.slice(0, 1)
      targets.forEach((node) => watch(node, root, listener))
    },
    disconnect: () => running.splice(0).forEach((each) => each.disconnect()),
  }
  return observer
}

/** WeChat tells the first state only when it lies beyond a threshold from `initialRatio`. */
function crosses(
  thresholds: readonly number[],
  initial: number,
  { intersectionRatio, isIntersecting }: IntersectionObserverEntry,
): boolean {
  if (intersectionRatio === initial)
    return isIntersecting && initial === 0 && thresholds.includes(0)
  return thresholds.some(
    (threshold) => (initial - threshold) * (intersectionRatio - threshold) <= 0,
  )
}

function marginText({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`
}

function resultOf(node: PageNode, entry: IntersectionObserverEntry): Record<string, unknown> {
  return {
    id: node.id,
    dataset: node.dataset,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: plainRect(entry.intersectionRect),
    boundingClientRect: plainRect(entry.boundingClientRect),
    relativeRect: entry.rootBounds ? plainRect(entry.rootBounds) : undefined,
    time: entry.time,
  }
}

function plainRect({ left, top, right, bottom, width, height }: DOMRectReadOnly) {
  return { left, top, right, bottom, width, height }
}
