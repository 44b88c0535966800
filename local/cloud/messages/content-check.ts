import { randomUUID } from 'node:crypto'
import type { Clock, DueWork } from '../clock'
import { WeChatError } from '../openapi/openapi'
import type { OpenApi } from '../openapi/openapi'
import type { StateFile } from '../state/state-file'
import type { User, Users } from '../users'
import type { MessagePusher } from './message-push'

interface Verdict {
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: number
}

interface MediaCheck extends Verdict {
  readonly traceId: string
  readonly openid: string
  readonly dueAt: number
}

const PASS: Verdict = { suggest: 'pass', label: 100 }

/** Enough to try every branch of an application; the labels are WeChat's. */
const WORDS: readonly (Verdict & { word: string })[] = [
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '代开发票', suggest: 'risky', label: 20006 },
  { word: '色情', suggest: 'risky', label: 20002 },
  { word: '傻逼', suggest: 'risky', label: 20003 },
  { word: 'fuck', suggest: 'risky', label: 20003 },
  { word: '加微信', suggest: 'review', label: 10001 },
]

const LONGEST_CONTENT = 2_500
const VISIT_LIMIT_MS = 2 * 3_600_000
const MEDIA_RESULT_MS = 5_000

/** `openapi.security.msgSecCheck`, version 2, on a small list of words. */
export function msgSecCheck(users: Users, clock: Clock): OpenApi {
  return (args) => {
    checkCommon(args, users, clock)
    const texts = ['content', 'title', 'nickname', 'signature'].map((key) => args[key] ?? '')
    const [content] = texts
    if (typeof content !== 'string' || content === '') throw new WeChatError(44004, 'empty content')
    if ([...content].length > LONGEST_CONTENT) {
      throw new WeChatError(45002, 'content size out of limit')
    }
    const found = WORDS.find(({ word }) => texts.join('\n').toLowerCase().includes(word))
    const { suggest, label } = found ?? PASS
    return {
      trace_id: randomUUID(),
      result: { suggest, label },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
        ...(found
          ? [{ strategy: 'keyword', errcode: 0, suggest, label, keyword: found.word }]
          : []),
      ],
    }
  }
}

export interface MediaChecks {
  readonly api: OpenApi
  readonly work: DueWork
}

/**
 * `openapi.security.mediaCheckAsync`: the verdict follows five seconds later as `wxa_media_check`. An
 * address with `risky` or `review` in it gets that verdict, any other passes.
 */
export function createMediaChecks(
  state: StateFile,
  clock: Clock,
  users: Users,
  pusher: MessagePusher,
): MediaChecks {
  const table = state.table<MediaCheck>('media-checks')
  const earliest = () => table.values().sort((left, right) => left.dueAt - right.dueAt)[0]

  return {
    api(args) {
      const { openid } = checkCommon(args, users, clock)
      const url = String(args['media_url'] ?? '')
      if (!/^https?:\/\//.test(url)) throw new WeChatError(40097, 'invalid args: media_url')
      if (args['media_type'] !== 1 && args['media_type'] !== 2) {
        throw new WeChatError(40097, 'invalid args: media_type')
      }
      const traceId = randomUUID()
      const verdict = url.includes('risky')
        ? ({ suggest: 'risky', label: 20002 } as const)
        : url.includes('review')
          ? ({ suggest: 'review', label: 20002 } as const)
          : PASS
      table.set(traceId, { traceId, openid, dueAt: clock.now() + MEDIA_RESULT_MS, ...verdict })
      clock.rearm()
      return { trace_id: traceId }
    },
    work: {
      nextDueAt: () => earliest()?.dueAt,
      async runDue() {
        const check = earliest()
        if (!check) return
        table.delete(check.traceId)
        const { suggest, label } = check
        await pusher.push({
          MsgType: 'event',
          Event: 'wxa_media_check',
          FromUserName: check.openid,
          CreateTime: Math.floor(clock.now() / 1000),
          trace_id: check.traceId,
          version: 2,
          errcode: 0,
          errmsg: 'ok',
          result: { suggest, label },
          detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
        })
      },
    },
  }
}

function checkCommon(args: Readonly<Record<string, unknown>>, users: Users, clock: Clock): User {
  if (Number(args['version']) !== 2) throw new WeChatError(40097, 'invalid args: version')
  if (![1, 2, 3, 4].includes(Number(args['scene']))) throw new WeChatError(40129, 'invalid scene')
  const user = users.byOpenid(String(args['openid'] ?? ''))
  if (!user) throw new WeChatError(40003, 'invalid openid')
  if (clock.now() - user.seenAt > VISIT_LIMIT_MS) throw new WeChatError(61010, 'code is expired')
  return user
}
