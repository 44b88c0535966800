import { unnamed } from '../../shared/domain/review'
import { db } from '../_kit/db'
import { isHeld } from '../_kit/storage-rule'

/** As others see a member who writes something; empty for who has not said a name. */
export async function shownAs(
  memberId: string,
  isUnnamed: boolean,
): Promise<{ nickname: string; avatar?: string }> {
  const member = await db.members.get(memberId)
  const nickname = member?.nickname ?? ''
  if (isUnnamed) return { nickname: unnamed(nickname) }
  const { avatar } = member ?? {}
  return { nickname, ...(avatar !== undefined && isHeld(avatar) ? { avatar } : {}) }
}
