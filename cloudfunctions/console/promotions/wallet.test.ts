import { beforeEach, describe, expect, test } from '@jest/globals'
import type { AccountDocument, LedgerEntryDocument } from '../../_kit/documents/ledger'
import { Shop } from '../../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

/** Everything that is kept, as one text. */
const everythingKept = () =>
  JSON.stringify(['audit', 'once', 'accounts', 'ledger'].map((name) => shop.all(name)))

describe('gift cards', () => {
  const input = { count: 2, amountFen: 10_000 }

  test('are claimed by their codes, which are kept nowhere', async () => {
    const { cards } = await shop.call('owner', 'console.issueGiftCards', input)
    expect(new Set(cards.map(({ code }) => code)).size).toBe(2)
    for (const { code } of cards) expect(everythingKept()).not.toContain(code)
    const code = cards[0]!.code!
    const had = await shop.call('anna', 'loyalty.redeemCode', { code })
    expect(had).toMatchObject({ kind: 'giftcard', card: { amountFen: 10_000 } })
  })

  test('a repeat makes no more and shows no code; unclaimed ones can be withdrawn', async () => {
    const once = 'gift-cards-once'
    const first = await shop.call('owner', 'console.issueGiftCards', input, { once })
    const repeat = await shop.call('owner', 'console.issueGiftCards', input, { once })
    expect(repeat.cards).toEqual(first.cards.map(({ cardId }) => ({ cardId })))
    expect(shop.all('accounts')).toHaveLength(2)
    await shop.call('anna', 'loyalty.redeemCode', { code: first.cards[0]!.code! })

    const cardIds = first.cards.map(({ cardId }) => cardId)
    const withdrawn = await shop.call('owner', 'console.withdrawGiftCards', { cardIds })
    expect(withdrawn).toEqual({ withdrawn: 1 })
    expect(
      shop
        .all<AccountDocument>('accounts')
        .map(({ amount }) => amount)
        .sort(),
    ).toEqual([0, 10_000])
    const late = await shop.refusal('ben', 'loyalty.redeemCode', { code: first.cards[1]!.code! })
    expect(late.code).toBe('GIFTCARD_EXPIRED')
  })

  test('are the owner’s to make', async () => {
    const reply = await shop.send('manager', 'console.issueGiftCards', input)
    expect(reply.error).toEqual({ code: 'FORBIDDEN' })
    const over = { ...input, expiresAt: Date.now() }
    expect((await shop.refusal('owner', 'console.issueGiftCards', over)).code).toBe(
      'GIFTCARD_EXPIRED',
    )
  })
})

describe('a wallet', () => {
  const adjust = async (change: number, account: 'balance' | 'points' = 'balance') => ({
    orderId: (await shop.order('anna', 'spring-50')).orderId,
    account,
    change,
    reason: '运费补偿',
  })

  test('is put into and taken from with a reason that its owner reads', async () => {
    expect(await shop.call('manager', 'console.adjustWallet', await adjust(1200))).toEqual({
      amount: 1200,
    })
    await shop.call('manager', 'console.adjustWallet', await adjust(-200))
    await shop.call('manager', 'console.adjustWallet', await adjust(50, 'points'))
    const wallet = await shop.call('anna', 'loyalty.getWallet', {})
    expect(wallet).toMatchObject({ balanceFen: 1000, points: 50 })
    expect(shop.all<LedgerEntryDocument>('ledger')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ change: 1200, cause: 'grant', note: '运费补偿' }),
        expect.objectContaining({ change: -200, cause: 'correct', after: 1000 }),
      ]),
    )
  })

  test('never goes below zero, and nothing is written then', async () => {
    await shop.call('manager', 'console.adjustWallet', await adjust(300))
    expect(await shop.refusal('owner', 'console.adjustWallet', await adjust(-301))).toEqual({
      code: 'WALLET_SHORT',
      detail: { amount: 300 },
    })
    expect(shop.all('ledger')).toHaveLength(1)
  })
})
