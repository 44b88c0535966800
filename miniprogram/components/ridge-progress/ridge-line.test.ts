import { expect, test } from '@jest/globals'
import { ridgeSegments, ridgeSize, ridgeStops } from './ridge-line'

test('the pieces join into one line from edge to edge', () => {
  const segments = ridgeSegments(1)
  expect(segments[0]?.left).toBe(0)
  segments.forEach(({ left, top, length, degrees }, index) => {
    const next = segments[index + 1]
    const angle = (degrees * Math.PI) / 180
    expect(left + length * Math.cos(angle)).toBeCloseTo(next?.left ?? ridgeSize.width, 0)
    if (next) expect(top + length * Math.sin(angle)).toBeCloseTo(next.top, 0)
  })
})

test('the passed part ends at the stop that is now', () => {
  const passed = (now: number) => ridgeSegments(now).filter(({ isPassed }) => isPassed).length
  expect([1, 2, 3, 4].map(passed)).toEqual([0, 3, 8, 14])
})

test('stops are passed, now or ahead', () => {
  const stops = ridgeStops(2, ['下单', '付款', '发货', '收货'])
  expect(stops.map(({ state }) => state)).toEqual(['passed', 'now', 'ahead', 'ahead'])
  expect(stops.map(({ label }) => label)).toEqual(['下单', '付款', '发货', '收货'])
})
