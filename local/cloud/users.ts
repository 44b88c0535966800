import { createHash } from 'node:crypto'
import type { Clock } from './clock'
import type { StateFile } from './state/state-file'

export interface User {
  readonly name: string
  readonly openid: string
  /** When the user last used the mini program, to within ten minutes. */
  readonly seenAt: number
}

export interface Users {
  /** The user of that name, who is using the mini program at this moment; any name is a user. */
  visit(name: string): User
  /** The user of that openid, if they ever used the mini program. */
  byOpenid(openid: string): User | undefined
  list(): User[]
}

const SEEN_PRECISION_MS = 10 * 60_000
// eslint-disable-next-line no-control-regex -- control characters are exactly what a name may not have
const USER_NAME = /^[^\u0000-\u001f\u007f]{1,64}$/

export class UserNameError extends Error {
  override readonly name = 'UserNameError'
}

/** `o` and 27 url-safe characters: the form of a WeChat openid, always the same for the same name. */
export function openidOf(name: string): string {
  return `o${createHash('sha256').update(name).digest('base64url').slice(0, 27)}`
}

export function createUsers(state: StateFile, clock: Clock): Users {
  const table = state.table<User>('users')
  const openids = new Map<string, string>()

  const openidFor = (name: string) => {
    const known = openids.get(name)
    if (known) return known
    if (!USER_NAME.test(name)) {
      throw new UserNameError('A user name has 1 to 64 characters and no control characters.')
    }
    const openid = openidOf(name)
    openids.set(name, openid)
    return openid
  }

  return {
    visit(name) {
      const openid = openidFor(name)
      const known = table.get(openid)
      const now = clock.now()
      if (known && now - known.seenAt < SEEN_PRECISION_MS) return known
      const user = { name, openid, seenAt: now }
      table.set(openid, user)
      return user
    },
    byOpenid: (openid) => table.get(openid),
    list: () => table.values(),
  }
}
