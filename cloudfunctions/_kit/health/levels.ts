import { shanghaiDate, startOfShanghaiDay } from '../../../shared/domain/shanghai-time'
import { minuteMs } from '../clock'
import { db } from '../db'
import type { HealthDocument } from '../documents/health'
import { countEffects, countStuckRefunds, listHealth } from '../repos/health'
import type { Levels } from './due-alerts'

/** The timer runs every minute; so long a pause is worth a word. */
export const longestSilenceMs = 10 * minuteMs
const hourMs = 60 * minuteMs

/** One mistake in fifty calls, and more than a handful of them. */
const fewErrors = 5
const errorsInCalls = 50

/** How much there is of what the owner is told of. */
export async function readLevels(now: number, silenceMs: number): Promise<Levels> {
  const [dead, stuckRefunds, money, hours] = await Promise.all([
    countEffects('dead', now),
    countStuckRefunds(),
    countMoneyDifferences(now),
    listHealth(now - (now % hourMs) - hourMs),
  ])
  return {
    dead,
    stuckRefunds,
    money,
    timerSilent: silenceMs > longestSilenceMs ? Math.round(silenceMs / minuteMs) : 0,
    errors: errorLevel(hours),
  }
}

/** Of the last two nights, so that one that is done late is not missed. */
async function countMoneyDifferences(now: number): Promise<number> {
  const dates = [1, 2].map((back) => shanghaiDate(startOfShanghaiDay(now, -back)))
  const days = await db.moneydays.getMany(dates, ['differences'])
  return [...days.values()].reduce((sum, { differences }) => sum + differences.length, 0)
}

/** The number of mistakes, when there are many for so many calls. */
function errorLevel(hours: readonly HealthDocument[]): number {
  const counts = hours.flatMap(({ actions }) => Object.values(actions))
  const sum = (what: 'calls' | 'errors') => counts.reduce((all, each) => all + each[what], 0)
  const errors = sum('errors')
  return errors > fewErrors && errors * errorsInCalls > sum('calls') ? errors : 0
}
