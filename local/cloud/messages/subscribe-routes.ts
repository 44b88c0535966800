import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { requireMethod, segmentOf, userOf } from '../routes/local-route'
import { openidOf } from '../users'
import type { Users } from '../users'
import type { SubscribeCredits } from './subscribe-credits'
import type { SubscribeTemplate } from './subscribe-template'

const ACCEPTED = new Set(['accept', 'acceptWithAudio', 'acceptWithAlert', 'acceptWithForcePush'])
const DECLINED = new Set(['reject', 'ban', 'filter'])

/** `POST /local/subscribe {user, results}`: what a customer chose in WeChat's dialog, by template. */
export function subscribeRoute(
  templates: readonly SubscribeTemplate[],
  credits: SubscribeCredits,
  users: Users,
): Handler {
  return async (call) => {
    requireMethod(call, 'POST')
    const body = await readJsonObject(call.request)
    const { openid } = users.visit(userOf(body['user']))
    const choices = Object.entries((body['results'] ?? {}) as Record<string, unknown>).map(
      ([templateId, result]) => {
        const template = templates.find(({ id }) => id === templateId)
        if (!template) {
          throw new HttpError(400, 'TEMPLATE_UNKNOWN', `There is no template '${templateId}'.`)
        }
        const choice = String(result)
        if (!ACCEPTED.has(choice) && !DECLINED.has(choice)) {
          throw new HttpError(400, 'BAD_RESULT', `'${choice}' is no answer of WeChat's dialog.`)
        }
        return { template, accepted: ACCEPTED.has(choice) }
      },
    )
    for (const { template, accepted } of choices) {
      if (accepted) credits.accept(openid, template)
      else credits.reject(openid, template)
    }
    sendJson(call.response, { credits: credits.of(openid) })
  }
}

/** `GET /local/subscribe/templates`: the templates of the mini program's account. */
export function templatesRoute(templates: readonly SubscribeTemplate[]): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    sendJson(call.response, templates)
  }
}

/** `GET /local/subscribe/credits/USER`: what WeChat would still let through, which it tells nobody. */
export function creditsRoute(credits: SubscribeCredits): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    sendJson(call.response, credits.of(openidOf(segmentOf(call, 'the name of a user'))))
  }
}
