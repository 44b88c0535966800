type Listener = (...values: unknown[]) => void

/** WeChat's EventChannel between a page and the page it opened. */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>()
  /** Events sent before anyone listens are kept, as in WeChat. */
  private readonly unheard = new Map<string, unknown[][]>()
  private other: EventChannel | undefined

  on(name: string, listener: Listener): void {
    this.add(name, listener, false)
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true)
  }

  off(name: string, listener?: Listener): void {
    const left = (this.listeners.get(name) ?? []).filter(
      (each) => listener && each.listener !== listener,
    )
    this.listeners.set(name, left)
  }

  emit(name: string, ...values: unknown[]): void {
    this.other?.hear(name, values)
  }

  /** Makes two channels the ends of one: what one emits, the other hears. */
  static pair(): { opener: EventChannel; opened: EventChannel } {
    const opener = new EventChannel()
    const opened = new EventChannel()
    opener.other = opened
    opened.other = opener
    return { opener, opened }
  }

  private hear(name: string, values: unknown[]): void {
    const heard = [...(this.listeners.get(name) ?? [])]
    if (heard.length === 0) this.unheard.set(name, [...(this.unheard.get(name) ?? []), values])
    for (const { listener, isOnce } of heard) {
      if (isOnce) this.off(name, listener)
      listener(...values)
    }
  }

  private add(name: string, listener: Listener, isOnce: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, isOnce }])
    const missed = this.unheard.get(name) ?? []
    this.unheard.delete(name)
    for (const values of missed) this.hear(name, values)
  }
}
