import { shanghaiDate, startOfShanghaiDay } from '../../../shared/domain/shanghai-time'
import { db } from '../../_kit/db'
import type { MoneyDayDocument } from '../../_kit/documents/ledger'

const days = 7

/** What the nightly check found in the last week, the newest day first. */
export async function lastMoneyDays(now: number): Promise<MoneyDayDocument[]> {
  const dates = Array.from({ length: days }, (_, back) =>
    shanghaiDate(startOfShanghaiDay(now, -back)),
  )
  const found = await db.moneydays.getMany(dates)
  return dates.flatMap((date) => found.get(date) ?? [])
}
