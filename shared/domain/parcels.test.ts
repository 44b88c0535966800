import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allLeft, isAllSent, leftToSend, leftWithCustomer, packParcel } from './parcels'

const line = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.nat(20))
  .map(([quantity, shipped, refunded]) => ({
    quantity,
    shipped: Math.min(shipped, quantity),
    refundedUnsent: Math.min(refunded, Math.max(0, quantity - shipped)),
  }))

test('a parcel of everything leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const packed = packParcel(lines)
      if (isAllSent(lines)) return expect(packed.ok).toBe(false)
      return expect(packed.ok && isAllSent(packed.value.lines)).toBe(true)
    }),
  )
})

test('whatever is packed piece by piece, nothing refunded ever leaves', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ lineIndex: fc.nat(6), quantity: fc.integer({ min: -1, max: 9 }) }), {
        maxLength: 20,
      }),
      (start, wishes) => {
        let lines = start
        for (const wish of wishes) {
          const packed = packParcel(lines, [wish])
          if (packed.ok) lines = packed.value.lines
        }
        for (const { quantity, shipped, refundedUnsent } of lines)
          expect(shipped).toBeLessThanOrEqual(quantity - refundedUnsent)
      },
    ),
  )
})

test('a line named twice, too many pieces and an empty parcel are refused', () => {
  const lines = [{ quantity: 3, shipped: 1, refundedUnsent: 1 }]
  expect(leftToSend(lines[0]!)).toBe(1)
  expect(allLeft(lines)).toEqual([{ lineIndex: 0, quantity: 1 }])
  const one = { lineIndex: 0, quantity: 1 }
  for (const wish of [[one, one], [{ lineIndex: 0, quantity: 2 }], [{ ...one, lineIndex: 1 }], []])
    expect(packParcel(lines, wish)).toMatchObject({ ok: false, code: 'PIECES_WRONG' })
})

test('a piece that came back is not one that is still to leave', () => {
  const line = { quantity: 3, shipped: 1, refunded: 1 }
  expect(leftToSend(line)).toBe(2)
  expect(leftWithCustomer(line)).toBe(0)
  expect(leftWithCustomer({ ...line, refundedUnsent: 1 })).toBe(1)
})
