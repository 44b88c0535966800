import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'

interface Upgrade {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
  query: URLSearchParams
}

/** The open pages of phones by user, and the test drivers that speak to them. */
export interface PhoneLines {
  /** A phone's page joins. The latest one of a user answers drivers. */
  joinPhone(upgrade: Upgrade): void
  /** A driver of WeChat's automator joins. */
  joinDriver(upgrade: Upgrade): void
  /** Says something to every open phone. */
  tell(message: object): void
  close(): void
}

interface DriverMessage {
  id: string
  method: string
  params?: object
}

export function createPhoneLines(greeting: () => object): PhoneLines {
  const server = new WebSocketServer({ noServer: true })
  const phones = new Map<string, WebSocket[]>()
  const drivers = new Map<number, { socket: WebSocket; user: string }>()
  let lastClient = 0

  const join = ({ request, socket, head }: Upgrade, joined: (line: WebSocket) => void): void => {
    server.handleUpgrade(request, socket, head, joined)
  }

  return {
    joinPhone(upgrade) {
      const user = upgrade.query.get('user') ?? ''
      join(upgrade, (line) => {
        phones.set(user, [...(phones.get(user) ?? []), line])
        line.send(JSON.stringify(greeting()))
        line.on('message', (data) => fromPhone(user, String(data)))
        line.on('close', () => {
          phones.set(
            user,
            (phones.get(user) ?? []).filter((each) => each !== line),
          )
        })
      })
    },
    joinDriver(upgrade) {
      const user = upgrade.query.get('user') ?? ''
      join(upgrade, (line) => {
        const client = ++lastClient
        drivers.set(client, { socket: line, user })
        line.on('message', (data) => fromDriver(client, user, line, String(data)))
        line.on('close', () => drivers.delete(client))
      })
    },
    tell(message) {
      const text = JSON.stringify(message)
      for (const lines of phones.values()) for (const line of lines) line.send(text)
    },
    close() {
      server.close()
      for (const lines of phones.values()) for (const line of lines) line.terminate()
      for (const { socket } of drivers.values()) socket.terminate()
    },
  }

  function fromDriver(client: number, user: string, line: WebSocket, text: string): void {
    const { id, method, params = {} } = JSON.parse(text) as DriverMessage
    const phone = phones.get(user)?.at(-1)
    if (phone) {
      phone.send(JSON.stringify({ type: 'request', client, id, method, params }))
      return
    }
    const message = `No phone of the user "${user}" is open: open /phone?user=${user} first`
    line.send(JSON.stringify({ id, error: { message } }))
  }

  function fromPhone(user: string, text: string): void {
    const { type, client, ...message } = JSON.parse(text) as { type: string; client?: number }
    if (type === 'reply' && client !== undefined) {
      drivers.get(client)?.socket.send(JSON.stringify(message))
      return
    }
    for (const driver of drivers.values()) {
      if (driver.user === user) driver.socket.send(JSON.stringify(message))
    }
  }
}
