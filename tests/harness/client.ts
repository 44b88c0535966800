import { Agent, request } from 'node:http'
import type { ActionName, AppContract } from '../../shared/contract'
import type { InputOf, OutputOf, Reply } from '../../shared/contract/define'

/** A customer or member of staff who calls functions without a phone. */
export interface Client {
  user: string
  /** The typed reply of an action, as a page gets it. */
  call<A extends ActionName>(
    action: A,
    input: InputOf<AppContract[A]>,
    once?: string,
  ): Promise<Reply<AppContract[A]>>
  /** The data of an action that has to succeed. */
  must<A extends ActionName>(
    action: A,
    input: InputOf<AppContract[A]>,
    once?: string,
  ): Promise<OutputOf<AppContract[A]>>
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
let keys = 0

/** A once-key that no other call of this process has. */
export const onceKey = (): string => `key-${process.pid}-${(keys += 1)}-${Date.now().toString(36)}`

/** One request to the local cloud; the answer's JSON. */
export function ask<T>(url: string, body?: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const outgoing = request(
      url,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString()
          if (response.statusCode !== 200)
            reject(new Error(`${url}: ${response.statusCode} ${answer}`))
          else resolve(JSON.parse(answer) as T)
        })
        response.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

/** What `wx.cloud.callFunction` would give to this user. */
export interface Invoked {
  result?: unknown
  errMsg: string
  errCode?: number
}

export const invoke = (url: string, user: string, name: string, data: unknown): Promise<Invoked> =>
  ask(`${url}/local/invoke/${name}`, { user, data })

export function createClient(url: string, user: string): Client {
  const call: Client['call'] = async (action, input, once = onceKey()) => {
    const name = action.slice(0, action.indexOf('.'))
    const { result, errMsg } = await invoke(url, user, name, { action, input, once })
    if (result === undefined) throw new Error(`${action}: ${errMsg}`)
    return result as Reply<AppContract[typeof action]>
  }
  return {
    user,
    call,
    async must(action, input, once) {
      const reply = await call(action, input, once)
      if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
  }
}

/** Documents of a collection as they are on disk. */
export const documents = <T>(url: string, collection: string, query?: object): Promise<T[]> =>
  ask(
    `${url}/local/db/${collection}?limit=1000${query ? `&query=${encodeURIComponent(JSON.stringify(query))}` : ''}`,
  )

/** Plays the cashier: the payer confirms, or does something else. */
export const payAt = (url: string, outTradeNo: string, how: object = {}): Promise<unknown> =>
  ask(`${url}/local/pay/${outTradeNo}`, how)

/** Moves the clock; timers that became due have run when it resolves. */
export const advance = (url: string, advanceMs: number): Promise<{ now: number }> =>
  ask(`${url}/local/clock`, { advanceMs })
