import type { Clock } from '../clock'
import { WeChatError } from '../openapi/openapi'
import type { OpenApi } from '../openapi/openapi'
import type { StateFile } from '../state/state-file'
import type { PayLedger } from './pay-ledger'
import type { PayOrder } from './pay-order'

interface Shipping {
  readonly transactionId: string
  readonly uploadedAt: number
  readonly uploads: number
  readonly complete: boolean
  readonly request: object
}

interface Parcel {
  tracking_no?: unknown
  express_company?: unknown
  item_desc?: unknown
  contact?: { consignor_contact?: unknown; receiver_contact?: unknown }
}

const EXPRESS = 1
const LOGISTICS_TYPES = [1, 2, 3, 4]
const UNIFIED = 1
const SPLIT = 2
const MOST_PARCELS = 15
const LONGEST_DESCRIPTION = 120
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/**
 * `openapi.wxa.sec.order.uploadShippingInfo`: kept for a paid order, once and one time again, refused
 * with WeChat's codes otherwise.
 */
export function uploadShippingInfo(state: StateFile, ledger: PayLedger, clock: Clock): OpenApi {
  const table = state.table<Shipping>('shippings')
  return (args) => {
    const order = orderOf(args, ledger)
    checkPayer(args, order)
    checkRequest(args)
    const transactionId = order.transactionId!
    const earlier = table.get(transactionId)
    const reshipped = earlier?.complete === true && earlier.uploads >= 2
    if (reshipped) throw new WeChatError(10060003, '支付单已使用重新发货机会')
    table.set(transactionId, {
      transactionId,
      uploadedAt: clock.now(),
      uploads: (earlier?.uploads ?? 0) + 1,
      complete: args['delivery_mode'] !== SPLIT || args['is_all_delivered'] === true,
      request: args,
    })
    return {}
  }
}

function orderOf(args: Parameters<OpenApi>[0], ledger: PayLedger): PayOrder {
  const key = (args['order_key'] ?? {}) as Record<string, unknown>
  let order: PayOrder | undefined
  if (key['order_number_type'] === 2) {
    if (!isText(key['transaction_id'])) {
      throw new WeChatError(268485195, '微信支付单号形式下必须填写 transaction_id')
    }
    order = ledger.orderByTransactionId(String(key['transaction_id']))
  } else if (key['order_number_type'] === 1) {
    if (!isText(key['mchid'])) throw new WeChatError(268485196, '商户侧单号形式下必须填写 mchid')
    const found = ledger.orders.get(String(key['out_trade_no']))
    order = found?.subMchId === key['mchid'] ? found : undefined
  } else {
    throw new WeChatError(268485194, '订单单号类型非法')
  }
  if (!order) throw new WeChatError(10060001, '支付单不存在')
  const refunded = ledger
    .refundsOf(order.outTradeNo)
    .reduce((sum, refund) => sum + refund.refundFee, 0)
  if (order.state !== 'SUCCESS' || refunded >= order.totalFee) {
    throw new WeChatError(10060004, '支付单处于不可发货的状态')
  }
  return order
}

function checkPayer(args: Parameters<OpenApi>[0], order: PayOrder): void {
  const { openid } = (args['payer'] ?? {}) as { openid?: unknown }
  if (openid !== order.paidBy) {
    throw new WeChatError(10060031, '该笔支付单不属于 openid 所指定的用户')
  }
}

function checkRequest(args: Parameters<OpenApi>[0]): void {
  const type = args['logistics_type']
  const mode = args['delivery_mode']
  if (!LOGISTICS_TYPES.includes(Number(type))) throw new WeChatError(10060005, '物流类型有误')
  if (mode !== UNIFIED && mode !== SPLIT) throw new WeChatError(268485224, '发货模式非法')
  if (mode === SPLIT && type !== EXPRESS) {
    throw new WeChatError(10060006, '非快递发货时不允许分拆发货')
  }
  if (mode === SPLIT && typeof args['is_all_delivered'] !== 'boolean') {
    throw new WeChatError(10060007, '分拆发货模式下必须填写 is_all_delivered 参数')
  }
  if (!RFC3339.test(String(args['upload_time']))) {
    throw new WeChatError(268485216, '上传时间非法，请使用 RFC 3339 格式')
  }
  const parcels = Array.isArray(args['shipping_list']) ? (args['shipping_list'] as Parcel[]) : []
  if (parcels.length === 0) throw new WeChatError(10060014, '参数错误: shipping_list')
  if (parcels.length > (mode === UNIFIED ? 1 : MOST_PARCELS)) {
    throw new WeChatError(10060024, '物流信息列表太长')
  }
  for (const parcel of parcels) checkParcel(parcel, type === EXPRESS)
}

function checkParcel(parcel: Parcel, express: boolean): void {
  if (!isText(parcel.item_desc)) throw new WeChatError(10060008, '商品描述 item_desc 字段不能为空')
  if ([...String(parcel.item_desc)].length > LONGEST_DESCRIPTION) {
    throw new WeChatError(10060009, '商品描述 item_desc 字段太长')
  }
  if (!express) return
  if (!isText(parcel.tracking_no)) throw new WeChatError(268485228, '物流单号不能为空')
  if (!isText(parcel.express_company)) throw new WeChatError(268485227, '物流公司编码不能为空')
  if (String(parcel.tracking_no).length > 128) throw new WeChatError(10060026, '物流单号太长')
  if (String(parcel.express_company).length > 128) {
    throw new WeChatError(10060025, '物流公司编码太长')
  }
  const { consignor_contact, receiver_contact } = parcel.contact ?? {}
  if (parcel.express_company === 'SF' && !isText(consignor_contact) && !isText(receiver_contact)) {
    throw new WeChatError(10060014, '参数错误: 顺丰快递必须填写 contact')
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
