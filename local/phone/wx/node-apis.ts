import { builtinDefinitionOf, builtinOf } from '../runtime/easel/builtin-instance'
import { type Api, syncApi } from './define-api'
import { elementsIn, scopeOf } from './nodes/page-nodes'
import { createAnimation } from './nodes/animation'
import { createIntersectionObserver } from './nodes/intersection-observer'
import { type BuiltinAnswers, createSelectorQuery } from './nodes/selector-query'
import type { PhoneContext } from './phone-context'

/** Queries, observers and animations of what a page has drawn. */
export function nodeApis({ host }: PhoneContext): Api[] {
  /** WeChat gives a context even when there is nothing to control; here the missing node is told. */
  const contextApi = (name: string, tag: string): Api =>
    syncApi(name, (id: string, component?: unknown) => {
      const owner = component ?? host.currentPage()?.instance
      const node = elementsIn(scopeOf(owner), `#${id}`)[0]
      const context = node && builtinAnswers.context(node.source)
      if (!context) throw new Error(`${name}: no <${tag} id="${id}"> on the page`)
      return context
    })
  return [
    syncApi('createSelectorQuery', () => createSelectorQuery(host, builtinAnswers)),
    syncApi(
      'createIntersectionObserver',
      (component?: unknown, options?: Parameters<typeof createIntersectionObserver>[2]) =>
        createIntersectionObserver(host, component, options),
    ),
    contextApi('createMapContext', 'map'),
    contextApi('createVideoContext', 'video'),
    syncApi('createAnimation', createAnimation),
  ]
}

/** Asks a built-in that has an answer of its own: methods `node`, `context`, `scrollOffset`. */
const builtinAnswers: BuiltinAnswers = {
  node: (source) => ask(source, 'node'),
  context: (source) => ask(source, 'context'),
  scrollOffset: (source) =>
    ask(source, 'scrollOffset') as ReturnType<BuiltinAnswers['scrollOffset']>,
}

function ask(source: object, method: string): unknown {
  if (!builtinDefinitionOf(source)?.methods?.[method]) return undefined
  return builtinOf(source)?.call(method)
}
