import { db } from '../db'
import type { Checked, CheckSubject, Verdict } from '../documents/care'
import type { Transaction } from '../transaction'

type AvatarSubject = Extract<CheckSubject, { kind: 'avatar' }>

/** A chosen picture that waits for its check; undefined once another one was chosen. */
export async function readNewAvatar({
  id,
  picture,
}: AvatarSubject): Promise<(Checked & { memberId: string }) | undefined> {
  const { newAvatar } = (await db.members.get(id)) ?? {}
  if (newAvatar?.picture !== picture || newAvatar.check !== 'waiting') return undefined
  return { memberId: id, text: '', pictures: [picture], check: 'waiting', passed: [] }
}

/**
 * Lets others see the picture when the check passed it. Nobody looks at avatars by hand, so one
 * that the check is not sure of is refused: its owner may choose another.
 */
export async function recordAvatarVerdict(
  tx: Transaction,
  { id, picture }: AvatarSubject,
  verdict: Verdict,
): Promise<void> {
  const member = await tx.members.get(id)
  if (member?.newAvatar?.picture !== picture || member.newAvatar.check !== 'waiting') return
  const { newAvatar, ...kept } = member
  await tx.members.put(
    verdict === 'pass'
      ? { ...kept, avatar: picture }
      : { ...kept, newAvatar: { ...newAvatar, check: 'refused' } },
  )
}
