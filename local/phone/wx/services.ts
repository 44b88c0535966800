import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

/** WeChat's own services around a shop: customer service and the confirmation of receipt. */
export function serviceApis({ host, surfaces }: PhoneContext): Api[] {
  return [
    asyncApi(
      host,
      'openCustomerServiceChat',
      {
        extInfo: 'Object!',
        corpId: 'String!',
        showMessageCard: 'Boolean',
        sendMessageTitle: 'String',
        sendMessagePath: 'String',
        sendMessageImg: 'String',
      },
      ({ extInfo, corpId }) => {
        const { url } = extInfo
        if (typeof url !== 'string' || !url.startsWith('https://work.weixin.qq.com/')) {
          throw new ApiFailure('invalid url')
        }
        surfaces.customerService({ sessionFrom: corpId })
      },
    ),
    asyncApi(
      host,
      'openBusinessView',
      { businessType: 'String!', extraData: 'Object', queryString: 'String' },
      async ({ businessType, extraData = {} }) => {
        if (businessType !== 'weappOrderConfirm') {
          throw new ApiFailure(`the local phone has no business view "${businessType}"`)
        }
        const named = extraData.transaction_id ?? extraData.merchant_trade_no
        if (typeof named !== 'string') {
          throw new ApiFailure(
            'parameter error: parameter.extraData.transaction_id should be String;',
          )
        }
        const confirmed = await surfaces.confirmReceipt(named)
        return { extraData: { status: confirmed ? 'success' : 'cancel', req_extradata: extraData } }
      },
      ['extraData'],
    ),
  ]
}
