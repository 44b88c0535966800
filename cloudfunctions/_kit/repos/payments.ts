import { command } from '../cloud'
import { db } from '../db'
import type { PaymentDocument } from '../documents/order'

/** Pending payments that WeChat Pay should be asked about by now. */
export const listPaymentsToCheck = (now: number, limit: number): Promise<PaymentDocument[]> =>
  db.payments.find({
    index: 'stateCheck',
    where: { state: 'pending', checkAt: command.lte(now) },
    order: [
      ['checkAt', 1],
      ['_id', 1],
    ],
    limit,
  })
