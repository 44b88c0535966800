import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startTestCloud } from '../fixtures/functions/test-cloud'
import type { TestCloud } from '../fixtures/functions/test-cloud'

let cloud: TestCloud

interface Run {
  TriggerName: string
  Time: string
  now: number
  Type: string
  openid: unknown
  source: unknown
  triggerSource: unknown
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const advance = (advanceMs: number) => cloud.post('/local/clock', { advanceMs })
const runs = (name: string) =>
  (cloud.cloud.database.list('runs', { limit: 1_000 }) as Run[])
    .filter(({ TriggerName }) => TriggerName === name)
    .sort((left, right) => left.now - right.now)

/** Moves the clock to the next full day of China's time. */
const toMidnight = async () => {
  const { now } = (await cloud.get('/local/clock')) as { now: number }
  const midnight = Math.ceil((now + 8 * 60 * MINUTE) / DAY) * DAY - 8 * 60 * MINUTE
  await advance(Math.ceil(midnight - now))
}

beforeAll(async () => {
  cloud = await startTestCloud(['clockwork'], {
    functionSettings: { clockwork: { timeout: 20 } },
  })
}, 30_000)
afterAll(() => cloud.stop())
beforeEach(async () => {
  await toMidnight()
  cloud.cloud.database.reset()
})

test('what becomes due while the clock moves has run, in order, when the answer comes', async () => {
  await advance(3 * 60 * MINUTE)
  expect(runs('daily')).toHaveLength(1)
  const quarters = runs('quarterly')
  expect(quarters).toHaveLength(12)
  for (const { Time, now } of quarters) {
    const late = now - Date.parse(Time)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(5_000)
    expect(Date.parse(Time) % (15 * MINUTE)).toBe(0)
  }
})

test('a timer has WeChat’s event and no identity', async () => {
  await advance(15 * MINUTE)
  expect(runs('quarterly')).toEqual([
    expect.objectContaining({
      Type: 'Timer',
      TriggerName: 'quarterly',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/),
      Message: '',
      openid: null,
      source: 'wx_trigger',
      triggerSource: 'timer',
    }),
  ])
})

test('two in the morning is meant in China’s time', async () => {
  await advance(DAY)
  expect(runs('daily').map(({ Time }) => Time.slice(11))).toEqual(['18:00:00Z'])
})

test('a far move thins the runs out to fifty a trigger and keeps the last', async () => {
  await advance(30 * DAY)
  const quarters = runs('quarterly')
  expect(quarters.length).toBeGreaterThan(40)
  expect(quarters.length).toBeLessThanOrEqual(50)
  const { now } = (await cloud.get('/local/clock')) as { now: number }
  expect(now - Date.parse(quarters.at(-1)!.Time)).toBeLessThan(15 * MINUTE + 5_000)
  expect(runs('daily')).toHaveLength(30)
}, 20_000)

test('the clock goes on after a restart, and a run that was missed meanwhile is made up once', async () => {
  await advance(15 * MINUTE)
  const before = (await cloud.get('/local/clock')) as { offsetMs: number }
  await cloud.restart()
  expect(await cloud.get('/local/clock')).toMatchObject({ offsetMs: before.offsetMs })
  expect(await cloud.get('/local/timers')).toContainEqual({
    functionName: 'clockwork',
    trigger: 'quarterly',
    cron: '0 */15 * * * * *',
    lastRunAt: expect.any(Number),
    nextRunAt: expect.any(Number),
  })
  expect(runs('quarterly')).toHaveLength(1)
})

test('the clock never goes back, and a wrong move is refused', async () => {
  for (const advanceMs of [-1, 1.5, '60000', null, 6 * 366 * DAY]) {
    expect(await cloud.post('/local/clock', { advanceMs })).toMatchObject({
      error: { code: 'BAD_ADVANCE' },
    })
  }
})

test('a trigger that WeChat would refuse never runs and is told about', async () => {
  const triggers = [{ name: 'short', type: 'timer', config: '0 */5 * * * *' }]
  await writeFile(
    join(cloud.functionsDirectory, 'clockwork', 'config.json'),
    JSON.stringify({ triggers }),
  )
  await advance(DAY)
  expect(cloud.cloud.database.list('runs')).toEqual([])
  expect(cloud.lines.join('\n')).toContain(
    "timer clockwork/short never runs: '0 */5 * * * *' has 6",
  )
})
