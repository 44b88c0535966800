/** A value that can be watched; the app has two of them, session and cart. */
export interface Store<T> {
  get(): T
  /** Replaces the named parts and tells every listener once. */
  set(change: Partial<T>): void
  /** Calls the listener at each change; returns how to stop. */
  subscribe(listener: (value: T) => void): () => void
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change }
      for (const listener of [...listeners]) listener(value)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
