import type { AppContract } from '../../../../shared/contract'
import type { OutputOf, StaffRole } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { roleText } from '../tasks/tasks-view'
import { stamp } from '../stamp'

type Texts = Pick<MessageTexts, 'desk' | 'company'>
export type StaffList = OutputOf<AppContract['console.listStaff']>

export interface StaffView {
  staff: { id: string; name: string; roles: string; note: string; canChange: boolean }[]
  invitations: { code: string; name: string; roles: string; until: string }[]
  roles: { role: StaffRole; label: string }[]
}

/** Everybody with their roles in words, and the roles this person may give. */
export function toStaffView(list: StaffList, { desk, company }: Texts): StaffView {
  const words = (roles: readonly StaffRole[]) =>
    roles.map((role) => roleText(role, desk)).join(' / ')
  return {
    staff: list.staff.map(({ id, name, roles, joinedAt, isMe, canChange }) => ({
      id,
      name,
      roles: words(roles),
      note: isMe ? company.me : fill(company.joined, { time: stamp(joinedAt).split(' ')[0] ?? '' }),
      canChange,
    })),
    invitations: list.invitations.map(({ code, name, roles, expiresAt }) => ({
      code,
      name,
      roles: words(roles),
      until: fill(company.until, { time: stamp(expiresAt) }),
    })),
    roles: list.mayGive.map((role) => ({ role, label: roleText(role, desk) })),
  }
}

/** The roles after a tap on one of them. */
export const toggled = (roles: readonly StaffRole[], role: StaffRole): StaffRole[] =>
  roles.includes(role) ? roles.filter((known) => known !== role) : [...roles, role]
