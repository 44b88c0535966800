import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toGiftView } from './gift-view'

const now = Date.parse('2026-03-22T09:41:00+08:00')
const gift: Parameters<typeof toGiftView>[0] = {
  coupon: {
    name: '春茶券',
    benefit: { kind: 'freeDelivery' },
    fromFen: 0,
    scope: [],
    stacksWithPromotions: true,
    validUntil: now + 3_600_000,
  },
  giver: '云溪',
  state: 'open',
}

test.each([
  ['open', '云溪送你一张券', 'take', false],
  ['mine', '这是你送出的券', 'send', false],
  ['taken', '来晚一步，已经被领走了', 'centre', true],
  ['takenByMe', '收下了', 'use', false],
  ['expired', '这张券过了时间', 'centre', true],
] as const)('a gift that is %s', (state, headline, step, faded) => {
  expect(toGiftView({ ...gift, state }, now, messages['zh-CN'])).toMatchObject({
    headline,
    step,
    faded,
    note: '今天 10:41 前有效',
  })
})

test('somebody without a name is a friend', () => {
  const view = toGiftView({ ...gift, giver: '' }, now, messages.en)
  expect(view.headline).toBe('A coupon from a friend')
})
