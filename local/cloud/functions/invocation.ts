/** Who makes a function run. */
export type Caller =
  | { readonly kind: 'client'; readonly user: string; readonly openid: string }
  | { readonly kind: 'function'; readonly parent: Invocation }
  | { readonly kind: 'timer' }
  | { readonly kind: 'payment' }
  /** A pushed message tells of whom it is. */
  | { readonly kind: 'push'; readonly openid?: string }

/** A function that is running now; its id is the token that its calls to the cloud carry. */
export interface Invocation {
  readonly id: string
  readonly functionName: string
  readonly user?: string
  readonly openid?: string
  /** What `getWXContext().SOURCE` tells; empty when it tells none. */
  readonly source: string
  /** The WeChat APIs that the function's `config.json` permits. */
  readonly openapi: ReadonlySet<string>
}

/** How an invocation ended; `errCode` and `message` are WeChat's, `code` is the gateway's name for it. */
export type InvocationResult =
  | { readonly ok: true; readonly requestId: string; readonly json: string }
  | {
      readonly ok: false
      readonly requestId: string
      readonly errCode: number
      readonly code: string
      readonly message: string
    }

/**
 * The `TCB_SOURCE` that a function called in that way has. WeChat does not document one for pushed
 * messages: they have none here.
 */
export function sourceOf(caller: Caller): string {
  switch (caller.kind) {
    case 'client':
      return 'wx_client'
    case 'function':
      return caller.parent.source ? `${caller.parent.source},scf` : 'scf'
    case 'timer':
      return 'wx_trigger'
    case 'payment':
      return 'wx_paycallback'
    case 'push':
      return ''
  }
}

/** The caller's identity, which a nested call hands on. */
export function identityOf(caller: Caller): { user?: string; openid?: string } {
  if (caller.kind === 'client') return { user: caller.user, openid: caller.openid }
  if (caller.kind === 'push') return { openid: caller.openid }
  if (caller.kind === 'function') return { user: caller.parent.user, openid: caller.parent.openid }
  return {}
}
