import type { InvocationLog } from './functions/invocation-log'
import type { InboxMessage } from './messages/inbox-message'

/** What the local cloud tells the phones and the desk, by name. */
interface LocalCloudEvents {
  inbox: { user: string; message: InboxMessage }
  clock: { now: number; offsetMs: number }
  log: { entry: InvocationLog }
  pay: { user: string; outTradeNo: string; state: string }
  reset: Record<never, never>
  reload: { files?: readonly string[] }
  'build-error': { errors: readonly unknown[] }
  'build-ok': { durationMs?: number }
}

export type LocalCloudEventName = keyof LocalCloudEvents

type Listener<Name extends LocalCloudEventName> = (event: LocalCloudEvents[Name]) => void
type AnyListener = (name: LocalCloudEventName, event: LocalCloudEvents[LocalCloudEventName]) => void

export interface EventHub {
  /** Calls the listener for every later event of that name; the returned function ends it. */
  on<Name extends LocalCloudEventName>(name: Name, listener: Listener<Name>): () => void
  /** Calls the listener for every later event of any name; the returned function ends it. */
  onAny(listener: AnyListener): () => void
  emit<Name extends LocalCloudEventName>(name: Name, event: LocalCloudEvents[Name]): void
}

export function createEventHub(): EventHub {
  const listeners = new Set<AnyListener>()
  const onAny = (listener: AnyListener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    onAny,
    on: (name, listener) =>
      onAny((emitted, event) => {
        if (emitted === name) (listener as (event: unknown) => void)(event)
      }),
    emit(name, event) {
      for (const listener of [...listeners]) listener(name, event)
    },
  }
}
