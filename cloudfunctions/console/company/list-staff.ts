import { staffRoles } from '../../../shared/contract/define'
import { mayGive } from '../../../shared/domain/staff-roles'
import type { HandlerOf } from '../../_kit/handler-of'
import { listEverybody, listInvitations } from '../../_kit/repos/staff'

const mostInvitations = 50

export const listStaff: HandlerOf<'console.listStaff'> = async (_input, { memberId, now }) => {
  const [everybody, invitations] = await Promise.all([
    listEverybody(),
    listInvitations(mostInvitations),
  ])
  const mine = everybody.find(({ _id }) => _id === memberId)?.roles ?? []
  return {
    staff: everybody
      .filter(({ roles }) => roles.length > 0)
      .map(({ _id, name, roles, joinedAt }) => ({
        id: _id,
        name,
        roles,
        joinedAt,
        isMe: _id === memberId,
        canChange: mayGive(mine, roles),
      })),
    invitations: invitations
      .filter(({ usedBy, expiresAt }) => usedBy === undefined && expiresAt > now)
      .map(({ _id, name, roles, expiresAt }) => ({ code: _id, name, roles, expiresAt })),
    mayGive: staffRoles.filter((role) => mayGive(mine, [role])),
  }
}
