import { expect, test } from '@jest/globals'
import type { OrderDetail } from '../../../../shared/contract/order'
import { messages } from '../../../../shared/messages/messages'
import { toPaidView } from './paid-view'

const t = messages['zh-CN']
const now = Date.UTC(2026, 2, 21, 1)
const order = {
  state: 'paid',
  count: 2,
  totalFen: 13_600,
  shipBy: now + 3_600_000,
  fulfilment: 'carrier',
  address: { district: '云和县', street: '松树坡路 12 号' },
} as OrderDetail
const store = { id: 'cafe', name: '云山茶室', address: '松树坡路 1 号', hours: '', phone: '' }

test('a parcel says when it leaves and where it goes', () => {
  const view = toPaidView(order, now, t)
  expect(view).toMatchObject({ title: '付好了', place: '云和县 松树坡路 12 号', pickupCode: '' })
  expect(view.parcel).toContain('2 件')
})

test('what is picked up says where, and its code in two groups', () => {
  const view = toPaidView({ ...order, pickup: { ...store, code: '042718' } }, now, t)
  expect(view).toMatchObject({ place: '云山茶室 松树坡路 1 号', pickupCode: '042 718' })
  expect(toPaidView({ ...order, pickup: store }, now, t).pickupCode).toBe('')
})

test('a place in a group is waited for', () => {
  const view = toPaidView({ ...order, state: 'grouping', groupId: 'g' }, now, t)
  expect(view).toMatchObject({ title: '付好了，等人成团', groupId: 'g' })
  expect(toPaidView({ ...order, groupId: 'g' }, now, t).groupId).toBe('')
})
