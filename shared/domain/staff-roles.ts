import type { StaffRole } from '../contract/define'

/** Who stands above whom: an owner above all, a manager above those who do the daily work. */
const rank: Record<StaffRole, number> = { owner: 2, manager: 1, clerk: 0, packer: 0, service: 0 }

const rankOf = (roles: readonly StaffRole[]): number =>
  Math.max(-1, ...roles.map((role) => rank[role]))

/** Nobody gives a role above their own; whoever has only daily work gives none. */
export const mayGive = (giver: readonly StaffRole[], roles: readonly StaffRole[]): boolean =>
  rankOf(giver) >= rank.manager && rankOf(roles) <= rankOf(giver)

/** Nobody changes somebody who stands above them, nor lifts anybody above themselves. */
export const mayChange = (
  giver: readonly StaffRole[],
  before: readonly StaffRole[],
  after: readonly StaffRole[],
): boolean => mayGive(giver, before) && mayGive(giver, after)
