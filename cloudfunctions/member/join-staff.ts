import { staffRoles } from '../../shared/contract/define'
import { mayGive } from '../../shared/domain/staff-roles'
import { recordChange } from '../_kit/audit'
import type { HandlerOf } from '../_kit/handler-of'
import { giveBackCodeTry, takeCodeTry } from '../_kit/loyalty/code-tries'

export const joinStaff: HandlerOf<'member.joinStaff'> = async (
  { code },
  { memberId, now, requestId, fail, transaction },
) => {
  const tooMany = await takeCodeTry(memberId, now)
  if (tooMany) return fail('TOO_MANY_TRIES', tooMany)
  const answer = await transaction(async (tx) => {
    const invitation = await tx.invitations.get(code)
    if (!invitation || invitation.expiresAt <= now) return fail('INVITATION_NOT_FOUND')
    if (invitation.usedBy !== undefined && invitation.usedBy !== memberId)
      return fail('INVITATION_USED')
    // Whoever invited must still be one who may give these roles.
    const inviter = await tx.staff.get(invitation.createdBy)
    if (!mayGive(inviter?.roles ?? [], invitation.roles)) return fail('INVITATION_NOT_FOUND')
    const before = await tx.staff.get(memberId)
    if (invitation.usedBy === memberId && before) return { name: before.name, roles: before.roles }
    // Whoever works here already keeps what they have.
    const given = new Set([...(before?.roles ?? []), ...invitation.roles])
    const roles = staffRoles.filter((role) => given.has(role))
    const { name } = invitation
    await tx.invitations.update(code, { usedBy: memberId })
    await tx.staff.put({ ...before, _id: memberId, name, roles, joinedAt: before?.joinedAt ?? now })
    const change = { memberId, key: '', action: 'member.joinStaff', input: { code, roles } }
    await recordChange(tx, { ...change, requestId }, now)
    return { name, roles }
  })
  await giveBackCodeTry(memberId, now)
  return answer
}
