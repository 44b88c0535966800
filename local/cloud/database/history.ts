import type { Stored } from './document-table'

interface Past {
  version: number
  before: Stored | undefined
}

/**
 * What documents were before recent commits, kept as long as a transaction may still look at a
 * state older than those.
 */
export class History {
  #version = 0
  readonly #past = new Map<string, Past[]>()
  readonly #snapshots = new Map<object, number>()

  /** Pins the present state for a reader. */
  pin(reader: object): void {
    this.#snapshots.set(reader, this.#version)
  }

  isPinned(reader: object): boolean {
    return this.#snapshots.has(reader)
  }

  /** Lets go of a reader's state, and of the past that only it could see. */
  unpin(reader: object): void {
    if (!this.#snapshots.delete(reader)) return
    if (this.#snapshots.size === 0) {
      this.#past.clear()
      return
    }
    const oldest = Math.min(...this.#snapshots.values())
    for (const [name, past] of this.#past) {
      const kept = past.filter(({ version }) => version > oldest)
      if (kept.length === 0) this.#past.delete(name)
      else if (kept.length < past.length) this.#past.set(name, kept)
    }
  }

  /** Begins a new version, in which `record` notes what it changes. */
  advance(): void {
    this.#version += 1
  }

  record(name: string, before: Stored | undefined): void {
    if (this.#snapshots.size === 0) return
    const past = this.#past.get(name)
    const entry = { version: this.#version, before }
    if (past === undefined) this.#past.set(name, [entry])
    else past.push(entry)
  }

  /** What a document was in a reader's state; undefined if it has not changed since. */
  seenBy(reader: object, name: string): Past | undefined {
    const snapshot = this.#snapshots.get(reader) ?? this.#version
    return this.#past.get(name)?.find(({ version }) => version > snapshot)
  }

  clear(): void {
    this.#past.clear()
    this.#snapshots.clear()
  }
}
