import type { OrderAction, OrderCard } from '../../../shared/contract/order-parts'
import type { MessageTexts } from '../../../shared/messages/messages'

type Texts = MessageTexts['orders']
type State = OrderCard['state']

/** The state in one word, for lists. */
export const stateWord = (state: State, t: Texts): string =>
  ({
    pendingPayment: t.statePendingPayment,
    grouping: t.stateGrouping,
    paid: t.statePaid,
    ready: t.stateReady,
    shipped: t.stateShipped,
    completed: t.stateCompleted,
    cancelled: t.stateCancelled,
    refunding: t.stateRefunding,
    refunded: t.stateRefunded,
  })[state]

/** The state as a headline, for one order. */
export const stateHeadline = (state: State, t: Texts): string =>
  ({
    pendingPayment: t.headPendingPayment,
    grouping: t.headGrouping,
    paid: t.headPaid,
    ready: t.headReady,
    shipped: t.headShipped,
    completed: t.headCompleted,
    cancelled: t.headCancelled,
    refunding: t.headRefunding,
    refunded: t.headRefunded,
  })[state]

export interface ActionButton {
  action: OrderAction
  text: string
  isPrimary: boolean
}

/** Actions that are what the order waits for: drawn filled when they come first. */
const primaries: ReadonlySet<OrderAction> = new Set(['pay', 'confirmReceipt', 'review'])

/** What can be done now as buttons: the most important one last, at the thumb. */
export function actionButtons(actions: readonly OrderAction[], t: Texts): ActionButton[] {
  const words: Record<OrderAction, string> = {
    pay: t.pay,
    cancel: t.cancelOrder,
    confirmReceipt: t.confirmReceipt,
    review: t.review,
    remind: t.remind,
    changeAddress: t.changeAddress,
    afterSale: t.afterSale,
    buyAgain: t.buyAgain,
  }
  return actions
    .map((action, index) => ({
      action,
      text: words[action],
      isPrimary: index === 0 && primaries.has(action),
    }))
    .reverse()
}
