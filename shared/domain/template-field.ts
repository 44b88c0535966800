import { cutText } from './cut-text'

/** What a field of a subscribe message may hold, by the letters its name begins with. */
interface FieldRule {
  longest: number
  /** Characters WeChat refuses in this kind of field. */
  refused?: RegExp
}

const rules: Record<string, FieldRule> = {
  thing: { longest: 20 },
  number: { longest: 32, refused: /[^0-9.]/g },
  letter: { longest: 32, refused: /[^A-Za-z]/g },
  symbol: { longest: 5, refused: /[\p{L}\p{N}]/gu },
  character_string: { longest: 32, refused: /[^\x20-\x7e]/g },
  amount: { longest: 12 },
  phone_number: { longest: 17, refused: /[^0-9+ -]/g },
  car_number: { longest: 8 },
  name: { longest: 10 },
  phrase: { longest: 5, refused: /[^\p{Script=Han}]/gu },
  time: { longest: 32 },
  date: { longest: 32 },
}

/** WeChat refuses an empty field. */
const nothing = '无'

const kindOf = (key: string): string => key.replace(/\d+$/, '')

/** Whether WeChat has fields of this kind: `thing1`, `amount2`. */
export const isTemplateField = (key: string): boolean =>
  /\d$/.test(key) && Object.prototype.hasOwnProperty.call(rules, kindOf(key))

/**
 * The value as WeChat takes it in this field (`thing1`, `amount2`): forbidden characters left out,
 * shortened to the field's length with an ellipsis where it is prose. An unknown kind of field is
 * a mistake in the settings and throws.
 */
export function fitTemplateField(key: string, value: string): string {
  const kind = kindOf(key)
  const rule = Object.prototype.hasOwnProperty.call(rules, kind) ? rules[kind] : undefined
  if (!rule) throw new RangeError(`unknown kind of template field: ${key}`)
  const oneLine = value.replace(/\s+/g, ' ').trim()
  const allowed = rule.refused ? oneLine.replace(rule.refused, '') : oneLine
  if (allowed === '') return kind === 'number' ? '0' : nothing
  if (allowed.length <= rule.longest) return allowed
  return kind === 'thing' || kind === 'name'
    ? `${cutText(allowed, rule.longest - 1)}…`
    : cutText(allowed, rule.longest)
}
