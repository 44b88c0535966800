/**
 * Messages that somebody can ask for, `alert` the owner and managers; each stands for one template of
 * the company's.
 */
export const messageKinds = [
  'orderPaid',
  'orderShipped',
  'orderReady',
  'afterSaleAnswered',
  'afterSaleRefunded',
  'invoiceIssued',
  'alert',
] as const
export type MessageKind = (typeof messageKinds)[number]
/** About an after-sale case: what the shop says to it, and that the money is back. */
export type AfterSaleMessage = 'afterSaleAnswered' | 'afterSaleRefunded'

/** What a message can say; a template's fields choose among these. */
export const messageFacts = [
  'number',
  'goods',
  'total',
  'paidAt',
  'shippedAt',
  'carrier',
  'trackingNumber',
  'pickupCode',
  'store',
  'hint',
  'problem',
  'count',
  'noticedAt',
  'progress',
  'changedAt',
] as const
export type MessageFact = (typeof messageFacts)[number]
