import { describe, expect, test } from '@jest/globals'
import type { MigrationAnswer } from '../../cloudfunctions/_kit/migrations/migrate-task'
import { migrateWith, tryWith } from './migrate-with'

const progress = (seen: number, isDone = false): MigrationAnswer => ({
  kind: 'run',
  report: {
    isDone,
    migrations: [
      { id: '0001-a', description: '', state: isDone ? 'done' : 'running', seen, changed: seen },
    ],
  },
})

/** Answers one after the other, the last one for ever. */
function answering(...answers: MigrationAnswer[]) {
  const events: Record<string, unknown>[] = []
  const call = (event: Record<string, unknown>) => {
    events.push(event)
    return Promise.resolve(answers[Math.min(events.length, answers.length) - 1]!)
  }
  return { call, events }
}

describe('the migrate script', () => {
  test('calls until all is done and says how far it is', async () => {
    const lines: string[] = []
    const { call, events } = answering(progress(10), progress(20), progress(30, true))
    await migrateWith(call, (line) => lines.push(line))
    expect(events).toHaveLength(3)
    expect(lines.slice(-2)).toEqual(['0001-a: done, 30 seen, 30 changed', 'All are done.'])
  })

  test.each([
    [[progress(0)], 6],
    [[progress(10)], 6],
    [[progress(10), progress(10), progress(10), progress(20)], 9],
  ])('gives up only after five calls in a row without progress', async (answers, calls) => {
    const { call, events } = answering(...answers)
    await expect(migrateWith(call, () => undefined)).rejects.toThrow('does not go on')
    expect(events).toHaveLength(calls)
  })

  test('counts the progress of all migrations together', async () => {
    const both = (a: number, b: number, isDone = false): MigrationAnswer => ({
      kind: 'run',
      report: {
        isDone,
        migrations: [a, b].map((seen, index) => ({
          id: `000${index}`,
          description: '',
          state: 'running',
          seen,
          changed: 0,
        })),
      },
    })
    const steps = [1, 2, 3, 4, 5, 6, 7].map((seen) => both(9, seen))
    const { call, events } = answering(...steps, both(9, 8, true))
    await migrateWith(call, () => undefined)
    expect(events).toHaveLength(8)
  })

  test('says when there is none, for either run', async () => {
    const lines: string[] = []
    const none: MigrationAnswer = { kind: 'run', report: { isDone: true, migrations: [] } }
    await migrateWith(answering(none).call, (line) => lines.push(line))
    await tryWith(answering(none).call, [], (line) => lines.push(line))
    expect(lines).toEqual(['There is no migration.', 'There is no migration.'])
  })

  test('tries what the functions know, and says what they do not', async () => {
    const trying = (answer: unknown) =>
      tryWith(answering(answer as MigrationAnswer).call, ['0002-b'], () => undefined)
    await expect(trying({ kind: 'unknown' })).rejects.toThrow('does not know 0002-b')
    await expect(trying({})).rejects.toThrow('what is online is older')
  })

  test('does not call for ever when nothing goes on', async () => {
    const { call } = answering(progress(10))
    await expect(migrateWith(call, () => undefined)).rejects.toThrow('does not go on')
  })

  test('knows functions that are older than migrations', async () => {
    const { call } = answering({} as MigrationAnswer)
    await expect(migrateWith(call, () => undefined)).rejects.toThrow('Deploy the functions')
  })

  test('adds up a dry run over several calls', async () => {
    const lines: string[] = []
    const sample = { id: 'v1', before: { price: 1 }, after: { price: 100 } }
    const { call, events } = answering(
      {
        kind: 'dry',
        migration: '0001-a',
        report: { seen: 1000, wouldChange: 7, samples: [sample], cursor: 'v999' },
      },
      { kind: 'dry', migration: '0001-a', report: { seen: 5, wouldChange: 1, samples: [] } },
    )
    await tryWith(call, ['0001-a'], (line) => lines.push(line))
    expect(events[1]).toMatchObject({ dry: '0001-a', cursor: 'v999' })
    expect(lines).toEqual(['0001-a: would change 8 of 1005', '  v1: {"price":1} -> {"price":100}'])
  })
})
