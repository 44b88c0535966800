import { builtinDefinitionOf, builtinOf } from '../runtime/easel/builtin-instance'
import { type Api, syncApi } from './define-api'
import { createAnimation } from './nodes/animation'
import { createIntersectionObserver } from './nodes/intersection-observer'
import { type BuiltinAnswers, createSelectorQuery } from './nodes/selector-query'
import type { PhoneContext } from './phone-context'

/** Queries, observers and animations of what a page has drawn. */
export function nodeApis({ host }: PhoneContext): Api[] {
  return [
    syncApi('createSelectorQuery', () => createSelectorQuery(host, builtinAnswers)),
    syncApi(
      'createIntersectionObserver',
      (component?: unknown, options?: Parameters<typeof createIntersectionObserver>[2]) =>
        createIntersectionObserver(host, component, options),
    ),
    syncApi('createAnimation', createAnimation),
  ]
}

/** Asks a built-in that has an answer of its own: methods `node`, `context`, `scrollOffset`. */
export const builtinAnswers: BuiltinAnswers = {
  node: (source) => ask(source, 'node'),
  context: (source) => ask(source, 'context'),
  scrollOffset: (source) =>
    ask(source, 'scrollOffset') as ReturnType<BuiltinAnswers['scrollOffset']>,
}

function ask(source: object, method: string): unknown {
  if (!builtinDefinitionOf(source)?.methods?.[method]) return undefined
  return builtinOf(source)?.call(method)
}
