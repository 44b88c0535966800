import { expect, test } from '@jest/globals'
import { messages } from '../../shared/messages/messages'
import { toTicket, untilText } from './coupon-words'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-03-22T09:41:00')

test.each([
  ['2026-03-23T00:00:00', '到今天', 'Until today'],
  ['2026-03-24T00:00:00', '到明天', 'Until tomorrow'],
  ['2026-03-30T00:00:00', '到 3 月 29 日', 'Until Mar 29'],
  ['2026-03-22T18:00:00', '今天 18:00 前有效', 'Valid until today 18:00'],
])('valid until %s', (until, zh, en) => {
  expect(untilText(at(until), now, messages['zh-CN'])).toBe(zh)
  expect(untilText(at(until), now, messages.en)).toBe(en)
})

test('a ticket says all of it in one sentence for whoever hears it', () => {
  const face = {
    name: 'Spring tea',
    benefit: { kind: 'amountOff', offFen: 2050 },
    fromFen: 20_000,
    scope: ['Tea'],
    stacksWithPromotions: true,
  } as const
  expect(toTicket({ ...face, scope: ['Tea'] }, messages.en.coupons)).toEqual({
    sign: '¥',
    big: '20.50',
    name: 'Spring tea',
    line: 'From ¥200. Only for Tea',
    spoken: 'Spring tea ¥20.50 off From ¥200. Only for Tea',
  })
})
