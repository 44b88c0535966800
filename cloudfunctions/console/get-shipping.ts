import type { HandlerOf } from '../_kit/handler-of'
import { countShipping } from '../_kit/repos/shipping'

export const getShipping: HandlerOf<'console.getShipping'> = async (_input, { now }) => {
  const [toShip, dueToday, overdue] = await Promise.all([
    countShipping('toShip', now),
    countShipping('dueToday', now),
    countShipping('overdue', now),
  ])
  return { toShip, dueToday, overdue }
}
