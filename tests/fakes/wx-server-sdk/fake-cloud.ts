import {
  openDatabase,
  type DatabaseService,
  type ScanReport,
} from '../../../local/cloud/database/database-service'
import type { IndexSpec } from '../../../local/cloud/database/index-keys'
import { WireError, type WireErrorCode } from '../../../local/cloud/database/wire-error'
import type { WireRequest, WireResponse } from '../../../local/cloud/database/wire-request'

/** A call that left the function: `openapi.x.y`, `cloudPay.x` or `callFunction.x`. */
interface OutsideCall {
  readonly api: string
  /** What was sent, as WeChat receives it: snake_case for openapi and cloudPay. */
  readonly parameters: Record<string, unknown>
}

/** What an outside call is answered with: fields as WeChat sends them, or a function of the call. */
type Answer =
  Record<string, unknown> | ((parameters: Record<string, unknown>) => Record<string, unknown>)

/** Indexes by the name of their collection. */
type Schema = Readonly<Record<string, readonly IndexSpec[]>>

/** Who calls, as `getWXContext()` tells it. */
interface CallerContext {
  openid?: string
  unionid?: string
  /** `wx_client` for a phone; undefined for a timer or the console. */
  source?: string
  clientIp?: string
}

/** The error with which WeChat refuses an outside call. */
export class Refusal extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg)
  }
}

const envId = 'fake-env'
const appId = 'wx0000000000fake00'

/** The cloud behind the fake SDK, for tests to set up, look into and make fail. */
class FakeCloud {
  readonly database: DatabaseService
  readonly files = new Map<string, Buffer>()
  readonly calls: OutsideCall[] = []
  /** Hears of queries without an index; unless a test says otherwise, they fail. */
  onScan: (report: ScanReport) => void = refuseScan
  readonly #answers = new Map<string, Answer | Refusal>()
  readonly #failures: { action: string; code: WireErrorCode }[] = []
  #offsetMs = 0
  #frozenAt: number | undefined

  constructor() {
    this.database = openDatabase({
      file: ':memory:',
      now: () => this.now(),
      onScan: (report) => this.onScan(report),
      reportScansFrom: 0,
    })
    this.as(undefined)
  }

  /** Empties everything but the schema; nobody calls and the clock runs by itself. */
  reset(): void {
    this.database.reset()
    this.files.clear()
    this.calls.length = 0
    this.#answers.clear()
    this.#failures.length = 0
    this.onScan = refuseScan
    this.#offsetMs = 0
    this.#frozenAt = undefined
    this.as(undefined)
  }

  /** Makes the collections and their indexes. */
  schema(schema: Schema): void {
    for (const [collection, indexes] of Object.entries(schema)) {
      this.database.ensureCollection(collection)
      for (const index of indexes) this.database.ensureIndex(collection, index)
    }
  }

  /** From now on this user's phone calls; undefined for the platform itself. */
  as(openid: string | undefined): void {
    this.setContext(openid === undefined ? {} : { openid, source: 'wx_client' })
  }

  setContext({ openid, unionid, source, clientIp = '127.0.0.1' }: CallerContext): void {
    const context: Record<string, string | undefined> = {
      WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_UNIONID',
      WX_APPID: appId,
      WX_CLIENTIP: clientIp,
      WX_OPENID: openid,
      WX_UNIONID: unionid,
      TCB_SOURCE: source,
      TCB_ENV: envId,
      SCF_NAMESPACE: envId,
    }
    for (const [name, value] of Object.entries(context)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }

  /** The cloud's clock, epoch ms. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offsetMs
  }

  /** Stops the clock at an instant. */
  setNow(at: number): void {
    this.#frozenAt = at
  }

  /** Moves the clock on. */
  advance(ms: number): void {
    if (this.#frozenAt === undefined) this.#offsetMs += ms
    else this.#frozenAt += ms
  }

  /** Programs what an outside call is answered with, until the next reset. */
  answer(api: string, answer: Answer): void {
    this.#answers.set(api, answer)
  }

  /** Programs an outside call to fail, until the next reset. */
  refuse(api: string, errCode: number, errMsg: string): void {
    this.#answers.set(api, new Refusal(errCode, errMsg))
  }

  /** Makes the next database action of that name fail; several add up. */
  failNext(action: `database.${string}`, code: WireErrorCode): void {
    this.#failures.push({ action, code })
  }

  /** The calls of one api so far. */
  callsOf(api: string): OutsideCall[] {
    return this.calls.filter((call) => call.api === api)
  }

  /** Answers a database action as the gateway does. For the SDK's side of the fake. */
  async wire(action: string, request: WireRequest): Promise<WireResponse> {
    const failing = this.#failures.findIndex((failure) => failure.action === action)
    const [failure] = failing < 0 ? [] : this.#failures.splice(failing, 1)
    if (failure !== undefined) {
      // A transaction whose commit fails is gone, as in MongoDB.
      if (action === 'database.commitTransaction')
        await this.database.handle('database.abortTransaction', request)
      throw new WireError(failure.code, `${failure.code} by the test`)
    }
    return this.database.handle(action, request)
  }

  /** Answers an outside call as the test programmed it; one that is not programmed throws. */
  outside(api: string, parameters: Record<string, unknown>): Record<string, unknown> {
    this.calls.push({ api, parameters })
    const answer = this.#answers.get(api)
    if (answer === undefined)
      throw new Error(`${api} was called; say what it answers with fakeCloud.answer('${api}', ...)`)
    if (answer instanceof Refusal) throw answer
    return typeof answer === 'function' ? answer(parameters) : answer
  }
}

function refuseScan({ collection, query, plan }: ScanReport): void {
  throw new WireError(
    'DATABASE_REQUEST_FAILED',
    `No query without an index: ${collection} ${JSON.stringify(query)} looked at ` +
      `${plan.examined} documents. Declare an index that serves it.`,
  )
}

/** The one fake cloud of a test file. */
export const fakeCloud = new FakeCloud()
