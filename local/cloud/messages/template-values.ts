const HAN = '\\p{Script=Han}'
const DAY = '\\d{4}(?:年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2})'
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?'
const span = (point: string) => new RegExp(`^${point}(?:~${point})?$`)

interface ValueRule {
  /** In characters. */
  readonly longest: number
  readonly form: RegExp
}

/** What WeChat takes in each kind of field; the kind is the field's key without its number. */
const RULES: Readonly<Record<string, ValueRule>> = {
  thing: { longest: 20, form: /^[^\n\r]+$/u },
  number: { longest: 32, form: /^-?\d+(\.\d+)?$/ },
  letter: { longest: 32, form: /^[A-Za-z]+$/ },
  symbol: { longest: 5, form: /^[\p{P}\p{S}]+$/u },
  character_string: { longest: 32, form: /^[\x20-\x7e]+$/ },
  time: { longest: 64, form: span(`(?:${DAY} ?)?${TIME}`) },
  date: { longest: 64, form: span(`${DAY}(?: ?${TIME})?`) },
  amount: { longest: 16, form: /^(?:[¥￥$€£]|HK\$|US\$)?-?\d{1,10}(\.\d{1,2})?元?$/ },
  phone_number: { longest: 17, form: /^[\d+\-() ]+$/ },
  car_number: {
    longest: 8,
    form: new RegExp(`^${HAN}?[A-Za-z0-9]+${HAN}?$`, 'u'),
  },
  name: {
    longest: 20,
    form: new RegExp(`^(?:${HAN}{1,10}|[A-Za-z\\p{P} ]{1,20}|[${HAN}·]{1,10})$`, 'u'),
  },
  phrase: { longest: 5, form: new RegExp(`^${HAN}+$`, 'u') },
}

/** True when the key names a kind of field that WeChat's templates have, such as `thing1`. */
export function isTemplateField(key: string): boolean {
  return /\d+$/.test(key) && RULES[kindOf(key)] !== undefined
}

/** True when WeChat takes the value in a field of that key. */
export function isValueAllowed(key: string, value: string): boolean {
  const rule = RULES[kindOf(key)]
  return rule !== undefined && [...value].length <= rule.longest && rule.form.test(value)
}

function kindOf(key: string): string {
  return key.replace(/\d+$/, '')
}
