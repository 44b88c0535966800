import { transaction } from '../transaction'

const windowMs = 3_600_000
/** Wrong codes a member may type within an hour; somebody with a card in hand needs two. */
const mostTries = 6

/**
 * Takes one of the member's tries at a code, before it is looked up, so that many at once do not
 * see more than one after the other would. Answers when to try again once there is none left.
 */
export const takeCodeTry = (
  memberId: string,
  at: number,
): Promise<{ retryAt: number } | undefined> =>
  transaction(async (tx) => {
    const recent = within(await tx.codetries.get(memberId), at)
    if (recent.length >= mostTries) return { retryAt: recent[0]! + windowMs }
    await tx.codetries.put({ _id: memberId, at: [...recent, at] })
    return undefined
  })

/** A code that was right does not count. */
export const giveBackCodeTry = (memberId: string, at: number): Promise<void> =>
  transaction(async (tx) => {
    const tries = await tx.codetries.get(memberId)
    const index = tries?.at.lastIndexOf(at) ?? -1
    if (tries && index >= 0)
      await tx.codetries.put({ _id: memberId, at: tries.at.filter((_, i) => i !== index) })
  })

const within = (tries: { at: number[] } | undefined, now: number): number[] =>
  (tries?.at ?? []).filter((at) => at > now - windowMs && at <= now)
