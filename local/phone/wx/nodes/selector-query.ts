import type { PhoneHost } from '../../runtime/types'
import { elementsIn, type PageNode, scopeOf } from './page-nodes'

/** What a query may ask of a node. */
interface NodeFields {
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

type NodeResult = Record<string, unknown>
type Callback = (result: never) => void

interface Request {
  read(): unknown
  callback: Callback | undefined
}

/** Answers of a built-in that only it can give: the canvas node, a video's context. */
export interface BuiltinAnswers {
  node(source: object): unknown
  context(source: object): unknown
  scrollOffset(source: object): { scrollLeft: number; scrollTop: number } | undefined
}

/** A query as `wx.createSelectorQuery` and a component's `createSelectorQuery` return it. */
export interface SelectorQuery {
  in(component: unknown): SelectorQuery
  select(selector: string): NodesRef
  selectAll(selector: string): NodesRef
  selectViewport(): NodesRef
  exec(callback?: (results: unknown[]) => void): SelectorQuery
}

/** The nodes a query has selected; each of its methods adds one answer to the query's results. */
interface NodesRef {
  fields(fields: NodeFields, callback?: Callback): SelectorQuery
  boundingClientRect(callback?: Callback): SelectorQuery
  scrollOffset(callback?: Callback): SelectorQuery
  context(callback?: Callback): SelectorQuery
  node(callback?: Callback): SelectorQuery
}

/** A query in a component, or in the page in front when none is given. */
export function createSelectorQuery(
  host: PhoneHost,
  answers: BuiltinAnswers,
  component?: unknown,
): SelectorQuery {
  const requests: Request[] = []
  let owner = component
  // A query looks in the page that is in front when it is made, not when it runs.
  const page = host.currentPage()
  const within = () => scopeOf(owner ?? page?.instance)

  const refTo = (find: () => PageNode[] | 'viewport', single: boolean): NodesRef => {
    const add = (fields: NodeFields, callback?: Callback): SelectorQuery => {
      requests.push({
        callback,
        read() {
          const found = find()
          if (found === 'viewport') return readViewport(page?.window, fields)
          const results = (single ? found.slice(0, 1) : found).map((node) =>
            readNode(node, fields, answers),
          )
          return single ? (results[0] ?? null) : results
        },
      })
      return query
    }
    return {
      fields: add,
      boundingClientRect: (callback) =>
        add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback) => add({ context: true }, callback),
      node: (callback) => add({ node: true }, callback),
    }
  }
  const query: SelectorQuery = {
    in(next) {
      owner = next
      return query
    },
    select(selector) {
      const scope = owner
      return refTo(
        () => elementsIn(scope === undefined ? within() : scopeOf(scope), selector),
        true,
      )
    },
    selectAll(selector) {
      const scope = owner
      return refTo(
        () => elementsIn(scope === undefined ? within() : scopeOf(scope), selector),
        false,
      )
    },
    selectViewport: () => refTo(() => 'viewport', true),
    exec(callback) {
      const asked = [...requests]
      setTimeout(() => answerAll(host, asked, callback))
      return query
    },
  }
  return query
}

function answerAll(
  host: PhoneHost,
  requests: Request[],
  callback: ((results: unknown[]) => void) | undefined,
): void {
  try {
    const results = requests.map(({ read }) => read())
    requests.forEach((request, index) => request.callback?.(results[index] as never))
    callback?.(results)
  } catch (error) {
    host.reportError(error, 'SelectorQuery.exec')
  }
}

function readNode(node: PageNode, fields: NodeFields, answers: BuiltinAnswers): NodeResult {
  const result: NodeResult = {}
  if (fields.id) result.id = node.id
  if (fields.dataset) result.dataset = node.dataset
  if (fields.mark) result.mark = node.marks()
  if (fields.rect || fields.size) {
    const { left, top, width, height } = node.rect()
    if (fields.rect) Object.assign(result, { left, top, right: left + width, bottom: top + height })
    if (fields.size) Object.assign(result, { width, height })
  }
  if (fields.scrollOffset) Object.assign(result, scrollOf(node, answers))
  for (const name of fields.properties ?? []) result[name] = node.properties[name]
  if (fields.computedStyle && node.dom) {
    const style = node.dom.ownerDocument.defaultView?.getComputedStyle(node.dom)
    for (const name of fields.computedStyle) {
      result[name] = style?.getPropertyValue(dashed(name))
    }
  }
  if (fields.context) result.context = answers.context(node.source)
  if (fields.node) result.node = answers.node(node.source)
  return result
}

function scrollOf(node: PageNode, answers: BuiltinAnswers): NodeResult {
  const own = answers.scrollOffset(node.source)
  const { scrollLeft = 0, scrollTop = 0, scrollWidth = 0, scrollHeight = 0 } = node.dom ?? {}
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight, ...own }
}

function readViewport(view: Window | undefined, fields: NodeFields): NodeResult {
  const root = view?.document.scrollingElement
  const width = view?.innerWidth ?? 0
  const height = view?.innerHeight ?? 0
  const result: NodeResult = {}
  if (fields.id) result.id = ''
  if (fields.dataset) result.dataset = {}
  if (fields.mark) result.mark = {}
  if (fields.rect) Object.assign(result, { left: 0, top: 0, right: width, bottom: height })
  if (fields.size) Object.assign(result, { width, height })
  if (fields.scrollOffset) {
    Object.assign(result, {
      scrollLeft: view?.scrollX ?? 0,
      scrollTop: view?.scrollY ?? 0,
      scrollWidth: root?.scrollWidth ?? 0,
      scrollHeight: root?.scrollHeight ?? 0,
    })
  }
  return result
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
