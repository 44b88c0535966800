import type { GeneralComponent } from 'glass-easel'

/** Fires `ready`, which the framework leaves to its host: children before their parents. */
export interface ReadyQueue {
  add(component: GeneralComponent): void
  /** Fires for all that wait, now. */
  flush(): void
}

export function createReadyQueue(): ReadyQueue {
  let waiting: GeneralComponent[] = []
  let isScheduled = false
  const flush = (): void => {
    isScheduled = false
    const components = waiting.reverse()
    waiting = []
    for (const component of components) component.triggerLifetime('ready', [])
  }
  return {
    flush,
    add(component) {
      waiting.push(component)
      if (isScheduled) return
      isScheduled = true
      queueMicrotask(() => {
        if (isScheduled) flush()
      })
    },
  }
}
