import { expect, test } from '@jest/globals'
import type { GroupView } from '../../../../shared/contract/loyalty'
import { messages } from '../../../../shared/messages/messages'
import { toGroupPage } from './group-view'

const t = messages['zh-CN'].groupBuy
const group: GroupView = {
  groupId: 'g',
  promotionId: 'p',
  state: 'open',
  product: {
    productId: 'spring',
    skuId: 's',
    name: '云山雾尖',
    options: '50 克',
    picture: '',
    plate: 'tea',
    priceFen: 5800,
  },
  groupFen: 4000,
  size: 3,
  people: [{ initial: '云', nickname: '云溪', isStarter: true, isMe: false }],
  placesLeft: 2,
  expiresAt: 1,
  canJoin: true,
}
const view = (change: Partial<GroupView>) => toGroupPage({ ...group, ...change }, t)

test.each([
  [{}, '一起买，¥40', 'join', '参团 ¥40'],
  [{ orderId: 'o' }, '还差 2 人', 'invite', '邀请朋友'],
  [{ orderId: 'o', state: 'starting' }, '付款后团就开了', 'pay', '去付款'],
  [{ orderId: 'o', state: 'complete', placesLeft: 0 }, '凑齐了', 'seeOrder', '看订单'],
  [{ orderId: 'o', state: 'failed' }, '这个团没凑齐', 'seeOrder', '看订单'],
  [{ state: 'failed', canJoin: false }, '这个团没凑齐', 'startOwn', '自己开一个'],
  [{ placesLeft: 0, canJoin: false }, '正等最后一位付款', 'startOwn', '自己开一个'],
] as [Partial<GroupView>, string, string, string][])(
  '%j says %s',
  (change, headline, step, button) => {
    expect(view(change)).toMatchObject({ headline, step, button })
  },
)

test('who is in it comes first, free places follow', () => {
  const me = { initial: '', nickname: '', isStarter: false, isMe: true }
  expect(view({ people: [...group.people, me] }).seats).toMatchObject([
    { initial: '云', label: '发起人', isFree: false },
    { label: '我', isFree: false },
    { label: '空位', isFree: true },
  ])
})
