import { Component, type Element, type GeneralComponent } from 'glass-easel'
import { builtinDefinitionOf, builtinOf } from './builtin-instance'

interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

type Result = Record<string, unknown> | null
type Listener = (result: Result | Result[]) => void
type Caller = { _$: GeneralComponent }

interface Request {
  component: GeneralComponent
  /** Null stands for the viewport. */
  selector: string | null
  isSingle: boolean
  fields: Fields
  listener: Listener | undefined
}

/** WeChat's `SelectorQuery`: measures elements of one component after the pending updates. */
export class SelectorQuery {
  private readonly requests: Request[] = []

  constructor(private component: GeneralComponent) {}

  /** Searches in another component from here on. */
  in(caller: Caller): this {
    this.component = caller._$
    return this
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, this.component, selector, true)
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, this.component, selector, false)
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, this.component, null, true)
  }

  exec(listener?: (results: (Result | Result[])[]) => void): this {
    const requests = this.requests.splice(0)
    setTimeout(() => {
      const results = requests.map((request) => {
        const result = resultOf(request)
        request.listener?.(result)
        return result
      })
      listener?.(results)
    }, 0)
    return this
  }

  /** Called by the nodes of this query. */
  add(request: Request): this {
    this.requests.push(request)
    return this
  }
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly component: GeneralComponent,
    private readonly selector: string | null,
    private readonly isSingle: boolean,
  ) {}

  fields(fields: Fields, listener?: Listener): SelectorQuery {
    const { component, selector, isSingle } = this
    return this.query.add({ component, selector, isSingle, fields, listener })
  }

  boundingClientRect(listener?: Listener): SelectorQuery {
    return this.fields({ id: true, dataset: true, rect: true, size: true }, listener)
  }

  scrollOffset(listener?: Listener): SelectorQuery {
    return this.fields({ id: true, dataset: true, scrollOffset: true }, listener)
  }

  context(listener?: Listener): SelectorQuery {
    return this.fields({ context: true }, listener)
  }

  node(listener?: Listener): SelectorQuery {
    return this.fields({ node: true }, listener)
  }
}

function resultOf({ component, selector, isSingle, fields }: Request): Result | Result[] {
  if (selector === null) return viewportResult(component, fields)
  const root = component.getShadowRoot()
  if (!isSingle) return (root?.querySelectorAll(selector) ?? []).map((each) => read(each, fields))
  const found = root?.querySelector(selector)
  return found ? read(found, fields) : null
}

function viewportResult(component: GeneralComponent, fields: Fields): Result {
  const view = nodeOf(component)?.ownerDocument.defaultView
  const result: Record<string, unknown> = {}
  if (!view) return result
  const { innerWidth: width, innerHeight: height, document } = view
  if (fields.id) result.id = ''
  if (fields.dataset) result.dataset = {}
  if (fields.rect) Object.assign(result, { left: 0, top: 0, right: width, bottom: height })
  if (fields.size) Object.assign(result, { width, height })
  if (fields.scrollOffset) Object.assign(result, scrollOf(document.documentElement))
  return result
}

function read(element: Element, fields: Fields): Result {
  const result: Record<string, unknown> = {}
  const node = nodeOf(element)
  if (fields.id) result.id = element.id
  if (fields.dataset) result.dataset = { ...element.dataset }
  if (fields.mark) result.mark = element.collectMarks()
  if (node && (fields.rect || fields.size)) {
    const { left, top, right, bottom, width, height } = node.getBoundingClientRect()
    if (fields.rect) Object.assign(result, { left, top, right, bottom })
    if (fields.size) Object.assign(result, { width, height })
  }
  if (node && fields.scrollOffset) Object.assign(result, scrollOf(node))
  for (const name of fields.properties ?? []) {
    if (Component.isComponent(element)) result[name] = (element.data as Result)?.[name]
  }
  const style = node?.ownerDocument.defaultView?.getComputedStyle(node)
  for (const name of fields.computedStyle ?? []) {
    result[name] = style?.[name as keyof CSSStyleDeclaration]
  }
  if (fields.context) result.context = askBuiltin(element, 'context')
  if (fields.node) result.node = askBuiltin(element, 'node')
  return result
}

function askBuiltin(element: Element, method: 'context' | 'node'): unknown {
  const builtin = builtinOf(element)
  const answers = builtinDefinitionOf(element)?.methods?.[method] !== undefined
  return builtin && answers ? builtin.call(method) : null
}

function scrollOf(node: HTMLElement): Record<string, number> {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = node
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

/** The DOM node of an element; of a component without its own, that of its first child. */
export function nodeOf(element: Element): HTMLElement | null {
  if (element.$$) return element.$$ as unknown as HTMLElement
  const inside = Component.isComponent(element) ? element.getShadowRoot() : element
  for (const child of inside?.childNodes ?? []) {
    const found = 'childNodes' in child ? nodeOf(child) : null
    if (found) return found
  }
  return null
}
