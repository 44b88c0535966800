import type { Merchant } from '../merchant'
import type { Forgery } from '../forgery'
import type { PayOrder, PayRefund } from '../pay-order'
import { orderFields, refundFields } from './v3-fields'

/**
 * The plain text of a payment's notification. The Integration Center has verified and decrypted
 * it, and the hook in its function hands it on.
 */
export function plainPaid(
  order: PayOrder,
  merchant: Merchant,
  { totalFee, openid, fields }: Forgery,
): object {
  const truth = orderFields(order, order.state, merchant)
  return {
    ...truth,
    ...(totalFee !== undefined && {
      amount: { ...truth.amount, total: totalFee, payer_total: totalFee },
    }),
    ...(openid !== undefined && { payer: { openid } }),
    ...fields,
  }
}

/** The plain text of a refund's notification. */
export function plainRefunded(order: PayOrder, refund: PayRefund, merchant: Merchant): object {
  const { status, amount, ...told } = refundFields(refund, order)
  const { total, refund: refunded, payer_total, payer_refund } = amount
  return {
    mchid: merchant.subMchId,
    ...told,
    refund_status: status,
    amount: { total, refund: refunded, payer_total, payer_refund },
  }
}
