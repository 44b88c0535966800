import { identityFields } from '../merchant'
import type { Merchant } from '../merchant'
import type { Forgery } from '../forgery'
import type { PayOrder, PayRefund } from '../pay-order'
import { camelCased } from './camel-case'
import { paidFields } from './orders'
import { refundFields, refundedOrderFields } from './refund-fields'

/** The notification of a payment, as the function named in `unifiedOrder` receives it. */
export function cloudPayPaid(
  order: PayOrder,
  merchant: Merchant,
  { totalFee, openid, fields }: Forgery,
): object {
  const truth = camelCased({
    ...identityFields(merchant),
    out_trade_no: order.outTradeNo,
    ...(order.attach !== undefined && { attach: order.attach }),
    ...paidFields(order),
  })
  return {
    ...truth,
    ...(totalFee !== undefined && { totalFee, cashFee: totalFee }),
    ...(openid !== undefined && { openid, subOpenid: openid }),
    ...fields,
  }
}

/** The notification of a refund, as the function named in `refund` receives it. */
export function cloudPayRefunded(order: PayOrder, refund: PayRefund, merchant: Merchant): object {
  return camelCased({
    ...identityFields(merchant),
    ...refundedOrderFields(order),
    ...refundFields(refund, ''),
  })
}
