/** What the desk hears from the local cloud while it is open. */
export interface CloudEvent {
  type: string
  [field: string]: unknown
}

/** One run of a function, as `GET /local/logs` gives it. */
export interface Invocation {
  seq: number
  at: number
  function: string
  user?: string
  requestId: string
  action?: string
  durationMs: number
  cold: boolean
  ok: boolean
  error?: string
  lines: string[]
}

/** A service notification that arrived. */
export interface InboxMessage {
  at: number
  title: string
  fields: { label: string; value: string }[]
  page?: string
}

/** A payment at the pretended WeChat Pay. */
export interface PayOrder {
  outTradeNo: string
  totalFee: number
  body: string
  state: string
  createdAt: number
}

export type DatabaseDocument = Record<string, unknown> & { _id: string }

/** Asks the local cloud; rejects with its own sentence when it refuses. */
async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  )
  const value: unknown = await response.json()
  if (!response.ok) {
    const { message, code } = value as { message?: string; code?: string }
    throw new Error(message ?? code ?? `${path} answered ${response.status}`)
  }
  return value as T
}

export const cloud = {
  clock: () => ask<{ now: number; offsetMs: number }>('/local/clock'),
  advanceClock: (advanceMs: number) =>
    ask<{ now: number; offsetMs: number }>('/local/clock', { advanceMs }),
  logs: (after: number) => ask<Invocation[]>(`/local/logs?after=${after}`),
  inbox: (user: string) => ask<InboxMessage[]>(`/local/inbox/${encodeURIComponent(user)}`),
  payments: () => ask<PayOrder[]>('/local/pay'),
  pay: (outTradeNo: string, outcome: 'paid' | 'cancel' | 'fail') =>
    ask<unknown>(`/local/pay/${encodeURIComponent(outTradeNo)}`, { outcome }),
  collections: () => ask<{ name: string; count: number }[]>('/local/db'),
  documents: (name: string, query: string, limit: number) =>
    ask<DatabaseDocument[]>(
      `/local/db/${encodeURIComponent(name)}?${new URLSearchParams({ limit: String(limit), ...(query ? { query } : {}) })}`,
    ),
  reset: () => ask<unknown>('/local/reset', {}),
}

/** Listens to the local cloud, and again after it was restarted; says whether it is there. */
export function listen(
  onEvent: (event: CloudEvent) => void,
  onPresence: (isThere: boolean) => void,
): void {
  const socket = new WebSocket(`ws://${location.host}/local/events`)
  socket.onopen = () => onPresence(true)
  socket.onmessage = ({ data }) => onEvent(JSON.parse(String(data)) as CloudEvent)
  socket.onclose = () => {
    onPresence(false)
    setTimeout(() => listen(onEvent, onPresence), 1000)
  }
}
