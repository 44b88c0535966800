import type { ErrorCode } from '../../shared/contract'
import { sayFailure, toFailureView } from './failure'
import type { FailureView } from './failure'

/** What a page's data says of a list that is read page by page. */
export interface ListState {
  isLoading: boolean
  hasMore: boolean
  isForbidden: boolean
  failure: FailureView | null
}

/** How a list begins. */
export const unread: ListState = {
  isLoading: true,
  hasMore: false,
  isForbidden: false,
  failure: null,
}

/** An answer to a question about `D`, or why there is none. */
export type Reply<D> =
  { ok: true; data: D } | { ok: false; error: { code: ErrorCode }; requestId: string }

interface Source<D extends { cursor?: string }, T> {
  /** Asks for the page after the cursor, the first without one. */
  ask(cursor: string | undefined): Promise<Reply<D>>
  itemsOf(data: D): readonly T[]
  /** `last` is the newest answer as a whole, absent while there is none. */
  show(state: ListState, items: readonly T[], last?: D): void
}

/**
 * A list that is read page by page. Answers to earlier questions are dropped; a failure takes the
 * page over only while there is nothing to look at, else it is said in one line.
 */
export class PagedList<D extends { cursor?: string }, T> {
  private items: readonly T[] = []
  private cursor: string | undefined
  private last: D | undefined
  private asked = 0

  constructor(private readonly source: Source<D, T>) {}

  /** Begins anew, with nothing to look at until the answer: something else is asked for now. */
  restart(): Promise<void> {
    this.items = []
    this.cursor = undefined
    this.last = undefined
    this.source.show(unread, [])
    return this.read(undefined)
  }

  /** Reads the first page again; what is there stays until it comes. */
  refresh(): Promise<void> {
    return this.read(undefined)
  }

  /** Reads the next page, if there is one. */
  async more(): Promise<void> {
    if (this.cursor !== undefined) await this.read(this.cursor)
  }

  /** Shows what is there once more, as after a change of language. */
  showAgain(): void {
    if (this.items.length > 0) this.source.show(this.state(), this.items, this.last)
  }

  private async read(cursor: string | undefined): Promise<void> {
    const question = ++this.asked
    const reply = await this.source.ask(cursor)
    if (question !== this.asked) return
    if (reply.ok) {
      const page = this.source.itemsOf(reply.data)
      this.items = cursor === undefined ? page : [...this.items, ...page]
      this.cursor = reply.data.cursor
      this.last = reply.data
      this.source.show(this.state(), this.items, this.last)
      return
    }
    const isForbidden = reply.error.code === 'FORBIDDEN'
    if (this.items.length > 0 && !isForbidden) sayFailure(reply)
    else
      this.source.show(
        { ...unread, isLoading: false, isForbidden, failure: toFailureView(reply) },
        [],
      )
  }

  private state(): ListState {
    return { ...unread, isLoading: false, hasMore: this.cursor !== undefined }
  }
}
