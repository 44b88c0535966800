import type { subscribeAnswers } from '../../shared/contract/member'
import type { MessageKind } from '../../shared/domain/message-kinds'
import { change } from './call'
import { session } from './session'

type Answer = (typeof subscribeAnswers)[number]

/**
 * Asks whether WeChat may send these messages; call it in a tap, before any await (WeChat refuses
 * it elsewhere). Says whether at least one was accepted; refusing is fine.
 */
export async function askForMessages(kinds: readonly MessageKind[]): Promise<boolean> {
  const templates = session.get().me?.templates ?? {}
  const tmplIds = kinds.flatMap((kind) => templates[kind] ?? [])
  if (tmplIds.length === 0) return false
  let result: WechatMiniprogram.RequestSubscribeMessageSuccessCallbackResult
  try {
    result = await wx.requestSubscribeMessage({ tmplIds })
  } catch (error) {
    // The main switch is off or the dialog was closed: the order goes on without messages.
    console.info('requestSubscribeMessage', error)
    return false
  }
  const answers = tmplIds.flatMap((templateId) => {
    const answer = (result as unknown as Record<string, Answer | undefined>)[templateId]
    return answer ? [{ templateId, answer }] : []
  })
  if (answers.length > 0) await change('member.recordSubscription', { answers })
  return answers.some(({ answer }) => answer.startsWith('accept'))
}
