import type { StaffRole } from '../../../shared/contract/define'
import { mayChange } from '../../../shared/domain/staff-roles'
import { command } from '../../_kit/cloud'
import type { StaffDocument } from '../../_kit/documents/member'
import type { HandlerOf } from '../../_kit/handler-of'
import { listEverybody } from '../../_kit/repos/staff'
import type { Transaction } from '../../_kit/transaction'

export const changeStaff: HandlerOf<'console.changeStaff'> = async (
  { staffId, name, roles },
  { memberId, fail, transaction, tell },
) => {
  const ownerIds = await listOwnerIds()
  return transaction(async (tx) => {
    const refusal = await giveRoles(tx, { giverId: memberId, staffId, roles, ownerIds })
    if (refusal) return fail(refusal)
    const before = await tx.staff.get(staffId)
    const [from, to] = [before?.roles ?? [], roles].map((list) => list.join(' '))
    if (from !== to) tell({ what: 'roles', from: from ?? '', to: to ?? '' })
    await tx.staff.update(staffId, { name, roles })
    return { roles }
  })
}

export const removeStaff: HandlerOf<'console.removeStaff'> = async (
  { staffId },
  { memberId, fail, transaction },
) => {
  const ownerIds = await listOwnerIds()
  return transaction(async (tx) => {
    const refusal = await giveRoles(tx, { giverId: memberId, staffId, roles: [], ownerIds })
    if (refusal) return fail(refusal)
    await tx.staff.update(staffId, { roles: [] })
    return { removed: true }
  })
}

interface RoleChange {
  giverId: string
  staffId: string
  roles: readonly StaffRole[]
  /** Owners as they were before the transaction; each is looked at again in it. */
  ownerIds: readonly string[]
}

type Refusal = 'STAFF_NOT_FOUND' | 'ROLE_ABOVE_OWN' | 'LAST_OWNER'

async function giveRoles(
  tx: Transaction,
  { giverId, staffId, roles, ownerIds }: RoleChange,
): Promise<Refusal | undefined> {
  const giver = await tx.staff.get(giverId)
  const person = giverId === staffId ? giver : await tx.staff.get(staffId)
  if (!person || person.roles.length === 0) return 'STAFF_NOT_FOUND'
  if (!mayChange(giver?.roles ?? [], person.roles, roles)) return 'ROLE_ABOVE_OWN'
  const isOwnerLost = isOwner(person) && !roles.includes('owner')
  if (isOwnerLost && !(await holdAnotherOwner(tx, staffId, ownerIds))) return 'LAST_OWNER'
  return undefined
}

/**
 * Finds an owner who stays and writes to that document, so that two owners who are taken their
 * role at the same time meet there, and one of them is looked at again.
 */
async function holdAnotherOwner(
  tx: Transaction,
  leaving: string,
  ownerIds: readonly string[],
): Promise<boolean> {
  for (const id of ownerIds) {
    if (id === leaving) continue
    const owner = await tx.staff.get(id)
    if (!owner || !isOwner(owner)) continue
    await tx.staff.update(id, { guard: owner.guard === undefined ? 1 : command.inc(1) })
    return true
  }
  return false
}

const isOwner = ({ roles }: StaffDocument): boolean => roles.includes('owner')

const listOwnerIds = async (): Promise<string[]> =>
  (await listEverybody())
    .filter(isOwner)
    .map(({ _id }) => _id)
    .sort()
