/**
 * The only place where the wx APIs reach into the component framework: it finds the nodes of a page
 * or component and reads what WeChat lets a query read.
 */

interface FrameworkElement {
  $$?: unknown
  id: string
  dataset: Record<string, unknown>
  data?: Record<string, unknown>
  collectMarks?(): Record<string, unknown>
}

interface FrameworkShadowRoot {
  querySelectorAll(selector: string): FrameworkElement[]
}

interface FrameworkComponent {
  getShadowRoot(): FrameworkShadowRoot | null
}

interface Rect {
  left: number
  top: number
  width: number
  height: number
}

/** A page or component in which nodes are looked for. */
export interface NodeScope {
  querySelectorAll(selector: string): FrameworkElement[]
}

/** A node as a query sees it. */
export interface PageNode {
  /** Absent for a node that draws nothing of its own, such as a virtual host. */
  readonly dom: HTMLElement | undefined
  readonly id: string
  readonly dataset: Record<string, unknown>
  readonly properties: Record<string, unknown>
  marks(): Record<string, unknown>
  rect(): Rect
  /** The framework's own object, for what a built-in answers by itself. */
  readonly source: object
}

/** The scope of a page instance or of a component's `this`. */
export function scopeOf(instance: unknown): NodeScope {
  const holder = (instance ?? {}) as { _$?: FrameworkComponent } & Partial<FrameworkComponent>
  const component = holder._$ ?? (holder.getShadowRoot ? (holder as FrameworkComponent) : undefined)
  const root = component?.getShadowRoot()
  if (!root) throw new Error('A node can only be selected in a page or a component')
  return root
}

/** The nodes that match a selector, in document order. */
export function elementsIn(scope: NodeScope, selector: string): PageNode[] {
  return scope.querySelectorAll(selector).map(nodeOf)
}

function nodeOf(element: FrameworkElement): PageNode {
  const dom = element.$$
  const isElement = typeof dom === 'object' && dom !== null && 'getBoundingClientRect' in dom
  return {
    dom: isElement ? (dom as HTMLElement) : undefined,
    id: element.id,
    dataset: element.dataset,
    properties: element.data ?? {},
    marks: () => element.collectMarks?.() ?? {},
    rect: () =>
      isElement
        ? (dom as HTMLElement).getBoundingClientRect()
        : { left: 0, top: 0, width: 0, height: 0 },
    source: element,
  }
}
