import { order } from '../../shared/contract/order'
import { serve } from '../_kit/serve'
import { askInvoice } from './ask-invoice'
import { buyAgain } from './buy-again'
import { cancel } from './cancel'
import { changeAddress } from './change-address'
import { changeCart } from './change-cart'
import { confirmPayment } from './confirm-payment'
import { confirmReceipt } from './confirm-receipt'
import { get } from './get'
import { getAfter } from './get-after'
import { getCart } from './get-cart'
import { getLive } from './get-live'
import { list } from './list'
import { pay } from './pay'
import { place } from './place'
import { quote } from './quote'
import { readInvoice } from './read-invoice'
import { remind } from './remind'
import { search } from './search'

export const main = serve(order, {
  'order.getCart': getCart,
  'order.changeCart': changeCart,
  'order.quote': quote,
  'order.place': place,
  'order.pay': pay,
  'order.confirmPayment': confirmPayment,
  'order.list': list,
  'order.get': get,
  'order.getLive': getLive,
  'order.cancel': cancel,
  'order.confirmReceipt': confirmReceipt,
  'order.buyAgain': buyAgain,
  'order.askInvoice': askInvoice,
  'order.changeAddress': changeAddress,
  'order.getAfter': getAfter,
  'order.readInvoice': readInvoice,
  'order.remind': remind,
  'order.search': search,
})
