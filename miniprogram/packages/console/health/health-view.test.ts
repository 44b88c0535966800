import { expect, test } from '@jest/globals'
import type { Health } from '../../../../shared/contract/console-health'
import { messages } from '../../../../shared/messages/messages'
import { toHealthView } from './health-view'

const t = messages['zh-CN'].health
const now = Date.UTC(2026, 2, 22, 1)
const well: Health = {
  now,
  calls: 120,
  errors: 0,
  failing: [],
  slow: [],
  outbox: { overdue: { count: 0 }, waiting: 0, unclear: 0, dead: 0 },
  stuckRefunds: 0,
  paymentsToCheck: { count: 0 },
  nights: [{ date: '2026-03-21', differences: 0, isFinished: true }],
  timer: { lastRunAt: now - 30_000, failed: [] },
  alerts: { isOn: true, mine: 2 },
}

test('a shop that runs well has nothing to see to', () => {
  const view = toHealthView(well, t)
  expect(view).toMatchObject({ isWell: true, wrong: [], headline: '都好好的' })
  expect(view.timer).toBe('定时任务正常，上次在 3-22 8:59')
  expect(view.alerts.canAsk).toBe(true)
})

test('what is wrong says what to do, and leads to the troubles where they tell more', () => {
  const view = toHealthView(
    {
      ...well,
      stuckRefunds: 1,
      outbox: { overdue: { count: 3, since: now - 600_000 }, waiting: 9, unclear: 1, dead: 2 },
      paymentsToCheck: { count: 4, since: now - 600_000 },
      nights: [{ date: '2026-03-21', differences: 2, isFinished: true }],
      timer: { lastRunAt: now - 20 * 60_000, failed: ['clean'] },
      failing: [{ action: 'order.place', calls: 40, errors: 2, p95Ms: 100 }],
    },
    t,
  )
  expect(view.isWell).toBe(false)
  expect(view.wrong.map(({ id, isTrouble }) => `${id}${isTrouble ? ' >' : ''}`)).toEqual([
    'timer',
    'stuck >',
    '2026-03-21 >',
    'payments',
    'dead >',
    'overdue',
    'unclear',
  ])
  expect(view.wrong.every(({ line }) => line.length > 5 && !line.includes('{'))).toBe(true)
  expect(view.headline).toBe('有 8 件事要看一眼')
  expect(view.timer).toBe('')
})

test('a timer that never ran is told as one', () => {
  expect(toHealthView({ ...well, timer: { failed: [] } }, t).wrong[0]?.line).toContain('触发器')
})
