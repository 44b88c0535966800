import { socketUrl } from './cloud-link'

/** A request of a test driver, as the server passes it on. */
export interface DriverRequest {
  type: 'request'
  /** Names the driver's connection: the answer goes back to it. */
  client: number
  id: string
  method: string
  params: Record<string, unknown>
}

export type LinkMessage = DriverRequest | { type: 'package'; version: string }

/** The phone's own line to its server: news of the package, and test drivers. */
export interface PhoneLink {
  send(message: object): void
}

const RETRY_DELAY = 500

export function openPhoneLink(user: string, heard: (message: LinkMessage) => void): PhoneLink {
  let socket: WebSocket
  const open = (): void => {
    socket = new WebSocket(socketUrl(`/phone/link?user=${encodeURIComponent(user)}`))
    socket.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as LinkMessage))
    socket.addEventListener('close', () => setTimeout(open, RETRY_DELAY))
  }
  open()
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
  }
}
