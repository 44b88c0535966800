import { console as consoleActions } from '../../shared/contract/console'
import { serve } from '../_kit/serve'
import { careHandlers } from './care/handlers'
import { companyHandlers } from './company/handlers'
import { getOrder } from './orders/open-order'
import { getShipping } from './get-shipping'
import { goodsHandlers } from './goods/handlers'
import { healthHandlers } from './health/handlers'
import { listOrders } from './list-orders'
import { ordersHandlers } from './orders/handlers'
import { promotionsHandlers } from './promotions/handlers'
import { ship } from './ship'

export const main = serve(consoleActions, {
  'console.getShipping': getShipping,
  'console.listOrders': listOrders,
  'console.getOrder': getOrder,
  'console.ship': ship,
  ...ordersHandlers,
  ...goodsHandlers,
  ...careHandlers,
  ...promotionsHandlers,
  ...companyHandlers,
  ...healthHandlers,
})
