import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toEntryRow, toWalletView } from './wallet-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')

test('the wallet says what there is and what points are worth', () => {
  const view = toWalletView(
    {
      balanceFen: 12_050,
      points: 1234,
      pointsFen: 1234,
      coupons: 3,
      giftcards: [
        { cardId: 'aa11bb22cc', amountFen: 10_000, isExpired: false },
        { cardId: 'aa11bb22dd', amountFen: 500, expiresAt: now, isExpired: true },
        { cardId: 'aa11bb22ee', amountFen: 500, expiresAt: now + 86_400_000, isExpired: false },
      ],
    },
    t,
  )
  expect(view).toMatchObject({
    balance: '¥120.50',
    points: '1,234',
    worth: '可抵 ¥12.34',
    coupons: '3 张可用',
    cards: [
      { amount: '¥100.00', number: '卡号尾号 22CC', until: '长期有效' },
      { until: '已过期', isExpired: true },
      { until: '3 月 23 日前有效' },
    ],
  })
})

test('nothing is worth nothing, and says so by its absence', () => {
  const nothing = { balanceFen: 0, points: 0, pointsFen: 0, coupons: 0, giftcards: [] }
  expect(toWalletView(nothing, t)).toMatchObject({ balance: '¥0.00', worth: '', cards: [] })
})

test('a change of money and one of points have their own figures', () => {
  const entry = { id: 'e', change: -500, after: 700, cause: 'spend', at: now } as const
  expect(toEntryRow(entry, 'balance', now, t)).toEqual({
    id: 'e',
    cause: '下单抵用',
    note: '',
    at: '今天 9:41',
    change: '\u2212¥5.00',
    isMore: false,
    after: '剩 ¥7.00',
  })
  expect(toEntryRow({ ...entry, change: 58, cause: 'earn' }, 'points', now, t)).toMatchObject({
    cause: '收货得积分',
    change: '+58',
    isMore: true,
    after: '剩 700 分',
  })
})
