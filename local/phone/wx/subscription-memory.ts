import type { PhoneHost } from '../runtime/types'
import { openStorageArea } from './storage-area'

/** What the user ticked "always keep this choice" for. */
export interface SubscriptionMemory {
  all(): Record<string, 'accept' | 'reject'>
  keep(choices: Record<string, 'accept' | 'reject'>): void
}

/** The remembered choices of this phone's user. */
export function rememberedSubscriptions(host: PhoneHost): SubscriptionMemory {
  const view = host.document.defaultView
  if (!view) throw new Error('The phone has no window: remembered choices cannot be read')
  const area = openStorageArea(view.localStorage, host.appId, `${host.user}:wechat`)
  const all = (): Record<string, 'accept' | 'reject'> =>
    (area.get('subscriptions')?.value ?? {}) as Record<string, 'accept' | 'reject'>
  return {
    all,
    keep: (choices) => area.set('subscriptions', { ...all(), ...choices }),
  }
}
