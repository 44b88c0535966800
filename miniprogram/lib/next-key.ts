import { newOnceKey } from './call'

type Answer = { ok: true } | { ok: false; error: { code: string } }

/**
 * The once-key a form goes on with after it was sent: the same one while nobody knows whether it
 * arrived, so that sending it again is never a second time; else a new one.
 */
export const keyAfter = (answer: Answer, once: string): string =>
  !answer.ok && answer.error.code === 'NETWORK' ? once : newOnceKey()
