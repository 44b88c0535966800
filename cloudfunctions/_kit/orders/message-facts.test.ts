import { describe, expect, test } from '@jest/globals'
import { caseFacts } from '../care/case-news'
import { invoiceFacts, paidFacts, readyFacts, shippedFacts } from './message-facts'
import type { ToldOrder } from './message-facts'

const tea = { name: { zh: '明前龙井', en: 'Longjing' } }
const one: ToldOrder = { number: '1', lines: [tea], count: 3, totalFen: 12_800 }
const two: ToldOrder = { ...one, lines: [tea, { name: { zh: '杯', en: 'Cup' } }] }
const store = { zh: '老街店', en: 'Old Street' }
const parcel = { trackingNumber: '13800000027', shippedAt: 0 }
const carriers = [{ id: 'SF' as const, name: { zh: '顺丰速运', en: 'SF Express' } }]
const kase = {
  number: '2',
  refundFen: 100,
  lines: [
    { ...tea, quantity: 1 },
    { ...tea, quantity: 1 },
  ],
}

describe('a message says in both languages', () => {
  test('what was bought', () => {
    expect(paidFacts(one, 0)).toMatchObject({
      facts: { goods: '明前龙井 ×3', total: '¥128.00' },
      english: { goods: 'Longjing ×3' },
    })
    expect(paidFacts(two, 0)).toMatchObject({
      facts: { goods: '明前龙井 等 3 件' },
      english: { goods: 'Longjing and more, 3 in all' },
    })
  })

  test('who brings it, and where it is fetched', () => {
    expect(shippedFacts(one, { ...parcel, carrier: 'SF' }, { carriers })).toMatchObject({
      facts: { carrier: '顺丰速运' },
      english: { carrier: 'SF Express' },
    })
    expect(shippedFacts(one, parcel, { carriers })).toMatchObject({
      facts: { carrier: '专人送达' },
      english: { carrier: 'Courier' },
    })
    expect(shippedFacts(one, { ...parcel, carrier: 'XX' }, { carriers })).toMatchObject({
      facts: { carrier: 'XX' },
      english: { carrier: 'XX' },
    })
    expect(readyFacts(one, store, '4827')).toMatchObject({
      facts: { store: '老街店', pickupCode: '4827' },
      english: { store: 'Old Street' },
    })
  })

  test('what a case and an invoice are about', () => {
    expect(caseFacts(kase, { progress: '已退款', hint: '' }, 0)).toMatchObject({
      facts: { goods: '明前龙井 等 2 件' },
      english: { goods: 'Longjing and more, 2 in all' },
    })
    expect(invoiceFacts({ ...one, totalFen: 100 }, 0)).toMatchObject({
      facts: { goods: '明前龙井 ×3', total: '¥1.00' },
      english: { goods: 'Longjing ×3' },
    })
  })
})
