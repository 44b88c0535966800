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
  /** The refusals of WeChat's own cashier, in its words. */
  const checkPayable = async ({ outTradeNo, state }: PrepaidOrder): Promise<void> => {
    if (state === 'SUCCESS') throw new ApiFailure('该订单已支付')
    if (state === 'CLOSED') throw new ApiFailure('订单已关闭')
    const path = `/local/pay/${encodeURIComponent(outTradeNo)}`
    const { openid } = await host.request<{ openid: string }>(path)
    if (openid !== host.openid) throw new ApiFailure('下单账号与支付账号不一致，请核实后再支付')
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
        await checkPayable(order)
        const outcome = await surfaces.cashier(order)
        gestures.openAfterPayment()
        if (outcome.state === 'cancelled') throw new ApiFailure('cancel')
        if (outcome.state === 'failed') throw new ApiFailure(outcome.reason)
      },
    ),
  ]
}
