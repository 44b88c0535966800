import type { AuditChange } from '../../../shared/contract/console-company'
import type { StaffRole } from '../../../shared/contract/define'
import type { LayoutBlock } from '../../../shared/contract/layout'
import type { Localized } from '../../../shared/domain/localized'

/** One change a member of staff has made, written with the change itself. */
export interface AuditDocument {
  _id: string
  at: number
  staffId: string
  action: string
  /** What it was about: the first id in the input, such as an order or product. */
  subject?: string
  /** The input as JSON, cut to 2,000 characters. */
  input: string
  /** What was different afterwards, as the handler told it. */
  changes?: ToldChange[]
  requestId: string
}

/** What a change made different, in both languages where it has words. */
export interface ToldChange {
  what: AuditChange['what']
  /** Which part of what was changed: the options of an SKU. */
  part?: Localized
  from: string | number | Localized
  to: string | number | Localized
}

/** Whoever has the code joins the staff, once; the id is the code. */
export interface InvitationDocument {
  _id: string
  name: string
  roles: StaffRole[]
  createdBy: string
  createdAt: number
  expiresAt: number
  usedBy?: string
}

/** One version of the home page; the id is `home:{version}`. */
export interface LayoutDocument {
  _id: string
  page: 'home'
  version: number
  state: 'draft' | 'published' | 'replaced'
  blocks: LayoutBlock[]
  /** Why it was made, in staff's words. */
  note: string
  createdBy: string
  createdAt: number
  /** When it was last saved: who saves says which state they began with. */
  savedAt: number
  publishedAt?: number
}

/** Pieces put in or taken out by staff; what orders take is in the orders. */
export interface StockMoveDocument {
  _id: string
  skuId: string
  productId: string
  change: number
  /** The stock after it. */
  after: number
  reason: 'purchase' | 'count' | 'damage' | 'return' | 'transfer' | 'other'
  note: string
  staffId: string
  at: number
}
