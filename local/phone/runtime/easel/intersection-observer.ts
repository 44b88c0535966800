import type { GeneralComponent } from 'glass-easel'
import { nodeOf } from './selector-query'

interface Margins {
  left?: number
  right?: number
  top?: number
  bottom?: number
}

export interface IntersectionOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

type Listener = (result: Record<string, unknown>) => void

/** WeChat's `IntersectionObserver` on the browser's own. */
export class PageIntersectionObserver {
  private readonly references: { selector: string | null; margins: Margins }[] = []
  private readonly running: IntersectionObserver[] = []

  constructor(
    private readonly component: GeneralComponent,
    private readonly options: IntersectionOptions = {},
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.references.push({ selector, margins })
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.references.push({ selector: null, margins })
    return this
  }

  observe(selector: string, listener: Listener): void {
    const root = this.component.getShadowRoot()
    const all = root?.querySelectorAll(selector) ?? []
    const targets = this.options.observeAll ? all : all.slice(0, 1)
    for (const target of targets) {
      const node = nodeOf(target)
      if (node) this.watch(node, { id: target.id, dataset: { ...target.dataset } }, listener)
    }
  }

  disconnect(): void {
    for (const observer of this.running.splice(0)) observer.disconnect()
  }

  private watch(node: HTMLElement, names: Record<string, unknown>, listener: Listener): void {
    const view = node.ownerDocument.defaultView
    if (!view) return
    const { selector = null, margins = {} } = this.references.at(-1) ?? {}
    const found = selector === null ? null : this.component.getShadowRoot()?.querySelector(selector)
    const reference = found ? nodeOf(found) : null
    const side = (name: keyof Margins): string => `${margins[name] ?? 0}px`
    let previous = this.options.initialRatio ?? 0
    const thresholds = this.options.thresholds ?? [0]
    // Margins count only for an explicit root: the page's own document when none is named.
    const observer = new view.IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const ratio = entry.intersectionRatio
          const isCrossed =
            crosses(previous, ratio, thresholds) || entry.isIntersecting !== previous > 0
          previous = ratio
          if (isCrossed) listener({ ...names, ...resultOf(entry) })
        }
      },
      {
        root: reference ?? node.ownerDocument,
        rootMargin: `${side('top')} ${side('right')} ${side('bottom')} ${side('left')}`,
        threshold: thresholds,
      },
    )
    observer.observe(node)
    this.running.push(observer)
  }
}

function crosses(before: number, after: number, thresholds: number[]): boolean {
  return thresholds.some((threshold) =>
    threshold === 0 ? before > 0 !== after > 0 : before < threshold !== after < threshold,
  )
}

function resultOf(entry: IntersectionObserverEntry): Record<string, unknown> {
  return {
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: rectOf(entry.intersectionRect),
    boundingClientRect: rectOf(entry.boundingClientRect),
    relativeRect: rectOf(entry.rootBounds),
    time: Date.now(),
  }
}

function rectOf(rect: DOMRectReadOnly | null): Record<string, number> {
  const { left = 0, top = 0, right = 0, bottom = 0, width = 0, height = 0 } = rect ?? {}
  return { left, top, right, bottom, width, height }
}
