import { keptPlaces } from '../../../shared/domain/group'
import { errCodeOf, openapi } from '../cloud'
import { db } from '../db'
import type { GroupDocument } from '../documents/loyalty'
import { done, expired } from './outcome'
import type { Outcome } from './outcome'

const groupPage = 'packages/loyalty/group/group'

/** WeChat's word for the version by its word for the state, which messages go by. */
const versions: Readonly<Record<string, string>> = { developer: 'develop', trial: 'trial' }

/** WeChat's numbers for: people are joining; all are there; it is over. */
const joining = 0
const complete = 1
const over = 2

/** WeChat does not know the activity, or does not take this state after the one it had. */
const finalCodes = new Set([47501, 47502, 47504])

/** Makes the share card of a group say how many are in it, wherever it was sent. */
export async function updateGroupCard(groupId: string, at: number): Promise<Outcome> {
  const group = await db.groups.get(groupId)
  if (!group?.activityId || (group.activityEndsAt ?? 0) <= at) return expired
  try {
    await openapi.updatableMessage.setUpdatableMsg({
      activityId: group.activityId,
      ...stateOf(group, at),
    })
  } catch (error) {
    if (finalCodes.has(errCodeOf(error) ?? 0)) return expired
    throw error
  }
  return done
}

function stateOf(group: GroupDocument, at: number) {
  switch (group.state) {
    case 'starting':
    case 'open':
      return {
        targetState: joining,
        templateInfo: {
          parameterList: [
            { name: 'member_count', value: String(keptPlaces(group, at).length) },
            { name: 'room_limit', value: String(group.size) },
          ],
        },
      }
    case 'complete':
      return {
        targetState: complete,
        templateInfo: {
          parameterList: [
            { name: 'path', value: `${groupPage}?groupId=${group._id}` },
            {
              name: 'version_type',
              value: versions[process.env.MINIPROGRAM_STATE ?? ''] ?? 'release',
            },
          ],
        },
      }
    case 'failed':
      return { targetState: over, templateInfo: { parameterList: [] } }
  }
}
