/** Locks that transactions hold on documents and on keys of unique indexes. */
export class Locks<Holder extends object> {
  readonly #holders = new Map<string, Holder>()
  readonly #held = new Map<Holder, Set<string>>()
  readonly #waiting = new Map<Holder, { done: Promise<void>; resolve: () => void }>()

  get isEmpty(): boolean {
    return this.#holders.size === 0
  }

  holder(name: string): Holder | undefined {
    return this.#holders.get(name)
  }

  /** Takes a lock that nobody else holds. */
  take(name: string, holder: Holder): void {
    this.#holders.set(name, holder)
    let held = this.#held.get(holder)
    if (held === undefined) this.#held.set(holder, (held = new Set()))
    held.add(name)
  }

  /** Gives back all that a holder has and wakes those who wait for it. */
  release(holder: Holder): void {
    for (const name of this.#held.get(holder) ?? []) this.#holders.delete(name)
    this.#held.delete(holder)
    this.#waiting.get(holder)?.resolve()
    this.#waiting.delete(holder)
  }

  /** Resolves when the holder gives its locks back. */
  released(holder: Holder): Promise<void> {
    let waiting = this.#waiting.get(holder)
    if (waiting === undefined) {
      let resolve = () => {}
      const done = new Promise<void>((onDone) => (resolve = onDone))
      this.#waiting.set(holder, (waiting = { done, resolve }))
    }
    return waiting.done
  }
}
