import { V3Refusal } from './v3-refusal'

type Fields = Readonly<Record<string, unknown>>

const mistake = (name: string) => new V3Refusal(400, 'PARAM_ERROR', `参数错误: ${name}`)

/** A text of that form; WeChat Pay refuses anything else. */
export function text(given: Fields, name: string, form: RegExp): string {
  const value = given[name]
  if (typeof value === 'string' && form.test(value)) return value
  throw mistake(name)
}

/** An amount in fen: a whole number from 1 fen to 1,000,000 yuan. */
export function fee(given: Fields, name: string): number {
  const value = given[name]
  if (Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= 100_000_000) {
    return Number(value)
  }
  throw mistake(name)
}

/** A part of the request; empty when it is not an object. */
export const part = (given: Fields, name: string): Fields => {
  const value = given[name]
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

/** An instant in RFC 3339 with whole seconds and an offset; undefined when it is not given. */
export function optionalInstant(given: Fields, name: string): number | undefined {
  if (given[name] === undefined) return undefined
  return Date.parse(text(given, name, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/))
}
