import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { EventHub, LocalCloudEventName } from '../events'
import type { UpgradeHandler } from '../http/http-server'
import type { Service } from '../service'

/** Events of one user's own business: other users' phones are not told. */
const PERSONAL: ReadonlySet<LocalCloudEventName> = new Set(['inbox', 'pay'])

export interface EventsSocket extends Service {
  readonly upgrade: UpgradeHandler
}

/** `WS /local/events?user=NAME`: pushes `{type, ...}`; without a user it pushes everyone's. */
export function createEventsSocket(events: EventHub): EventsSocket {
  const server = new WebSocketServer({ noServer: true, clientTracking: true })
  let stopListening: (() => void) | undefined
  const users = new WeakMap<WebSocket, string | null>()
  return {
    upgrade({ request, socket, head, query }) {
      server.handleUpgrade(request, socket, head, (client) => {
        users.set(client, query.get('user'))
        client.on('error', () => client.terminate())
      })
    },
    start() {
      stopListening = events.onAny((type, event) => {
        if (server.clients.size === 0) return
        const text = JSON.stringify({ type, ...event })
        for (const client of server.clients) {
          const user = users.get(client)
          if (PERSONAL.has(type) && user && (event as { user?: string }).user !== user) continue
          client.send(text)
        }
      })
    },
    stop() {
      stopListening?.()
      for (const client of server.clients) client.terminate()
    },
  }
}
