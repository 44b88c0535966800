import type { MemberDocument } from '../_kit/documents/member'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { HandlerOf } from '../_kit/handler-of'
import { newEntry } from '../_kit/outbox/entry'
import { runFresh } from '../_kit/outbox/run'
import { isHarmless } from './check-text'
import { ownProfile } from './own-profile'

export const updateProfile: HandlerOf<'member.updateProfile'> = async (
  { nickname, avatar },
  { memberId, caller, now, fail, transaction },
) => {
  // A check that does not answer refuses nothing and lets nothing through: INTERNAL, try again.
  if (nickname !== undefined && !(await isHarmless(nickname, memberId))) fail('CONTENT_REFUSED')
  let entries: OutboxDocument[] = []
  const profile = await transaction(async (tx) => {
    const before = await tx.members.get(memberId)
    const member: MemberDocument = {
      ...(before ?? { _id: memberId, createdAt: now }),
      ...(nickname === undefined ? {} : { nickname }),
      ...(avatar === undefined ? {} : { newAvatar: { picture: avatar, check: 'waiting' } }),
      updatedAt: now,
    }
    await tx.members.put(member)
    entries =
      avatar === undefined
        ? []
        : [
            newEntry(
              {
                kind: 'checkContent',
                subject: { kind: 'avatar', id: memberId, picture: avatar },
              },
              memberId,
              now,
            ),
          ]
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return ownProfile(member)
  })
  await runFresh(entries, { envId: caller.envId, now })
  return profile
}
