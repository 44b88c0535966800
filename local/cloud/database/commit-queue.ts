import { setImmediate } from 'node:timers'
import type { DataFile } from './data-file'

/**
 * Puts writes on disk in groups: everything written in one turn of the event loop shares one
 * SQLite transaction and one wait for the disk. A write is visible at once and lasting when
 * `durable()` resolves.
 */
export class CommitQueue {
  readonly #file: DataFile
  readonly #onLost: () => void
  #open: { done: Promise<void>; resolve: () => void; reject: (error: unknown) => void } | undefined
  #afterCommit: (() => void)[] = []

  /** `onLost` hears when a group could not be written and everything in it is undone. */
  constructor(file: DataFile, onLost: () => void) {
    this.#file = file
    this.#onLost = onLost
  }

  /** Runs a step that writes. If it throws, all of the group is undone. */
  write<T>(step: () => T): T {
    if (this.#open === undefined) this.#begin()
    try {
      return step()
    } catch (error) {
      this.#fail(error)
      throw error
    }
  }

  /** Resolves when everything written so far is on disk; rejects if it could not be. */
  durable(): Promise<void> {
    const group = this.#open
    if (group === undefined) return Promise.resolve()
    // In memory there is no disk to wait for.
    if (this.#file.inMemory) this.flush()
    return group.done
  }

  /** Has a callback run once the group under way is on disk. */
  afterCommit(callback: () => void): void {
    if (this.#open === undefined) callback()
    else this.#afterCommit.push(callback)
  }

  /** Puts on disk now what was written. */
  flush(): void {
    const group = this.#open
    if (group === undefined) return
    try {
      this.#file.sql.execute('commit')
    } catch (error) {
      this.#fail(error)
      return
    }
    this.#open = undefined
    const callbacks = this.#afterCommit
    this.#afterCommit = []
    group.resolve()
    for (const callback of callbacks) callback()
  }

  #begin(): void {
    this.#file.sql.execute('begin immediate')
    let resolve = () => {}
    let reject: (error: unknown) => void = () => {}
    const done = new Promise<void>((onDone, onFailed) => {
      resolve = onDone
      reject = onFailed
    })
    // Each writer awaits it; a group that nobody awaits must not end the process.
    done.catch(() => {})
    this.#open = { done, resolve, reject }
    setImmediate(() => this.flush())
  }

  #fail(error: unknown): void {
    const group = this.#open
    this.#open = undefined
    this.#afterCommit = []
    // SQLite ends the transaction by itself after some errors, such as a full disk.
    if (this.#file.sql.isInTransaction) this.#file.sql.execute('rollback')
    this.#onLost()
    group?.reject(error)
  }
}
