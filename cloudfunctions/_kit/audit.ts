import type { AuditDocument, ToldChange } from './documents/staff'
import { newId } from './ids'
import type { Intention } from './once'
import type { Transaction } from './transaction'

const longestInput = 2_000
const mostChanges = 50

/** What is known of a change beside who wants it. */
interface Told {
  requestId: string
  /** What the handler said is different afterwards. */
  changes?: readonly ToldChange[]
}

/** Writes down what a member of staff changes, in the transaction that changes it. */
export const recordChange = (
  tx: Transaction,
  { memberId: staffId, action, input, requestId, changes = [] }: Intention & Told,
  at: number,
): Promise<void> => {
  const subject = subjectOf(input)
  const entry: AuditDocument = {
    _id: newId(at),
    at,
    staffId,
    action,
    ...(subject === undefined ? {} : { subject }),
    input: JSON.stringify(input).slice(0, longestInput),
    ...(changes.length === 0 ? {} : { changes: changes.slice(0, mostChanges) }),
    requestId,
  }
  return tx.audit.insert(entry)
}

/** The first id an input names, such as `orderId`: what the change is about. */
function subjectOf(input: unknown): string | undefined {
  for (const [name, value] of Object.entries(input ?? {}))
    if (typeof value === 'string' && (name === 'id' || name.endsWith('Id'))) return value
  return undefined
}
