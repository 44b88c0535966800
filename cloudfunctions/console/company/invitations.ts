import { randomBytes } from 'node:crypto'
import { invitationCode, invitationMs } from '../../../shared/domain/invitation'
import { mayGive } from '../../../shared/domain/staff-roles'
import type { HandlerOf } from '../../_kit/handler-of'

export const inviteStaff: HandlerOf<'console.inviteStaff'> = (
  { name, roles },
  { memberId, now, fail, transaction },
) => {
  const code = newCode()
  const expiresAt = now + invitationMs
  return transaction(async (tx) => {
    if (!mayGive((await tx.staff.get(memberId))?.roles ?? [], roles)) return fail('ROLE_ABOVE_OWN')
    await tx.invitations.insert({
      _id: code,
      name,
      roles,
      createdBy: memberId,
      createdAt: now,
      expiresAt,
    })
    return { code, name, roles, expiresAt }
  })
}

export const withdrawInvitation: HandlerOf<'console.withdrawInvitation'> = (
  { code },
  { memberId, now, fail, transaction },
) =>
  transaction(async (tx) => {
    const invitation = await tx.invitations.get(code)
    if (!invitation || invitation.usedBy !== undefined) return fail('INVITATION_NOT_FOUND')
    const mine = (await tx.staff.get(memberId))?.roles ?? []
    if (!mayGive(mine, invitation.roles)) return fail('ROLE_ABOVE_OWN')
    await tx.invitations.update(code, { expiresAt: now })
    return { withdrawn: true }
  })

function newCode(): string {
  const code = invitationCode(randomBytes(64))
  // 64 bytes give fewer than eight letters with a chance of about 1 to 10^80.
  if (code === undefined) throw new Error('no code in 64 random bytes')
  return code
}
