import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toRefusal } from './refusal'

const t = messages['zh-CN']

test('whoever comes too late for a group may start one, or buy alone', () => {
  expect(toRefusal('GROUP_FULL', t)).toEqual({
    headline: '这个团刚满，可以自己开一个',
    way: 'ownGroup',
    button: '自己开一个团',
    other: '不拼团，单独买',
  })
})

test('whoever is in a group already is led to it, and too much at once back to the cart', () => {
  expect(toRefusal('ALREADY_IN_GROUP', t)?.way).toBe('group')
  expect(toRefusal('TOTAL_NOT_PAYABLE', t)).toMatchObject({ way: 'cart', other: '' })
})

test('failures and what has a screen of its own are no refusals', () => {
  for (const code of ['NETWORK', 'INTERNAL', 'CART_EMPTY', 'SOLD_OUT'] as const)
    expect(toRefusal(code, t)).toBeUndefined()
})
