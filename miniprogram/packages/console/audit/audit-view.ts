import type { AppContract } from '../../../../shared/contract'
import type { AuditEntry } from '../../../../shared/contract/console-company'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { stamp } from '../stamp'
import { sentenceOf } from './sentence'
import type { AuditTexts } from './sentence'

type VerbOf<A> = A extends `${string}.${infer Verb}` ? Verb : never
/** Every change that is written down: what staff can do, and how they became staff. */
export type AuditVerb =
  | VerbOf<
      {
        [A in keyof AppContract]: AppContract[A] extends {
          write: true
          access: { staff: readonly string[] }
        }
          ? A
          : never
      }[keyof AppContract]
    >
  | 'joinStaff'

/** What a change can be about, when it is something one can open. */
export type Kind = 'Order' | 'Product' | 'AfterSale' | 'Coupon' | 'Promotion' | 'Staff'

export interface EntryView {
  id: string
  time: string
  who: string
  staffId: string
  /** Who did what about what, from what to what. */
  sentence: string
  subject: string
  /** What it is about, in words; empty when it is about nothing one could look up. */
  about: string
  /** Where a tap leads; empty when there is nothing to open. */
  kind: Kind | ''
  open: string
}

/** One change as a sentence, with the way to what it is about. */
export function toEntryView(entry: AuditEntry, texts: AuditTexts): EntryView {
  const t = texts.staffActions
  const who = entry.staffName || entry.staffId.slice(-6)
  const kind = entry.subject === undefined ? undefined : kindOf(entry)
  const about = aboutText(entry, kind, t)
  // A SKU's own page does not exist, and who was removed is not on the page of staff.
  const canOpen = kind !== undefined && !/(moveStock|removeStaff)$/.test(entry.action)
  return {
    id: entry.id,
    time: stamp(entry.at),
    who,
    staffId: entry.staffId,
    sentence: sentenceOf(entry, { who, about: about || t.goneOther }, texts),
    subject: entry.subject ?? '',
    about: entry.subject === undefined ? '' : about,
    kind: canOpen ? kind : '',
    open: canOpen ? t[`open${kind}`] : '',
  }
}

function kindOf({ action, subjectName }: AuditEntry): Kind | undefined {
  if (/(AfterSale|Return|Exchange)$/.test(action)) return 'AfterSale'
  if (action.includes('Coupon')) return 'Coupon'
  if (action.endsWith('Promotion')) return 'Promotion'
  if (action.endsWith('Staff')) return 'Staff'
  if (/(Product|Prices|Stock)$/.test(action)) return 'Product'
  // Reviews, questions and versions of the home page have no name people use.
  return subjectName === undefined ? undefined : 'Order'
}

function aboutText(
  { subjectName }: AuditEntry,
  kind: Kind | undefined,
  t: MessageTexts['staffActions'],
): string {
  if (kind === undefined) return t.goneOther
  return subjectName === undefined
    ? t[`gone${kind}`]
    : fill(t[`on${kind}`], { subject: subjectName })
}
