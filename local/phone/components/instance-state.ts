import type { BuiltinInstance } from '../runtime/types'

/** Private, typed state of a component's instances: made at the first look, gone with the element. */
export function instanceState<State>(
  create: (self: BuiltinInstance) => State,
): (self: BuiltinInstance) => State {
  const states = new WeakMap<HTMLElement, State>()
  return (self) => {
    const known = states.get(self.element)
    if (known !== undefined) return known
    const state = create(self)
    states.set(self.element, state)
    return state
  }
}

/** Functions to run when the component leaves the page. */
export const leaving = instanceState<(() => void)[]>(() => [])

/** Runs and forgets everything registered with `leaving`. */
export function leave(self: BuiltinInstance): void {
  for (const undo of leaving(self).splice(0)) undo()
}
