type Descriptor = Record<string, string | number>

/** WeChat's `MediaQueryObserver`: tells at once and on each change whether the window fits. */
export class PageMediaObserver {
  private stop: (() => void) | undefined

  constructor(private readonly view: Window) {}

  observe(descriptor: Descriptor, listener: (result: { matches: boolean }) => void): void {
    this.disconnect()
    const conditions = Object.entries(descriptor).map(([name, value]) => {
      const feature = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return `(${feature}: ${typeof value === 'number' ? `${value}px` : value})`
    })
    const query = this.view.matchMedia(conditions.join(' and '))
    const tell = (): void => listener({ matches: query.matches })
    query.addEventListener('change', tell)
    this.stop = () => query.removeEventListener('change', tell)
    tell()
  }

  disconnect(): void {
    this.stop?.()
    this.stop = undefined
  }
}
