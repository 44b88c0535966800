import { memberHash } from './ids'
import { keepOutOfLogs, redact } from './redact'

/** One invocation, as one line of JSON in the function's log. */
export interface InvocationLog {
  requestId: string
  action: string
  memberId: string | undefined
  durationMs: number
  outcome: string
  /** The first invocation of its instance. */
  isCold: boolean
}

let isNew = true

/** Begins an invocation: whether it is the first of this instance, which had to be started for it. */
export function beginInvocation(memberId: string | undefined): { isCold: boolean } {
  keepOutOfLogs(memberId)
  const isCold = isNew
  isNew = false
  return { isCold }
}

/** Milliseconds since `startedAt` of `performance.now()`, to a tenth. */
export const msSince = (startedAt: number): number =>
  Math.round((performance.now() - startedAt) * 10) / 10

/** Writes the line; the member appears as a hash only. */
export function logInvocation({ memberId, isCold, ...line }: InvocationLog): void {
  const member = memberId === undefined ? undefined : memberHash(memberId)
  const start = isCold ? 'cold' : 'warm'
  console.info(redact(JSON.stringify({ event: 'invocation', ...line, member, start })))
}

/** Writes an error with what is needed to find its request and its place. */
export function logError(event: string, error: unknown, facts: Record<string, unknown> = {}): void {
  console.error(redact(JSON.stringify({ event, ...facts, error: describe(error) })))
}

/** Writes what somebody has to look at. */
export function logProblem(event: string, facts: Record<string, unknown>): void {
  console.error(redact(JSON.stringify({ event, ...facts })))
}

/** Writes what is odd and does no harm. */
export function logWarning(event: string, facts: Record<string, unknown>): void {
  console.warn(redact(JSON.stringify({ event, ...facts })))
}

/** What is thrown is mostly an error; WeChat's SDK also throws plain objects. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: 'NotAnError', message: JSON.stringify(error) }
  const { name, message, stack } = error
  const parts = error instanceof AggregateError ? { errors: error.errors.map(describe) } : {}
  return { name, message, stack, ...parts }
}
