/**
 * Checks the options of an API the way WeChat's base library does, with its wording:
 * `parameter error: parameter.url should be String instead of Undefined;`.
 */

interface KindMap {
  String: string
  Number: number
  Boolean: boolean
  Object: Record<string, unknown>
  Array: unknown[]
  Function: (...values: unknown[]) => unknown
  Any: unknown
}

type Kind = keyof KindMap

/** Option name to type; `!` marks an option that must be there. */
export type OptionRules = Readonly<Record<string, Kind | `${Kind}!`>>

type Value<R> = R extends `${infer K extends Kind}!`
  ? KindMap[K]
  : R extends Kind
    ? KindMap[R] | undefined
    : never

/** The options an API receives once its rules were checked. */
export type OptionsOf<R extends OptionRules> = { [K in keyof R]: Value<R[K]> }

/** WeChat's name of a value's type, as it appears in its error texts. */
export function kindOf(value: unknown): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  return kind.endsWith('Function') ? 'Function' : kind
}

/** WeChat's complaint about the options, or '' when they are right. */
export function complaintAbout(options: unknown, rules: OptionRules): string {
  const names = Object.keys(rules)
  if (options === undefined && !names.some((name) => isRequired(rules[name]))) return ''
  if (kindOf(options) !== 'Object')
    return `parameter should be Object instead of ${kindOf(options)};`
  const given = options as Record<string, unknown>
  return names.map((name) => complaintAboutValue(name, given[name], rules[name])).join('')
}

function isRequired(rule: string | undefined): boolean {
  return rule !== undefined && rule.endsWith('!')
}

function complaintAboutValue(name: string, value: unknown, rule: string | undefined): string {
  if (rule === undefined) return ''
  const wanted = rule.replace('!', '')
  if (value === undefined && !isRequired(rule)) return ''
  // WeChat takes any value for a flag and reads it as a condition.
  if (wanted === 'Any' || wanted === 'Boolean') {
    return value === undefined ? `parameter.${name} should be ${wanted} instead of Undefined;` : ''
  }
  const kind = kindOf(value)
  return kind === wanted ? '' : `parameter.${name} should be ${wanted} instead of ${kind};`
}
