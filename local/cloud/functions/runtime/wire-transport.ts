import { EventEmitter } from 'node:events'
import http from 'node:http'
import type { WireReply, WireSend } from './protocol'

/** Sends a request to the gateway by the thread's own channel. */
export type SendToGateway = (message: WireSend) => void

export interface WireTransport {
  /** Hands a reply of the gateway to the request that waits for it. */
  receive(reply: WireReply): void
}

/**
 * Takes the SDK's HTTP requests to the gateway out of `http.request` and sends them by message: half of
 * the CPU time of a database call is HTTP on both sides. The SDK is as it is and sees a request and a
 * response; everything that goes elsewhere goes over the network.
 */
export function takeWireRequests(wireUrl: string, send: SendToGateway): WireTransport {
  const waiting = new Map<number, WireRequest>()
  const overNetwork = http.request.bind(http) as (...given: unknown[]) => unknown
  let last = 0

  const request = (...given: unknown[]): unknown => {
    const [url, options, onResponse] = given
    if (typeof url !== 'string' || !url.startsWith(`${wireUrl}?`)) return overNetwork(...given)
    const { headers = {} } = options as { headers?: Record<string, string> }
    const id = (last += 1)
    const taken = new WireRequest(onResponse as OnResponse, (body) => {
      send({ kind: 'wire', id, body, contentType: String(headers['content-type']) })
    })
    waiting.set(id, taken)
    return taken
  }
  Object.assign(http, { request })

  return {
    receive({ id, body, contentType }) {
      waiting.get(id)?.answer(body, contentType)
      waiting.delete(id)
    },
  }
}

type OnResponse = (response: EventEmitter) => void

/** As much of `http.ClientRequest` as the SDK uses. */
class WireRequest extends EventEmitter {
  readonly reusedSocket = true
  readonly socket = { connecting: false }
  private readonly chunks: (string | Uint8Array)[] = []
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly onResponse: OnResponse,
    private readonly send: (body: string | Uint8Array) => void,
  ) {
    super()
  }

  setTimeout(milliseconds: number): this {
    this.timer = setTimeout(() => this.emit('timeout'), milliseconds)
    return this
  }

  write(chunk: string | Uint8Array): boolean {
    this.chunks.push(chunk)
    return true
  }

  end(chunk?: string | Uint8Array): this {
    if (chunk !== undefined) this.chunks.push(chunk)
    this.emit('socket', this.socket)
    const [first = ''] = this.chunks
    const single = this.chunks.length <= 1
    this.send(single ? first : Buffer.concat(this.chunks.map((part) => Buffer.from(part))))
    return this
  }

  answer(body: string | Uint8Array, contentType: string): void {
    clearTimeout(this.timer)
    const response = Object.assign(new EventEmitter(), {
      statusCode: 200,
      headers: { 'content-type': contentType },
    })
    this.onResponse(response)
    response.emit('data', Buffer.from(body))
    response.emit('end')
  }
}
