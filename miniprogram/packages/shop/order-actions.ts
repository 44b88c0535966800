import type { Address } from '../../../shared/contract/member'
import type { CancelReason } from '../../../shared/contract/order'
import type { OrderAction } from '../../../shared/contract/order-parts'
import { change } from '../../lib/call'
import { loadCart } from '../../lib/cart'
import { sayFailure } from '../../lib/failure'
import { fill, textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { priceText } from '../../lib/price-text'
import { loadMe } from '../../lib/session'
import { pay } from './pay'

export interface Actionable {
  id: string
  outTradeNo: string
  totalFen: number
  isPaid: boolean
  /** To review the only line at once. */
  skuIds: readonly string[]
  /** Something changed after the action had answered: the page reads the order again. */
  reload(): void
}

const reasons = [
  'changedMind',
  'wrongItem',
  'wrongAddress',
  'tooSlow',
  'other',
] as const satisfies readonly CancelReason[]

/** Does one of an order's actions, asking first what cannot be undone; true when it may have changed. */
export async function actOnOrder(action: OrderAction, order: Actionable): Promise<boolean> {
  const hasChanged = await acts[action](order)
  if (hasChanged) void loadMe()
  return hasChanged
}

const acts: Record<OrderAction, (order: Actionable) => Promise<boolean>> = {
  pay: payNow,
  cancel,
  confirmReceipt,
  buyAgain,
  remind,
  changeAddress: async (order) => changeAddress(order),
  review: async (order) => review(order),
  afterSale: async ({ id }) => {
    nav.open('afterSaleAsk', { orderId: id })
    return false
  },
}

async function payNow({ outTradeNo }: Actionable): Promise<boolean> {
  const { orders } = textsOf(['orders'])
  const paying = await pay(outTradeNo)
  if (paying.outcome === 'refused') sayFailure(paying)
  else if (paying.outcome === 'waiting') {
    say(paying.reason === 'cancelled' ? orders.payCancelled : orders.payFailed)
  } else nav.open('paid', { outTradeNo })
  return true
}

async function cancel({ id, totalFen, isPaid }: Actionable): Promise<boolean> {
  const { orders } = textsOf(['orders'])
  const words: Record<CancelReason, string> = {
    changedMind: orders.reasonChangedMind,
    wrongItem: orders.reasonWrongItem,
    wrongAddress: orders.reasonWrongAddress,
    tooSlow: orders.reasonTooSlow,
    other: orders.reasonOther,
  }
  // Closing the sheet is an answer too: the order stays.
  const chosen = await wx
    .showActionSheet({
      alertText: orders.cancelSure,
      itemList: reasons.map((reason) => words[reason]),
    })
    .catch(() => undefined)
  const reason = chosen && reasons[chosen.tapIndex]
  if (!reason) return false
  const result = await change('order.cancel', { orderId: id, reason })
  if (!result.ok) sayFailure(result)
  else if (isPaid) say(fill(orders.cancelledPaid, { amount: priceText(totalFen, 'always') }))
  return true
}

async function confirmReceipt({ id }: Actionable): Promise<boolean> {
  const { orders } = textsOf(['orders'])
  const { confirm } = await wx.showModal({
    title: orders.receiptSure,
    content: orders.receiptLine,
    confirmText: orders.receiptYes,
    cancelText: orders.receiptNo,
  })
  if (!confirm) return false
  const result = await change('order.confirmReceipt', { orderId: id })
  if (!result.ok) sayFailure(result)
  return true
}

async function buyAgain({ id }: Actionable): Promise<boolean> {
  const { orders } = textsOf(['orders'])
  const result = await change('order.buyAgain', { orderId: id })
  if (!result.ok) {
    sayFailure(result)
    return false
  }
  const { added: count, missing } = result.data
  void loadCart()
  nav.open('cart')
  say(
    missing.length === 0
      ? fill(orders.addedAll, { count })
      : fill(orders.addedSome, { count, names: missing.join(orders.nameSeparator) }),
  )
  return false
}

async function remind({ id }: Actionable): Promise<boolean> {
  const { orders } = textsOf(['orders'])
  const result = await change('order.remind', { orderId: id })
  if (result.ok) say(orders.reminded)
  else sayFailure(result)
  return !result.ok
}

/** Going back without an address is an answer too: nothing is waited for. */
function changeAddress({ id, reload }: Actionable): boolean {
  nav.openFor('addresses', { pick: '1' }, (address: Address) => {
    void sendElsewhere(id, address.id).then(reload)
  })
  return false
}

async function sendElsewhere(orderId: string, addressId: string): Promise<void> {
  const { orders } = textsOf(['orders'])
  const result = await change('order.changeAddress', { orderId, addressId })
  if (result.ok) say(orders.addressChanged)
  else sayFailure(result)
}

function review({ id, skuIds }: Actionable): boolean {
  const [skuId] = skuIds
  if (skuId !== undefined && skuIds.length === 1) nav.open('writeReview', { orderId: id, skuId })
  else nav.open('myReviews', {})
  return false
}

function say(title: string): void {
  void wx.showToast({ title, icon: 'none', duration: 2500 })
}
