import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { meansFor, usableCards } from './means'
import type { Wallet } from './means'

const now = 1_000
const wallet: fc.Arbitrary<Wallet> = fc.record({
  balanceFen: fc.nat(100_000),
  points: fc.nat(1_000),
  giftcards: fc
    .array(fc.tuple(fc.nat(50_000), fc.option(fc.integer({ min: 0, max: 3_000 }))), {
      maxLength: 5,
    })
    .map((all) =>
      all.map(([leftFen, expiresAt], index) => ({
        cardId: `card-${index}`,
        leftFen,
        ...(expiresAt === null ? {} : { expiresAt }),
      })),
    ),
})
const every = ['card-0', 'card-1', 'card-2', 'card-3', 'card-4']

test('the parts sum to the total, and nothing gives more than it has', () => {
  fc.assert(
    fc.property(
      fc.nat(300_000),
      wallet,
      fc.boolean(),
      fc.subarray(every),
      (totalFen, has, useBalance, giftcardIds) => {
        const { wechatFen, balanceFen, giftcards } = meansFor(
          totalFen,
          has,
          { useBalance, giftcardIds },
          now,
        )
        const fromCards = giftcards.reduce((sum, { fen }) => sum + fen, 0)
        expect(wechatFen + balanceFen + fromCards).toBe(totalFen)
        expect(wechatFen).toBeGreaterThanOrEqual(0)
        expect(balanceFen).toBeLessThanOrEqual(useBalance ? has.balanceFen : 0)
        for (const { cardId, fen } of giftcards) {
          const card = has.giftcards.find((one) => one.cardId === cardId)!
          expect(giftcardIds).toContain(cardId)
          expect(fen).toBeGreaterThan(0)
          expect(fen).toBeLessThanOrEqual(card.leftFen)
          expect(card.expiresAt ?? Infinity).toBeGreaterThan(now)
        }
      },
    ),
  )
})

test('what expires first is in front, what is over or empty is nowhere', () => {
  const card = (cardId: string, leftFen: number, expiresAt?: number) => ({
    cardId,
    leftFen,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  })
  const giftcards = [card('never', 1), card('late', 1, 3_000), card('soon', 1, 2_000)]
  const gone = [card('over', 1, now), card('empty', 0)]
  const cards = usableCards({ balanceFen: 0, points: 0, giftcards: [...giftcards, ...gone] }, now)
  expect(cards.map(({ cardId }) => cardId)).toEqual(['soon', 'late', 'never'])
})
