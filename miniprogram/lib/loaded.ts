import { sayFailure, toFailureView } from './failure'
import type { FailureView } from './failure'
import type { Reply } from './paged-list'

interface Source<D> {
  ask(): Promise<Reply<D>>
  show(data: D): void
  /** Nothing could be read; `null` when it is tried again. */
  fail(failure: FailureView | null): void
}

/**
 * What a page reads as a whole. Answers to earlier questions are dropped; a failure takes the page
 * over only while there is nothing to look at, else it is said in one line.
 */
export class Loaded<D> {
  data: D | undefined
  private asked = 0

  constructor(private readonly source: Source<D>) {}

  /** Reads it; what is there stays until the answer. */
  async load(): Promise<void> {
    const question = ++this.asked
    const reply = await this.source.ask()
    if (question !== this.asked) return
    if (reply.ok) {
      this.data = reply.data
      this.source.show(reply.data)
    } else if (this.data === undefined) this.source.fail(toFailureView(reply))
    else sayFailure(reply)
  }

  /** Reads it again after a failure that took the page over. */
  retry(): Promise<void> {
    this.source.fail(null)
    return this.load()
  }

  /** Shows what is there once more, as after a change of language. */
  showAgain(): void {
    if (this.data !== undefined) this.source.show(this.data)
  }
}
