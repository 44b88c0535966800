import type { PhoneHost } from '../runtime/types'
import { complaintAbout, type OptionRules, type OptionsOf } from './check-options'

/** One member of `wx`, with what `wx.canIUse` may say about it. */
export interface Api {
  readonly name: string
  readonly value: unknown
  /** Names of the options it really honours. */
  readonly options: readonly string[]
  /** Names of the fields its result really has. */
  readonly returns: readonly string[]
}

/** A failure with WeChat's own reason; becomes `errMsg: 'name:fail reason'`. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason)
  }
}

type Callback = (result: Record<string, unknown>) => void

interface Callbacks {
  success?: Callback
  fail?: Callback
  complete?: Callback
}

/** An API with callbacks, and a promise when no callback is given, as in WeChat since 2.10.2. */
export function asyncApi<R extends OptionRules>(
  host: PhoneHost,
  name: string,
  rules: R,
  run: (options: OptionsOf<R>) => unknown,
  returns: readonly string[] = [],
): Api {
  const value = (given?: unknown) =>
    settle(host, name, given, () => {
      const complaint = complaintAbout(given, rules)
      if (complaint) throw new ApiFailure(`parameter error: ${complaint}`, { errno: 1001 })
      return run((given ?? {}) as OptionsOf<R>)
    })
  return { name, value, options: Object.keys(rules), returns }
}

/** An API that answers at once and throws WeChat's text when it cannot. */
export function syncApi(
  name: string,
  run: (...values: never[]) => unknown,
  returns: readonly string[] = [],
): Api {
  const value = (...values: never[]) => {
    try {
      return run(...values)
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      throw Object.assign(new Error(`${name}:fail ${error.reason}`), {
        errMsg: `${name}:fail ${error.reason}`,
        ...error.fields,
      })
    }
  }
  return { name, value, options: [], returns }
}

/** A member of `wx` that is not a call, such as `wx.env`. */
export function constantApi(name: string, value: unknown, fields: readonly string[] = []): Api {
  return { name, value, options: [], returns: fields }
}

/** Runs an API and hands its outcome to the callbacks, or to a promise when there are none. */
export function settle(
  host: PhoneHost,
  name: string,
  given: unknown,
  run: () => unknown,
): Promise<Record<string, unknown>> | undefined {
  const callbacks = callbacksOf(given)
  const outcome = perform(host, name, run)
  if (!callbacks) {
    return outcome.then((result) => (result.failed ? Promise.reject(result.value) : result.value))
  }
  void outcome.then(({ failed, value }) => {
    const first = failed ? callbacks.fail : callbacks.success
    callBack(host, `${failed ? 'fail' : 'success'} callback of wx.${name}`, first, value)
    callBack(host, `complete callback of wx.${name}`, callbacks.complete, value)
  })
  return undefined
}

interface Outcome {
  failed: boolean
  value: Record<string, unknown>
}

async function perform(host: PhoneHost, name: string, run: () => unknown): Promise<Outcome> {
  try {
    const value = await run()
    const fields = typeof value === 'object' && value !== null ? value : {}
    return { failed: false, value: { ...fields, errMsg: `${name}:ok` } }
  } catch (error) {
    if (!(error instanceof ApiFailure)) host.reportError(error, `wx.${name}`)
    const reason = error instanceof Error ? error.message : String(error)
    const fields = error instanceof ApiFailure ? error.fields : {}
    return { failed: true, value: { ...fields, errMsg: `${name}:fail ${reason}` } }
  }
}

function callbacksOf(given: unknown): Callbacks | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { success, fail, complete } = given as Record<string, unknown>
  if (![success, fail, complete].some((callback) => typeof callback === 'function'))
    return undefined
  return given as Callbacks
}

function callBack(
  host: PhoneHost,
  where: string,
  callback: unknown,
  value: Record<string, unknown>,
): void {
  if (typeof callback !== 'function') return
  try {
    callback(value)
  } catch (error) {
    host.reportError(error, where)
  }
}
