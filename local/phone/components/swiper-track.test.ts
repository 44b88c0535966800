import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { draggedPosition, itemOffset, settledIndex, targetPosition } from './swiper-track'

const shapes = fc
  .record({
    count: fc.integer({ min: 1, max: 12 }),
    shown: fc.integer({ min: 1, max: 3 }),
    circular: fc.boolean(),
  })
  .filter(({ count, shown }) => count >= shown)
const positions = fc.double({ min: -30, max: 30, noNaN: true })

describe('a swiper’s track', () => {
  test('always settles at an item that can be the first one shown', () => {
    fc.assert(
      fc.property(shapes, positions, (shape, position) => {
        const index = settledIndex(shape, position)
        const isRound = shape.circular && shape.count > shape.shown
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(isRound ? shape.count - 1 : shape.count - shape.shown)
      }),
    )
  })

  test('a circular one has an item at every shown place, wherever it stands', () => {
    fc.assert(
      fc.property(
        shapes.filter(({ count, shown, circular }) => circular && count > shown),
        positions,
        (shape, position) => {
          const offsets = Array.from({ length: shape.count }, (_, index) =>
            itemOffset(shape, index, position),
          )
          for (let place = 0; place < shape.shown; place++) {
            expect(offsets.some((offset) => Math.abs(offset - place) <= 0.5 + 1e-9)).toBe(true)
          }
        },
      ),
    )
  })

  test('a target is a way to the same item, the short one unless a direction is given', () => {
    const shape = { count: 5, shown: 1, circular: true }
    expect(targetPosition(shape, 4, 0, 0)).toBe(5)
    expect(targetPosition(shape, 4, 0, 1)).toBe(5)
    expect(targetPosition(shape, 4, 0, -1)).toBe(0)
    expect(targetPosition(shape, 0, 4, 0)).toBe(-1)
    expect(targetPosition({ ...shape, circular: false }, 4, 0, 1)).toBe(0)
    fc.assert(
      fc.property(positions, fc.integer({ min: 0, max: 4 }), (from, index) => {
        const target = targetPosition(shape, from, index, 0)
        expect(settledIndex(shape, target)).toBe(index)
        expect(Math.abs(target - from)).toBeLessThanOrEqual(2.5 + 1e-9)
      }),
    )
  })

  test('beyond its ends it gives less and less, never more than half an item', () => {
    const shape = { count: 3, shown: 1, circular: false }
    expect(draggedPosition(shape, 1.25)).toBe(1.25)
    const beyond = [0.1, 0.5, 1, 5, 100].map((by) => draggedPosition(shape, 2 + by) - 2)
    expect(beyond).toEqual([...beyond].sort((a, b) => a - b))
    expect(beyond.at(-1)).toBeLessThan(0.5)
    expect(draggedPosition(shape, -1)).toBeCloseTo(-(draggedPosition(shape, 3) - 2))
  })
})
