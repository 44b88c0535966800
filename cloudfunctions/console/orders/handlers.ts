import type { consoleOrders } from '../../../shared/contract/console-orders'
import type { Handlers } from '../../_kit/serve'
import { discountOrder } from './discount-order'
import { findOrders } from './find-orders'
import { finishShipping } from './finish-shipping'
import { getTasks } from './get-tasks'
import { issueInvoice, listInvoices } from './invoices'
import { noteOrder } from './note-order'
import { openOrder } from './open-order'
import { findPickup, handOver, makeReady } from './pickup'
import { sendCourier } from './send-courier'
import { listTroubles, retryEffect } from './troubles'

export const ordersHandlers: Handlers<typeof consoleOrders> = {
  'console.getTasks': getTasks,
  'console.findOrders': findOrders,
  'console.openOrder': openOrder,
  'console.noteOrder': noteOrder,
  'console.discountOrder': discountOrder,
  'console.sendCourier': sendCourier,
  'console.finishShipping': finishShipping,
  'console.makeReady': makeReady,
  'console.findPickup': findPickup,
  'console.handOver': handOver,
  'console.listInvoices': listInvoices,
  'console.issueInvoice': issueInvoice,
  'console.listTroubles': listTroubles,
  'console.retryEffect': retryEffect,
}
