import { err, ok } from './result'
import type { Result } from './result'

/**
 * Some people who buy one product together. It is complete when `members` has `size` paid ones;
 * if not by `expiresAt` everybody gets the money back. `starting` waits for its first payment:
 * nobody sees it and nobody can join.
 */
export interface Group {
  promotionId: string
  productId: string
  size: number
  /** How long it is open from its first payment on, and the promotion's end. */
  lastsMs: number
  endsAt: number
  state: 'starting' | 'open' | 'complete' | 'failed'
  /** Whoever has a place. */
  members: GroupMember[]
  startedAt: number
  expiresAt: number
}

/** An unpaid place is kept until `heldUntil`; after that whoever wants it has it. */
export interface GroupMember {
  memberId: string
  orderId: string
  joinedAt: number
  heldUntil: number
  isPaid: boolean
}

export type GroupProblem = 'GROUP_ENDED' | 'GROUP_FULL' | 'ALREADY_IN_GROUP'

/** Whoever keeps a place at this instant: paid, or unpaid and still in time. */
export const keptPlaces = ({ members }: Pick<Group, 'members'>, now: number): GroupMember[] =>
  members.filter(({ isPaid, heldUntil }) => isPaid || heldUntil > now)

/** Places nobody has. */
export const freePlaces = (group: Pick<Group, 'members' | 'size'>, now: number): number =>
  Math.max(0, group.size - keptPlaces(group, now).length)

export const isOpen = ({ state, expiresAt }: Pick<Group, 'state' | 'expiresAt'>, now: number) =>
  state === 'open' && expiresAt > now

/** Why somebody cannot join, or undefined. One member has at most one place in a group. */
export function joinProblem(group: Group, memberId: string, now: number): GroupProblem | undefined {
  if (!isOpen(group, now)) return 'GROUP_ENDED'
  if (keptPlaces(group, now).some((member) => member.memberId === memberId))
    return 'ALREADY_IN_GROUP'
  return freePlaces(group, now) > 0 ? undefined : 'GROUP_FULL'
}

/** Gives a place to an unpaid order; places whose time ran out are taken away. */
export function join<G extends Group>(
  group: G,
  member: Omit<GroupMember, 'joinedAt' | 'isPaid'>,
  now: number,
): Result<G, GroupProblem> {
  const problem = joinProblem(group, member.memberId, now)
  if (problem) return err(problem)
  const members = [...keptPlaces(group, now), { ...member, joinedAt: now, isPaid: false }]
  return ok({ ...group, members })
}

/**
 * Marks an order's place as paid. Undefined when there is no place for it any more: the group is
 * over or others have filled it, and the money goes back. An order that lost its place by paying
 * late has one again while there are any, so a group never has more paid places than its size.
 */
export function payPlace<G extends Group>(
  group: G,
  { memberId, orderId }: Pick<GroupMember, 'memberId' | 'orderId'>,
  now: number,
): G | undefined {
  const isStarting = group.state === 'starting'
  if (!isStarting && !isOpen(group, now)) return undefined
  if (isStarting && group.endsAt <= now) return undefined
  const others = keptPlaces(group, now).filter((member) => member.orderId !== orderId)
  if (others.length >= group.size || others.some((member) => member.memberId === memberId))
    return undefined
  const before = group.members.find((member) => member.orderId === orderId)
  const mine: GroupMember = {
    memberId,
    orderId,
    joinedAt: before?.joinedAt ?? now,
    heldUntil: before?.heldUntil ?? now,
    isPaid: true,
  }
  const members = [...others, mine].sort((a, b) => a.joinedAt - b.joinedAt)
  const isComplete = members.filter(({ isPaid }) => isPaid).length >= group.size
  return {
    ...group,
    members,
    state: isComplete ? 'complete' : 'open',
    ...(isStarting ? { expiresAt: Math.min(now + group.lastsMs, group.endsAt) } : {}),
  }
}

/**
 * Takes an order's place away. A group that is over stays as it is; one that nobody is in any
 * more has failed.
 */
export function leave<G extends Group>(group: G, orderId: string): G {
  if (group.state === 'complete' || group.state === 'failed') return group
  const members = group.members.filter((member) => member.orderId !== orderId)
  return { ...group, members, state: members.some(isPaid) ? group.state : 'failed' }
}

const isPaid = (member: GroupMember): boolean => member.isPaid
