import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { refundMeans } from './refund'
import type { Means } from './refund'

const fen = fc.integer({ min: 0, max: 1_000_000 })
const means: fc.Arbitrary<Means> = fc.record({
  wechatFen: fen,
  balanceFen: fen,
  giftcards: fc
    .array(fen, { maxLength: 4 })
    .map((all) => all.map((one, index) => ({ cardId: `card-${index}`, fen: one }))),
})
const totalOf = ({ wechatFen, balanceFen, giftcards }: Means) =>
  giftcards.reduce((sum, card) => sum + card.fen, wechatFen + balanceFen)

test('WeChat Pay comes first, then the balance, then the cards', () => {
  const paid = { wechatFen: 100, balanceFen: 50, giftcards: [{ cardId: 'a', fen: 20 }] }
  expect(refundMeans(paid, 0, 80)).toEqual({ wechatFen: 80, balanceFen: 0, giftcards: [] })
  expect(refundMeans(paid, 80, 40)).toEqual({ wechatFen: 20, balanceFen: 20, giftcards: [] })
  expect(refundMeans(paid, 120, 50)).toEqual({
    wechatFen: 0,
    balanceFen: 30,
    giftcards: [{ cardId: 'a', fen: 20 }],
  })
  expect(refundMeans(paid, 120, 51)).toBeUndefined()
  expect(refundMeans(paid, 0, -1)).toBeUndefined()
})

test('refunds in any parts sum to what was paid, by each means', () => {
  fc.assert(
    fc.property(means, fc.array(fc.nat(400_000), { maxLength: 12 }), (paid, wishes) => {
      const back = new Map<string, number>()
      const add = (key: string, amount: number) => back.set(key, (back.get(key) ?? 0) + amount)
      const total = totalOf(paid)
      let refunded = 0
      for (const wish of [...wishes, total]) {
        const part = Math.min(wish, total - refunded)
        const parts = refundMeans(paid, refunded, part)!
        expect(totalOf(parts)).toBe(part)
        add('wechat', parts.wechatFen)
        add('balance', parts.balanceFen)
        for (const card of parts.giftcards) add(card.cardId, card.fen)
        refunded += part
      }
      expect(back.get('wechat')).toBe(paid.wechatFen)
      expect(back.get('balance')).toBe(paid.balanceFen)
      for (const card of paid.giftcards) expect(back.get(card.cardId) ?? 0).toBe(card.fen)
      expect(refundMeans(paid, total, 1)).toBeUndefined()
    }),
  )
})
