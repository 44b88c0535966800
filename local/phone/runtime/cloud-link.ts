import { phoneClock } from './phone-clock'
import type { PhoneEvents } from './phone-events'

/** How the phone reaches the local cloud: requests, and the events it pushes. */
export interface CloudLink {
  request<T>(path: string, body?: unknown): Promise<T>
}

const RETRY_DELAY = 1000

interface Surroundings {
  user: string
  events: PhoneEvents
  isOffline(): boolean
}

export function createCloudLink({ user, events, isOffline }: Surroundings): CloudLink {
  listen(user, events)
  return {
    async request<T>(path: string, body?: unknown): Promise<T> {
      if (isOffline()) throw new TypeError('the phone is offline')
      const init: RequestInit =
        body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }
      const response = await fetch(path, init)
      const text = await response.text()
      if (!response.ok) throw new Error(refusalIn(text) ?? `${path} answered ${response.status}`)
      return JSON.parse(text) as T
    },
  }
}

/** The local cloud's own sentence in a refusal, where it gave one. */
function refusalIn(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined
  const { error } = JSON.parse(text) as { error?: { message?: string } }
  return error?.message
}

/** Passes on what the local cloud says, as `cloud` and by its own name; joins again when cut off. */
function listen(user: string, events: PhoneEvents): void {
  const socket = new WebSocket(socketUrl(`/local/events?user=${encodeURIComponent(user)}`))
  socket.addEventListener('message', ({ data }) => {
    const event = JSON.parse(String(data)) as { type: string; offsetMs?: number }
    if (event.type === 'clock') phoneClock.setOffset(event.offsetMs ?? 0)
    events.send('cloud', event)
    events.send(event.type, event)
  })
  socket.addEventListener('close', () => setTimeout(listen, RETRY_DELAY, user, events))
}

export function socketUrl(path: string): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`
}
