import type { EventHub } from '../events'
import type { Service } from '../service'
import type { StateFile } from '../state/state-file'
import type { Functions } from './functions'

/** The first request after the start comes first: warming begins when it has had time to arrive. */
const BEGIN_AFTER_MS = 300

/**
 * Starts, one after the other, a worker for each function that the last run used, in the order it
 * used them: the first page then finds its functions warm, and the start itself waits for nothing.
 */
export function createPrewarm(state: StateFile, events: EventHub, functions: Functions): Service {
  const table = state.table<readonly string[]>('used-functions')
  const used: string[] = []
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let stopListening: (() => void) | undefined

  const warmAll = async (names: readonly string[]) => {
    for (const name of names) {
      if (stopped) return
      await functions.warm(name)
    }
  }

  return {
    start() {
      const names = table.get('order') ?? []
      stopListening = events.on('log', ({ entry }) => {
        if (used.includes(entry.function) || !functions.exists(entry.function)) return
        used.push(entry.function)
        table.set('order', used)
      })
      if (names.length === 0) return
      timer = setTimeout(() => void warmAll(names), BEGIN_AFTER_MS)
      timer.unref()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      stopListening?.()
    },
  }
}
