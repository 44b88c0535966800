import { addMoney, noMoney } from '../../shared/domain/balance-day'
import { shanghaiDate, shanghaiHour, startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import { db } from '../_kit/db'
import { moneyStages } from '../_kit/documents/ledger'
import type { MoneyDayDocument, MoneyProgress } from '../_kit/documents/ledger'
import { logProblem } from '../_kit/log'
import type { Run } from '../_kit/outbox/run'
import type { Period } from '../_kit/repos/money'
import { transaction } from '../_kit/transaction'
import { moneyBatches } from './money-stages'
import type { Finding } from './money-stages'

/** The books are checked from this hour on, in Asia/Shanghai. */
const checkHour = 3
/** Days that were missed are made up for, at most so many. */
const daysBack = 3
/** A document does not grow for ever; the log has all of them. */
const mostDifferences = 200

/** The last day this instance knows to be done, so that a minute without work costs no call. */
let lastDone = ''

/**
 * Checks the money of every day in the night after it: batch by batch, going on where it was, each
 * batch counted once however many timers run. What it finds is kept with the day and logged.
 */
export async function checkMoney(run: Run): Promise<number> {
  if (shanghaiHour(run.now) < checkHour) return 0
  const yesterday = shanghaiDate(startOfShanghaiDay(run.now, -1))
  if (lastDone === yesterday) return 0
  let checked = 0
  while (!run.isOver?.()) {
    const day = await nextDay(run.now)
    if (!day) {
      lastDone = yesterday
      break
    }
    await doBatch(day, run.now)
    checked += 1
  }
  return checked
}

/** The earliest day that is not done: on the first night only the last one. */
async function nextDay(now: number): Promise<MoneyDayDocument | undefined> {
  const starts = Array.from({ length: daysBack }, (_, index) =>
    startOfShanghaiDay(now, index - daysBack),
  )
  const known = await db.moneydays.getMany(starts.map(shanghaiDate))
  const first = starts.findIndex((start) => known.has(shanghaiDate(start)))
  const wanted = first === -1 ? starts.slice(-1) : starts.slice(first)
  for (const start of wanted) {
    const day = known.get(shanghaiDate(start))
    if (!day) return newDay(shanghaiDate(start), now)
    if (day.progress) return day
  }
  return undefined
}

const newDay = (date: string, now: number): MoneyDayDocument => ({
  _id: date,
  orders: 0,
  receivedFen: noMoney,
  refundedFen: noMoney,
  differences: [],
  checkedAt: now,
  progress: { stage: moneyStages[0], step: 0 },
})

async function doBatch(day: MoneyDayDocument, now: number): Promise<void> {
  const { stage, cursor, step } = day.progress!
  const finding = await moneyBatches[stage]({ period: periodOf(day), now, cursor })
  const isMine = await transaction(async (tx) => {
    const current = (await tx.moneydays.get(day._id)) ?? day
    if (current.progress?.step !== step) return false
    await tx.moneydays.put(withFinding(current, current.progress, finding, now))
    return true
  })
  if (!isMine) return
  for (const difference of finding.differences)
    logProblem('moneyDifference', { day: day._id, ...difference })
}

function periodOf({ _id: date }: MoneyDayDocument): Period {
  const noon = Date.parse(`${date}T04:00:00Z`)
  return { from: startOfShanghaiDay(noon), to: startOfShanghaiDay(noon, 1) }
}

function withFinding(
  { progress: _done, ...day }: MoneyDayDocument,
  progress: MoneyProgress,
  finding: Finding,
  now: number,
): MoneyDayDocument {
  const next = nextProgress(progress, finding)
  return {
    ...day,
    orders: day.orders + finding.orders,
    receivedFen: addMoney(day.receivedFen, finding.received),
    refundedFen: addMoney(day.refundedFen, finding.refunded),
    differences: [...day.differences, ...finding.differences].slice(0, mostDifferences),
    checkedAt: now,
    ...(next ? { progress: next } : {}),
  }
}

/** On in the stage, or to the next one; nothing after the last. */
function nextProgress(
  { stage, step }: MoneyProgress,
  { cursor }: Finding,
): MoneyProgress | undefined {
  if (cursor !== undefined) return { stage, cursor, step: step + 1 }
  const next = moneyStages[moneyStages.indexOf(stage) + 1]
  return next === undefined ? undefined : { stage: next, step: step + 1 }
}
