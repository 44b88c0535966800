import { shanghaiHour, startOfShanghaiDay } from './shanghai-time'

/** The last parcel of the day leaves at this hour in Asia/Shanghai. */
const lastParcelHour = 18

/** Orders paid before this hour are packed in time for it. */
const cutoffHour = 16

const hourMs = 3_600_000

/** Whether an order paid at this instant leaves today or tomorrow. */
export const shippingDay = (paidAt: number): 'today' | 'tomorrow' =>
  shanghaiHour(paidAt) < cutoffHour ? 'today' : 'tomorrow'

/** When an order paid at this instant has to have left: with the last parcel of its day. */
export const shipByOf = (paidAt: number): number =>
  startOfShanghaiDay(paidAt, shippingDay(paidAt) === 'today' ? 0 : 1) + lastParcelHour * hourMs
