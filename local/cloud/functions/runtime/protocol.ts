/** What the worker of a function is started with. */
export interface WorkerStart {
  /** Absolute path of the function's entry file. */
  readonly entry: string
  /** The gateway's address, as the SDK has it from its environment. */
  readonly wireUrl: string
  /** Where compiled code is kept from one worker to the next. */
  readonly codeCacheDirectory: string
  /** One float64: how far the local clock is ahead of the machine's, in ms. */
  readonly sharedOffset: SharedArrayBuffer
}

/** One invocation, as sent to the worker. */
export interface RunRequest {
  readonly kind: 'run'
  readonly event: string
  readonly context: Readonly<Record<string, unknown>>
  /** Set in the worker's `process.env` before the handler is called; removed before the next one. */
  readonly environment: Readonly<Record<string, string>>
}

export type LineLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'

export interface LogLine {
  readonly level: LineLevel
  readonly text: string
}

/** A request of the SDK to the gateway. */
export interface WireSend {
  readonly kind: 'wire'
  readonly id: number
  readonly body: string | Uint8Array
  readonly contentType: string
}

/** The gateway's answer to the request of that number. */
export interface WireReply {
  readonly kind: 'wireReply'
  readonly id: number
  readonly body: string | Uint8Array
  readonly contentType: string
}

/** What the worker tells its host. */
export type WorkerReport =
  | { readonly kind: 'loaded' }
  | WireSend
  | { readonly kind: 'loadFailed'; readonly error: string }
  | ({ readonly kind: 'line' } & LogLine)
  | { readonly kind: 'returned'; readonly json: string }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'threw'; readonly error: string }
