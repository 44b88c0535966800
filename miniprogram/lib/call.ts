import type { ActionName, AppContract } from '../../shared/contract'
import type { Failure, InputOf, OutputOf, Reply, Request } from '../../shared/contract/define'
import { currentLanguage } from './language'

type WriteAction = {
  [A in ActionName]: AppContract[A] extends { write: true } ? A : never
}[ActionName]
type ReadAction = Exclude<ActionName, WriteAction>

/** Why a call gave no data; `NETWORK` means nobody knows whether it arrived. */
type CallError<A extends ActionName> =
  Failure<AppContract[A]> | { code: 'NETWORK'; detail?: undefined }

export type CallResult<A extends ActionName> =
  | { ok: true; data: OutputOf<AppContract[A]> }
  | { ok: false; error: CallError<A>; requestId: string }

/** Asks for something that changes nothing. Never rejects: failures are results. */
export const call = <A extends ReadAction>(
  name: A,
  input: InputOf<AppContract[A]>,
): Promise<CallResult<A>> => send(name, input)

/**
 * Changes something, at most once: the same key gives the same answer however often it is sent,
 * so a lost answer is asked for once more by itself. Keep one key for one intention of a person
 * (`newOnceKey()` when the page opens or after it succeeded).
 */
export async function change<A extends WriteAction>(
  name: A,
  input: InputOf<AppContract[A]>,
  once: string = newOnceKey(),
): Promise<CallResult<A>> {
  const first = await send(name, input, once)
  return !first.ok && first.error.code === 'NETWORK' ? send(name, input, once) : first
}

/** A key no other intention has. */
export function newOnceKey(): string {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

async function send<A extends ActionName>(
  name: A,
  input: InputOf<AppContract[A]>,
  once?: string,
): Promise<CallResult<A>> {
  const data: Request = {
    action: name,
    input,
    language: currentLanguage(),
    ...(once === undefined ? {} : { once }),
  }
  try {
    const answer = await wx.cloud.callFunction({ name: functionOf(name), data })
    const reply = answer.result as unknown as Reply<AppContract[A]> | undefined
    if (!reply) return { ok: false, error: { code: 'NETWORK' }, requestId: '' }
    return reply.ok
      ? { ok: true, data: reply.data }
      : { ok: false, error: reply.error, requestId: reply.requestId }
  } catch (error) {
    console.error(name, error)
    return { ok: false, error: { code: 'NETWORK' }, requestId: '' }
  }
}

const functionOf = (name: ActionName) => name.slice(0, name.indexOf('.'))
