import type { MessageTemplate } from '../../cloudfunctions/_kit/documents/catalog'
import type { MessageKind } from '../../shared/contract/member'

interface DemoTemplate extends MessageTemplate {
  title: string
  kind: 'one-time'
  labels: Record<string, string>
}

/** Subscribe-message templates as the demo company has picked them in WeChat's library. */
export const demoTemplates: Record<MessageKind, DemoTemplate> = {
  orderPaid: {
    id: 'yunshan-order-paid-0001',
    title: '付款成功通知',
    kind: 'one-time',
    fields: {
      character_string1: 'number',
      thing2: 'goods',
      amount3: 'total',
      time4: 'paidAt',
      thing5: 'hint',
    },
    labels: {
      character_string1: '订单编号',
      thing2: '商品',
      amount3: '金额',
      time4: '付款时间',
      thing5: '备注',
    },
  },
  orderShipped: {
    id: 'yunshan-order-shipped-0001',
    title: '发货通知',
    kind: 'one-time',
    fields: {
      character_string1: 'number',
      thing2: 'goods',
      thing3: 'carrier',
      character_string4: 'trackingNumber',
      time5: 'shippedAt',
    },
    labels: {
      character_string1: '订单编号',
      thing2: '商品',
      thing3: '快递',
      character_string4: '运单号',
      time5: '发货时间',
    },
  },
}
