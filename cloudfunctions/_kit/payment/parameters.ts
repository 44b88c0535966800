import type { PaymentParameters } from '../../../shared/contract/order'
import { fieldsOf } from './fields'

const signTypes: readonly PaymentParameters['signType'][] = ['MD5', 'HMAC-SHA256', 'RSA']

/** What the phone needs to open the cashier's sheet; throws when something of it is missing. */
export function parametersOf(payment: unknown): PaymentParameters {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = fieldsOf(payment)
  const known = signTypes.find((one) => one === signType)
  if (!timeStamp || !nonceStr || !prepay || !paySign || !known)
    throw new Error('WeChat Pay opened a payment without its parameters')
  return {
    timeStamp: String(timeStamp),
    nonceStr: String(nonceStr),
    package: String(prepay),
    signType: known,
    paySign: String(paySign),
  }
}
