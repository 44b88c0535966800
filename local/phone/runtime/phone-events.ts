type Listener = (value: unknown) => void

/** Events inside one phone, by name. */
export interface PhoneEvents {
  on(name: string, listener: Listener): () => void
  send(name: string, value: unknown): void
}

export function createPhoneEvents(): PhoneEvents {
  const listeners = new Map<string, Set<Listener>>()
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set)
      set.add(listener)
      return () => void set.delete(listener)
    },
    send(name, value) {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(value)
    },
  }
}
