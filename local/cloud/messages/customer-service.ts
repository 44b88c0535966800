import type { Clock } from '../clock'
import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { WeChatError } from '../openapi/openapi'
import type { OpenApi } from '../openapi/openapi'
import { requireMethod, userOf } from '../routes/local-route'
import type { StateFile } from '../state/state-file'
import type { Users } from '../users'
import type { Inbox } from './inbox'
import type { MessagePusher } from './message-push'

/** Until when, and how often, the company may still answer. */
interface ReplyWindow {
  readonly left: number
  readonly until: number
}

export interface CustomerService {
  /** `openapi.customerServiceMessage.send`: within the window that the customer's message opened. */
  readonly send: OpenApi
  /** `openapi.customerServiceMessage.setTyping`: accepted within the same window. */
  readonly setTyping: OpenApi
  /**
   * `POST /local/customer-service {user, text}` or `{user, sessionFrom}`: the customer writes, or
   * enters the conversation; the function mapped to the message gets it.
   */
  readonly route: Handler
}

const MESSAGE_WINDOW = { left: 5, ms: 48 * 3_600_000 }
const ENTER_WINDOW = { left: 2, ms: 60_000 }

export function createCustomerService(
  state: StateFile,
  clock: Clock,
  users: Users,
  inbox: Inbox,
  pusher: MessagePusher,
): CustomerService {
  const windows = state.table<ReplyWindow>('reply-windows')
  const sequence = state.table<number>('customer-message-sequence')

  const openWindow = (openid: string, { left, ms }: typeof MESSAGE_WINDOW) => {
    const present = windows.get(openid)
    const until = clock.now() + ms
    if (present && present.until > until && present.left > left) return
    windows.set(openid, { left, until })
  }

  const windowOf = (touser: unknown) => {
    const user = users.byOpenid(String(touser ?? ''))
    if (!user) throw new WeChatError(40003, 'invalid openid')
    const window = windows.get(user.openid)
    if (!window || window.until < clock.now()) {
      throw new WeChatError(45015, 'response out of time limit or subscription is canceled')
    }
    return { user, window }
  }

  return {
    send(args) {
      const { user, window } = windowOf(args['touser'])
      const content = contentOf(args)
      if (window.left === 0) throw new WeChatError(45047, 'out of response count limit')
      windows.set(user.openid, { ...window, left: window.left - 1 })
      inbox.deliver(user, { kind: 'customerService', title: '客服消息', ...content })
      return {}
    },
    setTyping(args) {
      windowOf(args['touser'])
      if (args['command'] !== 'Typing' && args['command'] !== 'CancelTyping') {
        throw new WeChatError(40097, 'invalid args: command')
      }
      return {}
    },
    async route(call) {
      requireMethod(call, 'POST')
      const body = await readJsonObject(call.request)
      const { openid } = users.visit(userOf(body['user']))
      const id = (sequence.get('last') ?? 0) + 1
      sequence.set('last', id)
      const head = { FromUserName: openid, CreateTime: Math.floor(clock.now() / 1000) }
      const { text, sessionFrom } = body
      let delivered: boolean
      if (typeof text === 'string' && text !== '') {
        openWindow(openid, MESSAGE_WINDOW)
        delivered = await pusher.push({ ...head, MsgType: 'text', Content: text, MsgId: id })
      } else if (typeof sessionFrom === 'string') {
        openWindow(openid, ENTER_WINDOW)
        const Event = 'user_enter_tempsession'
        delivered = await pusher.push({
          ...head,
          MsgType: 'event',
          Event,
          SessionFrom: sessionFrom,
        })
      } else {
        throw new HttpError(400, 'MESSAGE_EMPTY', "Give 'text', or 'sessionFrom' for entering.")
      }
      sendJson(call.response, { delivered })
    },
  }
}

const CONTENT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  text: ['content'],
  image: ['media_id'],
  link: ['title', 'description', 'url', 'thumb_url'],
  miniprogrampage: ['title', 'pagepath', 'thumb_media_id'],
}

function contentOf(args: Readonly<Record<string, unknown>>) {
  const type = String(args['msgtype'])
  const names = CONTENT_FIELDS[type]
  if (!names) throw new WeChatError(40008, 'invalid message type')
  const content = (args[type] ?? {}) as Record<string, unknown>
  const missing = names.find((name) => typeof content[name] !== 'string' || content[name] === '')
  if (missing) throw new WeChatError(40097, `invalid args: ${type}.${missing}`)
  return {
    page: type === 'miniprogrampage' ? String(content['pagepath']) : undefined,
    fields: names.map((name) => ({ key: name, label: name, value: String(content[name]) })),
  }
}
