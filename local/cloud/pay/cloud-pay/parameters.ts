import { PayParameterError } from '../pay-refusal'

type Parameters = Readonly<Record<string, unknown>>

interface TextRule {
  readonly longest: number
  readonly form?: RegExp
}

/** The limits of APIv2 on texts; lengths are in bytes of UTF-8 where WeChat counts bytes. */
const TEXTS: Readonly<Record<string, TextRule>> = {
  attach: { longest: 127 },
  body: { longest: 128 },
  env_id: { longest: 64 },
  function_name: { longest: 64 },
  nonce_str: { longest: 32, form: /^[A-Za-z0-9]+$/ },
  out_refund_no: { longest: 64, form: /^[A-Za-z0-9_\-|*@]+$/ },
  out_trade_no: { longest: 32, form: /^[A-Za-z0-9_\-|*]+$/ },
  refund_desc: { longest: 80 },
  refund_id: { longest: 32 },
  spbill_create_ip: { longest: 64, form: /^[\d.:a-fA-F]+$/ },
  sub_mch_id: { longest: 32, form: /^\d+$/ },
  trade_type: { longest: 16, form: /^JSAPI$/ },
  transaction_id: { longest: 32 },
}

/** A text that has to be there, within WeChat's limits. */
export function requiredText(given: Parameters, name: string): string {
  const text = optionalText(given, name)
  if (text === undefined) throw new PayParameterError(`缺少参数 ${name}`)
  return text
}

/** A text within WeChat's limits; undefined when it is not given. */
export function optionalText(given: Parameters, name: string): string | undefined {
  const value = given[name]
  if (value === undefined || value === null || value === '') return undefined
  const rule = TEXTS[name] ?? { longest: 128 }
  const good =
    typeof value === 'string' &&
    Buffer.byteLength(value) <= rule.longest &&
    (rule.form?.test(value) ?? true)
  if (!good) throw new PayParameterError(`参数错误: 输入的参数 ${name} 有误`)
  return value
}

/** An amount in fen: a whole number from 1 fen to 1,000,000 yuan. */
export function requiredFee(given: Parameters, name: string): number {
  const value = given[name]
  if (value === undefined || value === null) throw new PayParameterError(`缺少参数 ${name}`)
  if (Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= 100_000_000) {
    return Number(value)
  }
  throw new PayParameterError(`参数错误: ${name} 必须是以分为单位的正整数`)
}

/** The numbers by which a request names an order. */
export const numbersIn = (given: Parameters) => ({
  transactionId: optionalText(given, 'transaction_id'),
  outTradeNo: optionalText(given, 'out_trade_no'),
})
