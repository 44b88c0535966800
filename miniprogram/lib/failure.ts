import type { ErrorCode } from '../../shared/contract'
import { fill, textsOf } from './language'

/** What a failed page shows: what happened, what is safe, and the number to tell the shop. */
export interface FailureView {
  kind: 'offline' | 'notFound' | 'forbidden' | 'broken'
  /** Present for failures inside our own house, so that someone can look it up. */
  requestId: string
}

/** Sorts a failure of a whole page into one of the designed screens. */
export function toFailureView(failure: {
  error: { code: ErrorCode }
  requestId: string
}): FailureView {
  const { code } = failure.error
  if (code === 'NETWORK') return { kind: 'offline', requestId: '' }
  if (code.endsWith('_NOT_FOUND')) return { kind: 'notFound', requestId: '' }
  if (code === 'FORBIDDEN') return { kind: 'forbidden', requestId: '' }
  return { kind: 'broken', requestId: failure.requestId }
}

/** Says in one line why an action did not work; for whoever does not handle the code itself. */
export function sayFailure(failure: { error: { code: ErrorCode }; requestId: string }): void {
  const { errors } = textsOf(['errors'])
  const text = errors[failure.error.code]
  void wx.showToast({
    title:
      failure.error.code === 'INTERNAL' ? fill(text, { id: failure.requestId.slice(0, 8) }) : text,
    icon: 'none',
    duration: 2500,
  })
}
