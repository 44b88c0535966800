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
  const seen = newAvatar.copy ?? picture
  return { memberId: id, text: '', pictures: [seen], check: 'waiting', passed: [] }
}

/** Keeps a copy that has been a member's avatar, which reviews of that time go on showing. */
export const keepForGood = (tx: Transaction, copy: string): Promise<boolean> =>
  tx.heldpictures.update(copy.split('/').pop() ?? '', { isPassed: true })

/**
 * Lets others see the picture when the check passed it. Nobody looks at avatars by hand, so one
 * that the check is not sure of is refused: its owner may choose another. What is not known of the
 * very copy that would be seen passes nothing.
 */
export async function recordAvatarVerdict(
  tx: Transaction,
  { id, picture }: AvatarSubject,
  judged: string,
  verdict: Verdict,
): Promise<void> {
  const member = await tx.members.get(id)
  if (member?.newAvatar?.picture !== picture || member.newAvatar.check !== 'waiting') return
  const { newAvatar, ...kept } = member
  const { copy } = newAvatar
  if (judged !== (copy ?? picture)) return
  if (verdict === 'pass') {
    if (copy === undefined) return
    await keepForGood(tx, copy)
    return tx.members.put({ ...kept, avatar: copy })
  }
  await tx.members.put({ ...kept, newAvatar: { ...newAvatar, check: 'refused' } })
}
