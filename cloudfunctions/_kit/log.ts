import { memberHash } from './ids'

/** One invocation, as one line of JSON in the function's log. */
export interface InvocationLog {
  requestId: string
  action: string
  memberId: string | undefined
  startedAt: number
  outcome: string
}

/** Writes the line; the member appears as a hash only. */
export function logInvocation({ startedAt, memberId, ...line }: InvocationLog): void {
  const durationMs = Math.round((performance.now() - startedAt) * 10) / 10
  const member = memberId === undefined ? undefined : memberHash(memberId)
  console.info(JSON.stringify({ event: 'invocation', ...line, member, durationMs }))
}

/** Writes an error with what is needed to find its request. */
export function logError(event: string, error: unknown, facts: Record<string, unknown> = {}): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)
  console.error(JSON.stringify({ event, ...facts, error: text }))
}
