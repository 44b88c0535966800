import type { HandlerOf } from '../../_kit/handler-of'

export const noteOrder: HandlerOf<'console.noteOrder'> = (
  { orderId, note },
  { fail, transaction },
) =>
  transaction(async (tx) => {
    if (!(await tx.orders.get(orderId))) return fail('ORDER_NOT_FOUND')
    await tx.orders.update(orderId, { staffNote: note })
    return { staffNote: note }
  })
