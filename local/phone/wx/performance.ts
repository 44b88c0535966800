import { type Api, syncApi } from './define-api'
import type { PhoneContext } from './phone-context'

interface Entry {
  name: string
  entryType: string
  startTime: number
  duration: number
  path: string
}

/** `wx.getPerformance()`: the pages that were opened and when, as far as this phone can measure. */
export function performanceApis({ host }: PhoneContext): Api[] {
  const entries: Entry[] = []
  const observers = new Set<{ types: string[]; tell(list: Entry[]): void }>()
  host.on('performance', (value) => {
    const entry = value as Entry
    entries.push(entry)
    observers.forEach(({ types, tell }) => types.includes(entry.entryType) && tell([entry]))
  })
  const listOf = (list: Entry[]) => ({
    getEntries: () => list,
    getEntriesByType: (type: string) => list.filter(({ entryType }) => entryType === type),
    getEntriesByName: (name: string) => list.filter((entry) => entry.name === name),
  })
  const performance = {
    ...listOf(entries),
    setBufferSize: () => undefined,
    createObserver(callback: (list: ReturnType<typeof listOf>) => void) {
      const observer = { types: [] as string[], tell: (list: Entry[]) => callback(listOf(list)) }
      return {
        observe({ entryTypes = [] }: { entryTypes?: string[] } = {}) {
          observer.types = entryTypes
          observers.add(observer)
        },
        disconnect: () => observers.delete(observer),
      }
    },
  }
  return [syncApi('getPerformance', () => performance, Object.keys(performance))]
}
