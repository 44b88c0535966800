import type { MessageTemplate } from '../../cloudfunctions/_kit/documents/catalog'
import type { MessageKind } from '../../shared/domain/message-kinds'

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
  orderReady: {
    id: 'yunshan-order-ready-0001',
    title: '取货通知',
    kind: 'one-time',
    fields: {
      character_string1: 'pickupCode',
      thing2: 'store',
      thing3: 'goods',
      thing4: 'hint',
    },
    labels: {
      character_string1: '取货码',
      thing2: '取货点',
      thing3: '商品',
      thing4: '备注',
    },
  },
  afterSaleAnswered: {
    id: 'yunshan-after-sale-answered-0001',
    title: '售后进度通知',
    kind: 'one-time',
    fields: {
      character_string1: 'number',
      thing2: 'goods',
      thing3: 'progress',
      time4: 'changedAt',
      thing5: 'hint',
    },
    labels: {
      character_string1: '售后单号',
      thing2: '商品',
      thing3: '处理结果',
      time4: '处理时间',
      thing5: '备注',
    },
  },
  afterSaleRefunded: {
    id: 'yunshan-after-sale-refunded-0001',
    title: '退款到账通知',
    kind: 'one-time',
    fields: {
      character_string1: 'number',
      thing2: 'goods',
      amount3: 'total',
      time4: 'changedAt',
      thing5: 'hint',
    },
    labels: {
      character_string1: '售后单号',
      thing2: '商品',
      amount3: '退款金额',
      time4: '退款时间',
      thing5: '备注',
    },
  },
  invoiceIssued: {
    id: 'yunshan-invoice-issued-0001',
    title: '开票成功通知',
    kind: 'one-time',
    fields: {
      character_string1: 'number',
      thing2: 'goods',
      amount3: 'total',
      time4: 'changedAt',
      thing5: 'hint',
    },
    labels: {
      character_string1: '订单编号',
      thing2: '商品',
      amount3: '开票金额',
      time4: '开票时间',
      thing5: '备注',
    },
  },
  alert: {
    id: 'yunshan-alert-0001',
    title: '系统异常提醒',
    kind: 'one-time',
    fields: {
      thing1: 'problem',
      number2: 'count',
      time3: 'noticedAt',
      thing4: 'hint',
    },
    labels: {
      thing1: '异常内容',
      number2: '数量',
      time3: '发现时间',
      thing4: '备注',
    },
  },
}
