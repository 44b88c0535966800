import type { HandlerOf } from '../_kit/handler-of'
import { isHarmless } from './check-text'

export const updateProfile: HandlerOf<'member.updateProfile'> = async (
  { nickname, avatar },
  { memberId, now, fail, transaction },
) => {
  // A check that does not answer refuses nothing and lets nothing through: INTERNAL, try again.
  if (nickname !== undefined && !(await isHarmless(nickname, memberId))) fail('CONTENT_REFUSED')
  return transaction(async (tx) => {
    const before = await tx.members.get(memberId)
    const profile = {
      ...(before?.nickname === undefined ? {} : { nickname: before.nickname }),
      ...(before?.avatar === undefined ? {} : { avatar: before.avatar }),
      ...(nickname === undefined ? {} : { nickname }),
      ...(avatar === undefined ? {} : { avatar }),
    }
    await tx.members.put({
      _id: memberId,
      ...profile,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    })
    return profile
  })
}
