import { keptPlaces } from '../../shared/domain/group'
import { openapi } from '../_kit/cloud'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { logError } from '../_kit/log'
import { transaction } from '../_kit/transaction'

/** One card for a group, whoever shares it; without WeChat's id it is shared as an ordinary one. */
export const shareGroup: HandlerOf<'loyalty.shareGroup'> = async (
  { groupId },
  { memberId, now, requestId, fail },
) => {
  const group = await db.groups.get(groupId)
  if (!group?.members.some((member) => member.memberId === memberId)) return fail('GROUP_NOT_FOUND')
  const facts = { memberCount: keptPlaces(group, now).length, size: group.size }
  if (group.activityId !== undefined && (group.activityEndsAt ?? 0) > now)
    return { activityId: group.activityId, ...facts }
  try {
    const { activityId, expirationTime } = await openapi.updatableMessage.createActivityId({})
    const fresh = {
      activityId: String(activityId),
      activityEndsAt: Number(expirationTime) * 1000,
    }
    const kept = await transaction(async (tx) => {
      const current = await tx.groups.get(groupId)
      // Somebody else who shared it at the same moment was first: there is one card a group.
      if (current?.activityId !== undefined && (current.activityEndsAt ?? 0) > now)
        return current.activityId
      await tx.groups.update(groupId, fresh)
      return fresh.activityId
    })
    return { activityId: kept, ...facts }
  } catch (error) {
    logError('createActivityId', error, { requestId, groupId })
    return facts
  }
}
