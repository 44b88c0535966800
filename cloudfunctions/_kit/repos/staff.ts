import { db } from '../db'
import type { StaffDocument } from '../documents/member'
import type { AuditDocument, InvitationDocument } from '../documents/staff'
import type { Page } from '../collection'

const mostStaff = 500

/** Everybody who works here or has worked here, in the order in which they joined. */
export const listEverybody = (): Promise<StaffDocument[]> =>
  db.staff.find({
    index: 'joined',
    where: {},
    order: [
      ['joinedAt', 1],
      ['_id', 1],
    ],
    limit: mostStaff,
  })

/** The last invitations, the newest first. */
export const listInvitations = (limit: number): Promise<InvitationDocument[]> =>
  db.invitations.find({
    index: 'created',
    where: {},
    order: [
      ['createdAt', -1],
      ['_id', -1],
    ],
    limit,
  })

const newestFirst = [
  ['at', -1],
  ['_id', -1],
] as const

/** What staff have changed, the newest first: of one person, about one thing, or all of it. */
export const pageAudit = (
  { staffId, subject }: { staffId?: string | undefined; subject?: string | undefined },
  limit: number,
  cursor: string | undefined,
): Promise<Page<AuditDocument>> =>
  db.audit.page(
    {
      index: subject !== undefined ? 'subject' : staffId !== undefined ? 'staff' : 'newest',
      where: {
        ...(subject === undefined ? {} : { subject }),
        ...(staffId === undefined ? {} : { staffId }),
      },
      order: newestFirst,
      limit,
    },
    cursor,
  )
