import { builtinDefinitionOf, builtinOf } from './easel/builtin-instance'
import type { EaselElement } from './easel/window-backend'

/** What a tap does by itself: the innermost built-in that has an action and takes it. */
export function runDefaultTap(element: EaselElement, point: { x: number; y: number }): void {
  for (let node = element.$$ as unknown as Node | null; node; node = node.parentNode) {
    const owner = (node as { __wxElement?: EaselElement }).__wxElement
    const builtin = builtinOf(owner)
    const definition = builtinDefinitionOf(owner)
    if (builtin && definition?.onTap?.(builtin, point) === true) return
  }
}
