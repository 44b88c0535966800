import { companySettings } from '../_kit/company'
import type { HandlerOf } from '../_kit/handler-of'
import { runDue } from '../_kit/outbox/run'
import { listWaitingMessages } from '../_kit/repos/outbox'
import { subscriptionId } from '../_kit/subscription-id'

/** The latest changes are kept, for whoever asks why; the balance does not need the older ones. */
const mostEntries = 100

export const recordSubscription: HandlerOf<'member.recordSubscription'> = async (
  { answers },
  { memberId, caller, now, transaction },
) => {
  const { templates } = await companySettings()
  const known = new Set(Object.values(templates).map(({ id }) => id))
  const accepted = [
    ...new Set(
      answers
        .filter(({ templateId, answer }) => known.has(templateId) && answer.startsWith('accept'))
        .map(({ templateId }) => templateId),
    ),
  ].sort()
  const accepting = { at: now, change: 1, cause: 'accepted' } as const
  const answer = await transaction(async (tx) => {
    for (const templateId of accepted) {
      const _id = subscriptionId(memberId, templateId)
      const before = await tx.subscriptions.get(_id)
      await tx.subscriptions.put({
        _id,
        memberId,
        templateId,
        credits: (before?.credits ?? 0) + 1,
        entries: [...(before?.entries ?? []).slice(1 - mostEntries), accepting],
      })
    }
    return { accepted: accepted.length }
  })
  // Whoever says "tell me" after paying is told at once.
  if (accepted.length > 0)
    await runDue(await listWaitingMessages(memberId), { envId: caller.envId, now })
  return answer
}
