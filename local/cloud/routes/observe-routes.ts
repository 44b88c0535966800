import type { Clock } from '../clock'
import type { InvocationLogs } from '../functions/invocation-log'
import { HttpError, readJsonObject, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import type { Inbox } from '../messages/inbox'
import type { Timers } from '../timers/timers'
import type { Users } from '../users'
import { numberOf, requireMethod, segmentOf, userOf } from './local-route'

const LONGEST_MOVE_MS = 5 * 366 * 24 * 3_600_000

/** `GET /local/clock`, and `POST /local/clock {advanceMs}`, which answers when all that became due has run. */
export function clockRoute(clock: Clock): Handler {
  return async (call) => {
    requireMethod(call, 'GET', 'POST')
    if (call.method === 'POST') {
      const { advanceMs } = await readJsonObject(call.request)
      const valid =
        Number.isSafeInteger(advanceMs) &&
        Number(advanceMs) >= 0 &&
        Number(advanceMs) <= LONGEST_MOVE_MS
      if (!valid) {
        throw new HttpError(
          400,
          'BAD_ADVANCE',
          "'advanceMs' has to be a whole number of milliseconds from 0 to five years: the clock only goes forward.",
        )
      }
      await clock.advance(Number(advanceMs))
    }
    sendJson(call.response, { now: clock.now(), offsetMs: clock.offsetMs })
  }
}

/** `GET /local/session?user=NAME`: who that user is to the mini program. */
export function sessionRoute(
  users: Users,
  clock: Clock,
  { appId, envId }: { appId: string; envId: string },
): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    const user = users.visit(userOf(call.query.get('user')))
    sendJson(call.response, {
      user: user.name,
      openid: user.openid,
      appId,
      envId,
      now: clock.now(),
    })
  }
}

/** `GET /local/users`: everyone who used the mini program so far. */
export function usersRoute(users: Users): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    sendJson(call.response, users.list())
  }
}

/** `GET /local/timers`: the triggers of all functions, with their last and next run. */
export function timersRoute(timers: Timers): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    sendJson(call.response, timers.list())
  }
}

/** `GET /local/logs?after=SEQ`: the invocations after that one, oldest first. */
export function logsRoute(logs: InvocationLogs): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    const limits = { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER }
    sendJson(call.response, logs.after(numberOf(call, 'after', limits)))
  }
}

/** `GET /local/inbox/USER`: the messages that arrived, newest last. */
export function inboxRoute(inbox: Inbox): Handler {
  return (call) => {
    requireMethod(call, 'GET')
    sendJson(call.response, inbox.of(segmentOf(call, 'the name of a user')))
  }
}
