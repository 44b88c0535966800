import type { FunctionSettings } from './functions/run-environment'
import type { SubscribeTemplate } from './messages/subscribe-template'

export interface CollectionIndex {
  readonly name: string
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[]
  readonly unique?: boolean
}

export interface CollectionDeclaration {
  readonly name: string
  readonly indexes: readonly CollectionIndex[]
}

/** A pair of message type and event that WeChat's console hands to a function. */
export interface MessagePush {
  readonly msgType: string
  readonly event?: string
  readonly functionName: string
}

export interface LocalCloudOptions {
  /** Where all data lives; created when missing, held by one local cloud at a time. */
  readonly dataDirectory: string
  /** The built functions: one folder each, with `index.js` and `config.json`. */
  readonly functionsDirectory: string
  /** By function name, as in `cloudbaserc.json`; WeChat's defaults for the others. */
  readonly functionSettings?: Readonly<Record<string, FunctionSettings>>
  readonly appId: string
  readonly envId: string
  readonly merchant: { readonly subMchId: string }
  readonly collections: readonly CollectionDeclaration[]
  readonly subscribeTemplates: readonly SubscribeTemplate[]
  /** The page paths of `app.json`, without leading slash: messages and codes may lead to these only. */
  readonly pages: () => readonly string[]
  readonly messagePush?: readonly MessagePush[]
  /** 0 takes a free port. */
  readonly port: number
  /** How many invocations of one function run at the same time; 8 when left out. */
  readonly workersPerFunction?: number
  /** Called at the end of a reset, to put the seed back. */
  readonly onReset?: () => Promise<void>
  /** Told of what has no other place: crashes and internal failures. */
  readonly log?: (line: string) => void
}
