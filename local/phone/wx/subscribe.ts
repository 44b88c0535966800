import type { SubscribeTemplate } from '../surfaces/subscribe-dialog'
import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'
import { TAP_ONLY } from './settings'
import { rememberedSubscriptions } from './subscription-memory'

const MOST_TEMPLATES = 3

type Choice = 'accept' | 'reject'

/** `wx.requestSubscribeMessage` with WeChat's dialog and error numbers. */
export function subscribeApis({ host, surfaces, gestures }: PhoneContext): Api[] {
  const memory = rememberedSubscriptions(host)
  let asking = false

  const templatesOf = async (ids: readonly string[]): Promise<SubscribeTemplate[]> => {
    const known = await host
      .request<SubscribeTemplate[]>('/local/subscribe/templates')
      .catch(() => {
        throw failure(10002, 'Request list fail')
      })
    return ids.map((id) => {
      const template = known.find((template) => template.id === id)
      if (!template) {
        throw failure(20001, 'No template data return, verify the template id exist')
      }
      return template
    })
  }
  const ask = async (templates: SubscribeTemplate[]): Promise<Record<string, Choice>> => {
    const remembered = memory.all()
    const open = templates.filter((template) => !remembered[template.id])
    const answer = open.length > 0 ? await surfaces.subscribe(open) : { choices: {}, always: false }
    if (answer.always) memory.keep(answer.choices)
    return Object.fromEntries(
      templates.map(({ id }) => [id, answer.choices[id] ?? remembered[id] ?? 'reject']),
    )
  }

  return [
    asyncApi(host, 'requestSubscribeMessage', { tmplIds: 'Array!' }, async ({ tmplIds }) => {
      if (!gestures.takeForSubscribe()) throw new ApiFailure(TAP_ONLY)
      const ids = checkIds(tmplIds)
      if (asking) throw new ApiFailure('last call has not ended')
      asking = true
      try {
        const templates = await templatesOf(ids)
        if (new Set(templates.map(({ kind }) => kind)).size > 1) {
          throw failure(20002, 'Templates type must be same')
        }
        const results = await ask(templates)
        await host.request('/local/subscribe', { user: host.user, results }).catch(() => {
          throw failure(10003, 'Request subscribe fail')
        })
        return results
      } finally {
        asking = false
      }
    }),
  ]
}

function checkIds(tmplIds: readonly unknown[]): string[] {
  if (tmplIds.length === 0) throw failure(10001, "TmplIds can't be empty")
  const ids = tmplIds.map((id) => {
    if (typeof id !== 'string' || id === '') throw failure(10004, 'Invalid template id')
    return id
  })
  if (ids.length > MOST_TEMPLATES) throw failure(20003, 'Templates count out of max bounds')
  return [...new Set(ids)]
}

function failure(errCode: number, reason: string): ApiFailure {
  return new ApiFailure(reason, { errCode })
}
