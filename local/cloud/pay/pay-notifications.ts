import type { Clock } from '../clock'
import { cloudPayPaid, cloudPayRefunded } from './cloud-pay/notification'
import type { Forgery } from './forgery'
import { plainPaid, plainRefunded } from './integration-center/notification'
import type { Merchant } from './merchant'
import type { PayCallbacks } from './pay-callbacks'
import type { PayOrder, PayRefund } from './pay-order'

export interface PayNotifications {
  /** Tells of a payment now; true when it was acknowledged at once. */
  tellPaid(order: PayOrder, forgery: Forgery): Promise<boolean>
  tellPaidLater(order: PayOrder, forgery: Forgery, delayMs: number): void
  /** Tells of a refund, if anybody asked to be told. */
  tellRefund(order: PayOrder, refund: PayRefund): Promise<void>
}

/** Notifications in the form of the door that their order came through. */
export function createPayNotifications(
  merchant: Merchant,
  clock: Clock,
  callbacks: PayCallbacks,
): PayNotifications {
  const paid = (order: PayOrder, forgery: Forgery) => ({
    functionName: order.functionName,
    ...(order.door === 'integrationCenter'
      ? { event: plainPaid(order, merchant, forgery), isRelayed: true }
      : { event: cloudPayPaid(order, merchant, forgery), isRelayed: false }),
  })
  return {
    tellPaid: (order, forgery) => callbacks.send(paid(order, forgery)),
    tellPaidLater: (order, forgery, delayMs) =>
      callbacks.sendAt(clock.now() + delayMs, paid(order, forgery)),
    async tellRefund(order, refund) {
      const { functionName } = refund
      if (!functionName) return
      await callbacks.send(
        order.door === 'integrationCenter'
          ? { functionName, event: plainRefunded(order, refund, merchant), isRelayed: true }
          : { functionName, event: cloudPayRefunded(order, refund, merchant), isRelayed: false },
      )
    },
  }
}
