import type { PrepaidOrder } from '../surfaces/cashier'
import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

/** `wx.requestPayment` on the cashier of the local cloud. */
export function paymentApis({ host, surfaces, gestures }: PhoneContext): Api[] {
  const orderOf = async (prepayId: string): Promise<PrepaidOrder> => {
    try {
      return await host.request<PrepaidOrder>(`/local/pay/prepay/${encodeURIComponent(prepayId)}`)
    } catch (error) {
      throw new ApiFailure(error instanceof Error ? error.message : String(error))
    }
  }
  return [
    asyncApi(
      host,
      'requestPayment',
      {
        timeStamp: 'String!',
        nonceStr: 'String!',
        package: 'String!',
        paySign: 'String!',
        signType: 'String',
      },
      async (options) => {
        const prepayId = /^prepay_id=(.+)$/.exec(options.package)?.[1]
        if (!prepayId) throw new ApiFailure('jsapi invalid package')
        const order = await orderOf(prepayId)
        const outcome = await surfaces.cashier(order)
        gestures.openAfterPayment()
        if (outcome.state === 'cancelled') throw new ApiFailure('cancel')
        if (outcome.state === 'failed') throw new ApiFailure(outcome.reason)
      },
    ),
  ]
}
