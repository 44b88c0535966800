import { prices } from './prices'

/** What a company expects in a month. */
export interface Expectation {
  users: number
  orders: number
}

/**
 * How an average month is lived. What a visit, an order and the timer take is measured by
 * `tests/shop/month.test.ts`, which fails when these are no longer so; how often people come, what they buy
 * and how much of the pictures a phone has kept is guessed.
 */
export const habits = {
  visitsPerUser: 4,
  /** Home, shelf, a search, two products, cart. */
  visit: { functions: 12, operations: 33 },
  /** From the checkout to the parcel's arrival, staff and WeChat Pay included. */
  order: { functions: 12, operations: 52 },
  /** The timer runs every minute of the month. */
  timerRuns: 43_800,
  timerRun: { functions: 1, operations: 24 },
  /** Pictures that a phone has not kept from before. */
  megabytesPerVisit: 1.5,
  picturesGB: 2,
  megabytesPerOrder: 0.5,
  orderFen: 12_000,
}

export interface CostLine {
  says: string
  yuan: number
}

/** What a month costs about, line by line, with the numbers behind it. */
export function estimateCost({ users, orders }: Expectation): CostLine[] {
  const visits = users * habits.visitsPerUser
  const callsOf = (times: number, { functions, operations }: typeof habits.visit) =>
    times * (functions + operations)
  const people = callsOf(visits, habits.visit) + callsOf(orders, habits.order)
  const calls = people + callsOf(habits.timerRuns, habits.timerRun)
  const storageGB = habits.picturesGB + (orders * 12 * habits.megabytesPerOrder) / 1024
  const trafficGB = (visits * habits.megabytesPerVisit) / 1024
  const { base } = prices
  const beyond = (used: number, included: number) => Math.max(0, used - included)
  return [
    { says: 'Cloud Development, smallest package', yuan: base.yuan },
    {
      says: `${round(calls)} calls, ${round(people)} of them for people and the rest of the timer, whose minutes cost without anybody too`,
      yuan: callsCost(beyond(calls, base.calls)),
    },
    {
      says: `${storageGB.toFixed(1)} GB of files after a year`,
      yuan: packs(beyond(storageGB, base.storageGB), prices.storageGB),
    },
    {
      says: `${trafficGB.toFixed(1)} GB of pictures to phones`,
      yuan: beyond(trafficGB, base.trafficGB) * prices.trafficGB.yuan,
    },
    {
      says: `WeChat Pay's share of ${round((orders * habits.orderFen) / 100)} yuan`,
      yuan: (orders * habits.orderFen * prices.payment.share) / 100,
    },
  ]
}

const packs = (used: number, { yuan, per }: { yuan: number; per: number }) =>
  Math.ceil(used / per) * yuan

/** By use or by packages, whichever is cheaper. */
const callsCost = (beyond: number) =>
  Math.min(packs(beyond, prices.calls), packs(beyond, prices.callsByUse))

/** What the estimate stands on, to be printed below it. */
export const assumptions = (): string[] => [
  `measured by tests/shop/month.test.ts: ${taken('a visit', habits.visit)}, ${taken('an order', habits.order)}, ${taken('a minute of the timer', habits.timerRun)}`,
  `guessed: a user comes ${habits.visitsPerUser} times with ${habits.megabytesPerVisit} MB of new pictures each time, an order is of ${habits.orderFen / 100} yuan and leaves ${habits.megabytesPerOrder} MB of pictures, the shop has ${habits.picturesGB} GB`,
  ...Object.entries({
    'the package': prices.base,
    'calls in packages': prices.calls,
    'calls by use': prices.callsByUse,
    'files in packages': prices.storageGB,
    traffic: prices.trafficGB,
    payment: prices.payment,
  }).map(([name, { source }]) => `price of ${name}, as of ${prices.asOf}: ${source}`),
]

const taken = (what: string, { functions, operations }: typeof habits.visit) =>
  `${what} is ${functions} functions and ${operations} operations`

const round = (value: number) => Math.round(value).toLocaleString('en')
