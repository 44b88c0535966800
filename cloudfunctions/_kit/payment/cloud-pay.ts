import type { PaymentFact } from '../../../shared/domain/payment'
import { cutText } from '../../../shared/domain/cut-text'
import { parseShanghaiSeconds } from '../../../shared/domain/shanghai-time'
import { cloudPay } from '../cloud'
import type { Json } from '../cloud'
import { newNonce } from '../ids'
import { textOf } from './fields'
import { hintOf } from './notification'
import { parametersOf } from './parameters'
import { PaymentRefused } from './port'
import type { PaymentPort, RefundState } from './port'

/** The function that WeChat Pay calls back. */
const callbackFunction = 'paynotify'
const longestDescription = 40

function merchant(): { subMchId: string; nonceStr: string } {
  const subMchId = process.env.SUB_MCH_ID
  if (!subMchId) throw new Error('SUB_MCH_ID is not set: give the function the merchant number')
  return { subMchId, nonceStr: newNonce() }
}

const succeeded = (answer: Json) =>
  answer.returnCode === 'SUCCESS' && answer.resultCode === 'SUCCESS'

/** WeChat Pay's words for a refusal; its code is overwritten by the SDK's own `errCode: 0`. */
const refusalOf = (answer: Json): string =>
  textOf(answer.errCodeDes) || textOf(answer.returnMsg) || 'refused without a reason'

/** Only these words mean that it was never opened; a busy system and a wrong merchant refuse too. */
const saysAbsent = (refusal: string) => /不存在|not exist/i.test(refusal)

function accepted(answer: Json): Json {
  if (!succeeded(answer)) throw new PaymentRefused(refusalOf(answer))
  return answer
}

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
  REFUNDCLOSE: 'closed',
  CHANGE: 'abnormal',
}

/** Cloud Development's own payment (API v2, as a service provider's merchant). */
export const cloudPayPort: PaymentPort = {
  async create({ outTradeNo, totalFen, description, clientIp, envId }) {
    const answer = await cloudPay.unifiedOrder({
      ...merchant(),
      envId,
      functionName: callbackFunction,
      body: cutText(description, longestDescription),
      outTradeNo,
      totalFee: totalFen,
      spbillCreateIp: clientIp || '127.0.0.1',
      tradeType: 'JSAPI',
    })
    return parametersOf(accepted(answer).payment)
  },

  async query(outTradeNo) {
    const answer = await cloudPay.queryOrder({ ...merchant(), outTradeNo })
    if (!succeeded(answer))
      return { outTradeNo, state: saysAbsent(refusalOf(answer)) ? 'absent' : 'unknown' }
    const state = factStates[textOf(answer.tradeState)] ?? 'unknown'
    if (state !== 'paid') return { outTradeNo, state }
    return {
      outTradeNo: textOf(answer.outTradeNo),
      state,
      transactionId: String(answer.transactionId ?? ''),
      payerId: textOf(answer.subOpenid) || textOf(answer.openid),
      totalFen: Number(answer.totalFee),
      paidAt: parseShanghaiSeconds(String(answer.timeEnd ?? '')),
    }
  },

  async close(outTradeNo) {
    accepted(await cloudPay.closeOrder({ ...merchant(), outTradeNo }))
  },

  async refund({ outTradeNo, outRefundNo, totalFen, refundFen, envId }) {
    accepted(
      await cloudPay.refund({
        ...merchant(),
        envId,
        functionName: callbackFunction,
        outTradeNo,
        outRefundNo,
        totalFee: totalFen,
        refundFee: refundFen,
      }),
    )
  },

  async queryRefund(outRefundNo) {
    const answer = await cloudPay.queryRefund({ ...merchant(), outRefundNo })
    if (!succeeded(answer)) return 'unknown'
    return refundStates[statusOf(answer)] ?? 'unknown'
  },

  parseNotification: ({ outTradeNo, outRefundNo }) => hintOf(outTradeNo, outRefundNo),
}

/** Documented is `refund_status_0`; a list is seen instead, which may stay empty. */
function statusOf({ refundStatus_0: numbered, refundStatusList: list }: Json): string {
  return textOf(numbered) || textOf(Array.isArray(list) ? list[0] : undefined)
}
