import { WeChatError } from '../openapi/openapi'
import type { OpenApi } from '../openapi/openapi'
import type { Users } from '../users'
import type { Inbox } from './inbox'
import type { SubscribeCredits } from './subscribe-credits'
import type { SubscribeTemplate } from './subscribe-template'
import { isValueAllowed } from './template-values'

export interface SubscribeMessageOptions {
  readonly templates: readonly SubscribeTemplate[]
  readonly credits: SubscribeCredits
  readonly inbox: Inbox
  readonly users: Users
  readonly pages: () => readonly string[]
}

const STATES = ['developer', 'trial', 'formal']

/**
 * `openapi.subscribeMessage.send`, refused as WeChat refuses it: 40003 unknown openid, 40037 unknown
 * template, 47003 a field that is missing, foreign or badly filled, 41030 no such page, 43101 no
 * credit. A refused message takes no credit.
 */
export function subscribeMessageSend(options: SubscribeMessageOptions): OpenApi {
  const { templates, credits, inbox, users, pages } = options
  return (args) => {
    const user = typeof args['touser'] === 'string' ? users.byOpenid(args['touser']) : undefined
    if (!user) throw new WeChatError(40003, 'invalid openid')
    const template = templates.find(({ id }) => id === args['template_id'])
    if (!template) throw new WeChatError(40037, 'invalid template_id')
    const fields = fieldsOf(template, args['data'])
    const state = args['miniprogram_state'] ?? 'formal'
    if (!STATES.includes(String(state))) throw argumentInvalid('miniprogram_state')
    const page = args['page'] === undefined ? undefined : String(args['page'])
    if (page !== undefined && !pages().includes(page.replace(/\?.*$/, ''))) {
      throw new WeChatError(41030, `invalid page: ${page} is not a page of app.json`)
    }
    if (!credits.spend(user.openid, template)) {
      throw new WeChatError(43101, 'user refuse to accept the msg')
    }
    const { id } = inbox.deliver(user, {
      kind: 'subscribe',
      title: template.title,
      templateId: template.id,
      page,
      miniprogramState: String(state),
      fields,
    })
    return { msgid: id }
  }
}

function fieldsOf(template: SubscribeTemplate, data: unknown) {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const foreign = Object.keys(given).find((key) => !Object.hasOwn(template.fields, key))
  if (foreign !== undefined) throw argumentInvalid(`data.${foreign}`)
  return Object.entries(template.fields).map(([key, label]) => {
    const { value } = (given[key] ?? {}) as { value?: unknown }
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || !isValueAllowed(key, text)) {
      throw argumentInvalid(`data.${key}.value`)
    }
    return { key, label, value: text }
  })
}

function argumentInvalid(argument: string): WeChatError {
  return new WeChatError(47003, `argument invalid! ${argument} invalid`)
}
