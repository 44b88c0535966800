import type { OrderAction, OrderCard } from '../../../shared/contract/order'
import type { MessageTexts } from '../../../shared/messages/messages'

type Texts = MessageTexts['orders']
type State = OrderCard['state']

/** The state in one word, for lists. */
export const stateWord = (state: State, t: Texts): string =>
  ({
    pendingPayment: t.statePendingPayment,
    paid: t.statePaid,
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
    paid: t.headPaid,
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

/** What can be done now as buttons: the most important one last, at the thumb. */
export function actionButtons(actions: readonly OrderAction[], t: Texts): ActionButton[] {
  const words: Record<OrderAction, string> = {
    pay: t.pay,
    cancel: t.cancelOrder,
    confirmReceipt: t.confirmReceipt,
    buyAgain: t.buyAgain,
  }
  return actions
    .map((action, index) => ({
      action,
      text: words[action],
      isPrimary: index === 0 && action !== 'cancel' && action !== 'buyAgain',
    }))
    .reverse()
}
