import { order } from '../../shared/contract/order'
import { serve } from '../_kit/serve'
import { buyAgain } from './buy-again'
import { cancel } from './cancel'
import { changeCart } from './change-cart'
import { confirmPayment } from './confirm-payment'
import { confirmReceipt } from './confirm-receipt'
import { get } from './get'
import { getCart } from './get-cart'
import { getLive } from './get-live'
import { list } from './list'
import { pay } from './pay'
import { place } from './place'
import { quote } from './quote'

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
})
