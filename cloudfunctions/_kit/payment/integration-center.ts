import type { PaymentFact } from '../../../shared/domain/payment'
import { cutText } from '../../../shared/domain/cut-text'
import { shanghaiRfc3339 } from '../../../shared/domain/shanghai-time'
import type { Json } from '../cloud'
import { fieldsOf, textOf } from './fields'
import { hintOf } from './notification'
import { parametersOf } from './parameters'
import { callPaymentFunction } from './payment-function'
import type { PaymentAnswer } from './payment-function'
import { PaymentRefused } from './port'
import type { PaymentPort, RefundState } from './port'

const longestDescription = 127

const factStates: Record<string, PaymentFact['state']> = {
  SUCCESS: 'paid',
  REFUND: 'refunded',
  NOTPAY: 'unpaid',
  PAYERROR: 'unpaid',
  CLOSED: 'closed',
  REVOKED: 'closed',
}

const refundStates: Record<string, RefundState> = {
  SUCCESS: 'refunded',
  PROCESSING: 'processing',
  CLOSED: 'closed',
  ABNORMAL: 'abnormal',
}

/** WeChat Pay has written these codes with and without underlines. */
const saysAbsent = (code: string) => /^(ORDER|RESOURCE)_?NOT_?EXISTS?$/.test(code)

function accepted(answer: PaymentAnswer): Json {
  if (answer.is === 'refused') throw new PaymentRefused(`${answer.code} ${answer.message}`)
  return answer.data
}

/** RFC 3339 in whole seconds, which is all that WeChat Pay's form shows. */
const secondOf = (at: number): string => shanghaiRfc3339(at).replace(/\.\d+/, '')

const instantOf = (text: unknown): number | undefined => {
  const at = Date.parse(textOf(text))
  return Number.isNaN(at) ? undefined : at
}

/** CloudBase's Integration Center (API v3, as a merchant of one's own), through its function. */
export const integrationCenterPort: PaymentPort = {
  async create({ outTradeNo, totalFen, description, payerId, expiresAt }) {
    const answer = await callPaymentFunction('wxpay_order', {
      description: cutText(description, longestDescription),
      out_trade_no: outTradeNo,
      time_expire: secondOf(expiresAt),
      amount: { total: totalFen, currency: 'CNY' },
      payer: { openid: payerId },
    })
    return parametersOf(accepted(answer))
  },

  async query(outTradeNo) {
    const answer = await callPaymentFunction('wxpay_query_order_by_out_trade_no', {
      out_trade_no: outTradeNo,
    })
    if (answer.is === 'refused')
      return { outTradeNo, state: saysAbsent(answer.code) ? 'absent' : 'unknown' }
    const { data } = answer
    const state = factStates[textOf(data.trade_state)] ?? 'unknown'
    if (state !== 'paid') return { outTradeNo, state }
    return {
      outTradeNo: textOf(data.out_trade_no),
      state,
      transactionId: textOf(data.transaction_id),
      payerId: textOf(fieldsOf(data.payer).openid),
      totalFen: Number(fieldsOf(data.amount).total),
      paidAt: instantOf(data.success_time),
    }
  },

  async close(outTradeNo) {
    accepted(await callPaymentFunction('wxpay_close_order', { out_trade_no: outTradeNo }))
  },

  async refund({ outTradeNo, outRefundNo, totalFen, refundFen }) {
    const answer = await callPaymentFunction('wxpay_refund', {
      out_trade_no: outTradeNo,
      out_refund_no: outRefundNo,
      amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
    })
    accepted(answer)
  },

  async queryRefund(outRefundNo) {
    const answer = await callPaymentFunction('wxpay_refund_query', { out_refund_no: outRefundNo })
    if (answer.is === 'refused') return 'unknown'
    return refundStates[textOf(answer.data.status)] ?? 'unknown'
  },

  parseNotification(event) {
    // The function's own hook gets the plain text; the Integration Center sends it wrapped.
    const { out_trade_no, out_refund_no } = fieldsOf(event.ParsedContent ?? event)
    return hintOf(out_trade_no, out_refund_no)
  },
}
