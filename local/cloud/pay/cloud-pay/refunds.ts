import type { Functions } from '../../functions/functions'
import { callbackOf, merchantIdOf } from '../merchant'
import type { Merchant, PayApi, PayRequest } from '../merchant'
import type { PayLedger } from '../pay-ledger'
import type { PayRefund } from '../pay-order'
import { PayRefusal } from '../pay-refusal'
import type { RefundBook } from '../refund-book'
import { numbersIn, optionalText, requiredFee, requiredText } from './parameters'
import { refundFields, refundedOrderFields } from './refund-fields'

/** `refund` and `queryRefund` in the words of API v2. */
export function refundApis(
  ledger: PayLedger,
  book: RefundBook,
  merchant: Merchant,
  functions: Functions,
): Record<'refund' | 'queryRefund', PayApi> {
  return {
    refund(given) {
      const order = ledger.orderNamed(numbersIn(given), merchantIdOf(given, merchant))
      optionalText(given, 'refund_desc')
      const refund = book.ask(order, {
        outRefundNo: requiredText(given, 'out_refund_no'),
        totalFee: requiredFee(given, 'total_fee'),
        refundFee: requiredFee(given, 'refund_fee'),
        ...(given['function_name'] !== undefined && {
          functionName: callbackOf(given, merchant, functions),
        }),
      })
      return {
        ...refundedOrderFields(order),
        out_refund_no: refund.outRefundNo,
        refund_id: refund.refundId,
        refund_fee: refund.refundFee,
        cash_refund_fee: refund.refundFee,
      }
    },
    queryRefund(given) {
      const found = findRefunds(given, ledger, merchant)
      const order = ledger.orders.get(found[0]!.outTradeNo)!
      return Object.assign(
        {
          ...refundedOrderFields(order),
          refund_count: found.length,
          total_refund_count: found.length,
        },
        ...found.map((refund, index) => refundFields(refund, `_${index}`)),
      ) as object
    },
  }
}

/** The refunds that a query names; WeChat looks at the most exact number that is given. */
function findRefunds(given: PayRequest, ledger: PayLedger, merchant: Merchant): PayRefund[] {
  const subMchId = merchantIdOf(given, merchant)
  const refundId = optionalText(given, 'refund_id')
  const outRefundNo = optionalText(given, 'out_refund_no')
  const named = (refund: PayRefund) =>
    refundId ? refund.refundId === refundId : refund.outRefundNo === outRefundNo
  const found =
    refundId || outRefundNo
      ? ledger.refunds.values().filter(named)
      : ledger.refundsOf(ledger.orderNamed(numbersIn(given), subMchId).outTradeNo)
  if (found.length === 0) throw new PayRefusal('REFUNDNOTEXIST', '退款订单查询失败')
  return found
}
