import type { ScanReport } from './database/database-service'
import type { IndexSpec } from './database/index-keys'
import type { FunctionSettings } from './functions/function-settings'
import { LocalCloudError } from './local-cloud-error'
import type { MessagePush } from './messages/message-push'
import type { SubscribeTemplate } from './messages/subscribe-template'
import { isTemplateField } from './messages/template-values'
import type { StorageRule } from './storage/storage-access'

/** A collection with the indexes that queries on it may use. */
interface CollectionDeclaration {
  readonly name: string
  readonly indexes: readonly IndexSpec[]
}

/** The function of the Integration Center that pays by API v3. */
export interface PaymentFunction {
  readonly name: string
  /** The API key that its callers have to bring. */
  readonly key: string
  /** The function that its hook hands notifications on to. */
  readonly notify: string
}

export interface LocalCloudOptions {
  /** Where all data lives; created when missing, held by one local cloud at a time. */
  readonly dataDirectory: string
  /** The built functions: one folder each, with `index.js` and `config.json`. */
  readonly functionsDirectory: string
  /** The page paths of `app.json`, without leading slash: messages and codes lead to these only. */
  readonly pages: () => readonly string[]
  /**
   * By function name, as in `cloudbaserc.json`; WeChat's defaults for the others. `{{url}}` in a
   * variable is where this cloud listens.
   */
  readonly functionSettings?: Readonly<Record<string, FunctionSettings>>
  readonly appId: string
  readonly envId: string
  readonly merchant: { readonly subMchId: string }
  /** The HTTP function that CloudBase's Integration Center made; there is none when left out. */
  readonly paymentFunction?: PaymentFunction
  readonly collections: readonly CollectionDeclaration[]
  /** What pages may do with files; when left out, everybody reads and the creator writes. */
  readonly storageRule?: StorageRule
  readonly subscribeTemplates: readonly SubscribeTemplate[]
  /** The messages that WeChat's console hands to functions; none when left out. */
  readonly messagePush?: readonly MessagePush[]
  /** 0 takes a free port. */
  readonly port: number
  /** How many invocations of one function run at the same time; 8 when left out. */
  readonly workersPerFunction?: number
  /** Called at the end of a reset, to put the seed back. */
  readonly onReset?: () => Promise<void>
  /** Told of every query without an index that looked at many documents; may throw to fail it. */
  readonly onScan?: (report: ScanReport) => void
  /** Told of what has no other place: crashes and internal failures. */
  readonly log?: (line: string) => void
}

/** Throws a LocalCloudError for an option that cannot be. */
export function checkOptions({ port, subscribeTemplates, appId, envId }: LocalCloudOptions): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new LocalCloudError(
      'BAD_PORT',
      `${port} is not a port.`,
      'Choose a whole number from 1 to 65535, or 0 for any free port.',
    )
  }
  if (appId === '' || !/^[\w-]+$/.test(envId)) {
    throw new LocalCloudError(
      'BAD_OPTION',
      `The app '${appId}' in the environment '${envId}' cannot be.`,
      'Give an appId, and an envId of letters, digits and hyphens.',
    )
  }
  for (const { id, fields } of subscribeTemplates) {
    const unknown = Object.keys(fields).find((key) => !isTemplateField(key))
    if (unknown === undefined) continue
    throw new LocalCloudError(
      'BAD_OPTION',
      `The message template '${id}' has a field '${unknown}'.`,
      "WeChat's fields are a kind and a number, such as thing1, amount2 or time3.",
    )
  }
}
