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
    'money >',
    'payments',
    'dead >',
    'overdue',
  ])
  expect(view.wrong.every(({ line }) => line.length > 5 && !line.includes('{'))).toBe(true)
  expect(view.headline).toBe('有 7 件事要看一眼')
  expect(view.timer).toBe('')
  // Nothing can be done about these.
  expect(view.notes).toEqual([
    '9 件事在等时间或等客人同意',
    '1 条消息不知道发没发出，不会再发，免得客人收到两次',
  ])
})

test('a bad week is one thing to see to, and its numbers can be read', () => {
  const view = toHealthView(
    {
      ...well,
      calls: 25_972_848,
      errors: 2_338_632,
      outbox: { ...well.outbox, dead: 20_121 },
      nights: [1, 2, 3].map((day) => ({
        date: `2026-03-0${day}`,
        differences: day === 2 ? 0 : 1000 + day,
        isFinished: true,
      })),
      failing: [{ action: 'order.list', calls: 1_143_672, errors: 230_976, p95Ms: 100 }],
    },
    t,
  )
  expect(view.calls).toBe('24 小时内 25,972,848 次请求，2,338,632 次出错')
  expect(view.wrong.map(({ what }) => what)).toEqual([
    '2 天对账有差异，共 2,004 处',
    '20,121 件事多次没做成',
  ])
  expect(view.failing[0]?.line).toBe('1,143,672 次里错了 230,976 次')
  expect(view.nights.map(({ word }) => word)).toEqual(['1,001 处差异', '对得上', '1,003 处差异'])
})

test('a timer that never ran is told as one', () => {
  expect(toHealthView({ ...well, timer: { failed: [] } }, t).wrong[0]?.line).toContain('触发器')
})
