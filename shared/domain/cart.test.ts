import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { availableOf, cartLineLimit, changeCart, lineProblem } from './cart'
import type { Availability, CartChange, CartEntry } from './cart'

const plenty = { isListed: true, stock: 1000 }
const onSale = () => plenty
const entry = (skuId: string, quantity = 1, isSelected = true): CartEntry => ({
  skuId,
  quantity,
  isSelected,
})
const after = (
  entries: CartEntry[],
  changes: CartChange[],
  available: (skuId: string) => Availability | undefined = onSale,
) => {
  const changed = changeCart(entries, changes, available)
  if (!changed.ok) throw new Error(changed.code)
  return changed.value
}

describe('changing a cart', () => {
  test('puts what is new first, adds to what is there, and selects it', () => {
    expect(
      after(
        [entry('a', 2, false)],
        [
          { skuId: 'b', add: 1 },
          { skuId: 'a', add: 3 },
        ],
      ),
    ).toEqual([entry('b'), entry('a', 5)])
  })

  test('sets, removes and unselects', () => {
    expect(
      after(
        [entry('a', 2), entry('b', 5), entry('c')],
        [
          { skuId: 'a', quantity: 0 },
          { skuId: 'b', quantity: 1 },
          { skuId: 'c', isSelected: false },
          { skuId: 'never-there', quantity: 0 },
        ],
      ),
    ).toEqual([entry('b', 1), entry('c', 1, false)])
  })

  test('lets go of what is sold out, off or gone', () => {
    const nothing = (): undefined => undefined
    expect(after([entry('a', 5)], [{ skuId: 'a', quantity: 2 }], nothing)).toEqual([entry('a', 2)])
    expect(after([entry('a', 5)], [{ skuId: 'a', isSelected: false }], nothing)).toEqual([
      entry('a', 5, false),
    ])
  })

  test('holds a hundred lines of ninety-nine pieces', () => {
    const full = Array.from({ length: cartLineLimit }, (_, at) => entry(`sku-${at}`))
    expect(changeCart(full, [{ skuId: 'one-more', add: 1 }], onSale)).toMatchObject({
      code: 'CART_FULL',
      detail: { limit: 100 },
    })
    expect(changeCart([entry('a', 99)], [{ skuId: 'a', add: 1 }], onSale)).toMatchObject({
      code: 'CART_FULL',
      detail: { limit: 99 },
    })
  })

  test('keeps its limits under any changes, and never changes what it was given', () => {
    const change = fc.record(
      {
        skuId: fc.constantFrom('a', 'b', 'c', 'd'),
        add: fc.integer({ min: 1, max: 99 }),
        quantity: fc.integer({ min: 0, max: 99 }),
        isSelected: fc.boolean(),
      },
      { requiredKeys: ['skuId'] },
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const before = [entry('a', 3), entry('b')]
        const copy = structuredClone(before)
        const changed = changeCart(before, changes, () => ({ isListed: true, stock: 50 }))
        expect(before).toEqual(copy)
        if (!changed.ok) return
        expect(new Set(changed.value.map(({ skuId }) => skuId)).size).toBe(changed.value.length)
        for (const { quantity } of changed.value) {
          expect(quantity).toBeGreaterThan(0)
          expect(quantity).toBeLessThanOrEqual(50)
        }
      }),
    )
  })
})

test.each([
  [undefined, 1, 'off', 0],
  [{ isListed: false, stock: 5 }, 1, 'off', 0],
  [{ isListed: true, stock: 0 }, 1, 'soldOut', 0],
  [{ isListed: true, stock: 2 }, 3, 'short', 2],
  [{ isListed: true, stock: 3 }, 3, undefined, 3],
  [{ isListed: true, stock: 500 }, 3, undefined, 99],
])('of %p one may want %p: %p', (sku, quantity, problem, available) => {
  expect(lineProblem(quantity, sku)).toBe(problem)
  expect(sku ? availableOf(sku) : 0).toBe(available)
})
