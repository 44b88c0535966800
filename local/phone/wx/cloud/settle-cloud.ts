import type { PhoneHost } from '../../runtime/types'
import { kindOf, type OptionRules, type OptionsOf } from '../check-options'
import { CloudFailure, cloudFailure, offlineFailure } from './cloud-failure'

/** What the cloud APIs of one phone share. */
export interface CloudSession {
  readonly host: PhoneHost
  initialised: boolean
}

const NOT_INITIALISED =
  "Cloud API isn't enabled, please call wx.cloud.init first\n" +
  '请先调用 wx.cloud.init() 完成初始化后再调用其他云 API。'

/** A cloud API: the same checks, callbacks and promise for each of them. */
export function cloudApi<R extends OptionRules>(
  session: CloudSession,
  name: string,
  rules: R,
  run: (options: OptionsOf<R>) => Promise<object>,
) {
  return (given?: unknown): Promise<object> | undefined => {
    const outcome = perform(session, name, rules, given, run)
    const callbacks = (given ?? {}) as Record<string, unknown>
    const wanted = ['success', 'fail', 'complete'].some(
      (key) => typeof callbacks[key] === 'function',
    )
    if (!wanted) return outcome
    const tell = (key: string, value: unknown) => {
      const callback = callbacks[key]
      if (typeof callback !== 'function') return
      try {
        callback(value)
      } catch (error) {
        session.host.reportError(error, `${key} callback of wx.cloud.${name}`)
      }
    }
    outcome.then(
      (result) => {
        tell('success', result)
        tell('complete', result)
      },
      (error: unknown) => {
        tell('fail', error)
        tell('complete', error)
      },
    )
    return undefined
  }
}

async function perform<R extends OptionRules>(
  { host, initialised }: CloudSession,
  name: string,
  rules: R,
  given: unknown,
  run: (options: OptionsOf<R>) => Promise<object>,
): Promise<object> {
  if (!initialised) throw cloudFailure(name, -1, NOT_INITIALISED)
  const complaint = cloudComplaint(given, rules)
  if (complaint) throw cloudFailure(name, -401001, complaint)
  if (host.device.networkType === 'none') throw offlineFailure(name)
  try {
    return { errMsg: `cloud.${name}:ok`, ...(await run((given ?? {}) as OptionsOf<R>)) }
  } catch (error) {
    if (error instanceof CloudFailure) throw error
    throw cloudFailure(name, -1, error instanceof Error ? error.message : String(error))
  }
}

/** The cloud SDK words its complaints with lower-case type names. */
function cloudComplaint(given: unknown, rules: OptionRules): string {
  const options = (given ?? {}) as Record<string, unknown>
  return Object.entries(rules)
    .map(([name, rule]) => {
      const kind = kindOf(options[name])
      const wanted = rule.replace('!', '')
      if (kind === wanted || (kind === 'Undefined' && !rule.endsWith('!'))) return ''
      if (wanted === 'Any' && kind !== 'Undefined') return ''
      return `parameter.${name} should be ${wanted.toLowerCase()} instead of ${kind.toLowerCase()};`
    })
    .join('')
}
