import { console as consoleActions } from '../../shared/contract/console'
import { serve } from '../_kit/serve'
import { getOrder } from './get-order'
import { getShipping } from './get-shipping'
import { listOrders } from './list-orders'
import { ship } from './ship'

export const main = serve(consoleActions, {
  'console.getShipping': getShipping,
  'console.listOrders': listOrders,
  'console.getOrder': getOrder,
  'console.ship': ship,
})
