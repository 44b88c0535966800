import { shanghaiHour, startOfShanghaiDay } from './shanghai-time'

/** Orders paid before this hour in Asia/Shanghai leave the house the same day. */
export const shippingCutoffHour = 18

/** Whether an order paid at this instant leaves today or tomorrow. */
export const shippingDay = (paidAt: number): 'today' | 'tomorrow' =>
  shanghaiHour(paidAt) < shippingCutoffHour ? 'today' : 'tomorrow'

/** The last instant at which an order paid at `paidAt` is shipped in time: the end of its day. */
export const shipByOf = (paidAt: number): number =>
  startOfShanghaiDay(paidAt, shippingDay(paidAt) === 'today' ? 1 : 2) - 1
