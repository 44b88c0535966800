import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { WeChatError } from '../openapi/openapi'
import type { OpenApi } from '../openapi/openapi'
import type { StateFile } from '../state/state-file'

/** A share card whose words the company can change after it was sent. */
interface Activity {
  readonly state: number
  readonly parameters: Readonly<Record<string, string>>
  readonly expiresAt: number
}

export interface UpdatableMessages {
  /** `openapi.updatableMessage.createActivityId`: good for a day. */
  readonly create: OpenApi
  /** `openapi.updatableMessage.setUpdatableMsg`: joining (0), begun or complete (1), over (2). */
  readonly set: OpenApi
}

const DAY_MS = 86_400_000
const VERSIONS = ['develop', 'trial', 'release']

/** What a card says in a state, and the states that may follow. */
const STATES: Readonly<Record<number, { needs: readonly string[]; next: readonly number[] }>> = {
  0: { needs: ['member_count', 'room_limit'], next: [0, 1, 2] },
  1: { needs: ['path'], next: [2] },
  2: { needs: [], next: [] },
}

export function createUpdatableMessages(state: StateFile, clock: Clock): UpdatableMessages {
  const activities = state.table<Activity>('share-activities')
  return {
    create() {
      const id = randomUUID().replaceAll('-', '')
      const expiresAt = clock.now() + DAY_MS
      activities.set(id, { state: 0, parameters: {}, expiresAt })
      return { activity_id: id, expiration_time: Math.floor(expiresAt / 1000) }
    },
    set(args) {
      const id = String(args['activity_id'] ?? '')
      const activity = activities.get(id)
      if (!activity) throw new WeChatError(47501, 'invalid activity_id')
      if (activity.expiresAt <= clock.now()) throw new WeChatError(47504, 'activity_id expired')
      const target = Number(args['target_state'])
      const rule = STATES[target]
      if (!rule || !STATES[activity.state]!.next.includes(target)) {
        throw new WeChatError(47502, 'invalid target_state')
      }
      const parameters = parametersOf(args['template_info'])
      const missing = rule.needs.find((name) => !parameters[name])
      if (missing) throw new WeChatError(47001, `data format error: ${missing} is missing`)
      const { version_type: version = 'release' } = parameters
      if (!VERSIONS.includes(version)) throw new WeChatError(47503, 'invalid version_type')
      activities.set(id, { ...activity, state: target, parameters })
      return {}
    },
  }
}

function parametersOf(info: unknown): Record<string, string> {
  const list = (info as { parameter_list?: unknown } | undefined)?.parameter_list
  if (!Array.isArray(list)) {
    throw new WeChatError(47001, 'data format error: template_info.parameter_list is missing')
  }
  const pairs = (list as { name?: unknown; value?: unknown }[]).map(({ name, value }) => {
    if (typeof name !== 'string' || typeof value !== 'string') {
      throw new WeChatError(47001, 'data format error: a parameter has a name and a text')
    }
    return [name, value]
  })
  return Object.fromEntries(pairs) as Record<string, string>
}
