import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dateModel, timeModel } from './picker-dates'

const now = new Date(2026, 2, 18, 9, 41)

describe('the date wheels', () => {
  test('whatever is turned, the date exists and lies between start and end', () => {
    const [start, end] = ['2023-02-10', '2026-11-20']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 30 })), { maxLength: 8 }),
        (turns) => {
          const model = dateModel('2024-02-29', start, end, 'day', now)
          for (const [column, index] of turns) {
            const count = model.columns()[column]?.length ?? 1
            model.turn(column, index % count)
          }
          const value = String(model.detail()['value'])
          expect(value >= start && value <= end).toBe(true)
          const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
          expect(new Date(year, month - 1, day).getDate()).toBe(day)
          model.indexes().forEach((index, column) => {
            expect(model.columns()[column]?.[index]).toBeDefined()
          })
        },
      ),
    )
  })

  test('a value outside the bounds is taken to the nearest one inside', () => {
    const model = dateModel('2030-01-01', '', '2026-11-20', 'day', now)
    expect(model.detail()).toEqual({ value: '2026-11-20' })
  })

  test('fields cut it short; without a value it is today', () => {
    expect(dateModel('', '', '', 'month', now).detail()).toEqual({ value: '2026-03' })
    expect(dateModel('2024', '', '', 'year', now).detail()).toEqual({ value: '2024' })
  })
})

describe('the time wheels', () => {
  test('minutes are narrowed only in the first and the last hour', () => {
    const model = timeModel('09:50', '09:30', '18:15', now)
    expect(model.columns()[1]?.[0]).toBe('30')
    model.turn(0, 1)
    expect(model.columns()[1]).toHaveLength(60)
    model.turn(0, 9)
    expect(model.detail()).toEqual({ value: '18:15' })
  })

  test('without a value it is now', () => {
    expect(timeModel('', '', '', now).detail()).toEqual({ value: '09:41' })
  })
})
