import { describe, expect, test } from '@jest/globals'
import { orderQueryWords, orderWords, productWord } from './order-words'

const order = {
  number: 'Y260321-0427-1863',
  lines: [
    { productId: 'spring', name: { zh: '云山雾尖', en: 'Mist Tips' } },
    { productId: 'cup', name: { zh: '马克杯 350ml', en: 'Mug' } },
  ],
}
const words = orderWords(order)
const finds = (query: string) => {
  const wanted = orderQueryWords(query)
  return wanted.length > 0 && wanted.every((word) => words.includes(word))
}

describe('an order', () => {
  test.each([
    '云山',
    '雾尖',
    '尖',
    'mist',
    'mi',
    'Mist Tips',
    '马克杯',
    '350',
    'y260321-0427-1863',
  ])('is found by %p', (query) => {
    expect(finds(query)).toBe(true)
  })
  test.each(['0427-1863', '1863', '04271863'])('is found by the end of its number: %p', (query) => {
    expect(finds(query)).toBe(true)
  })
  test.each(['白茶', '云雾', 'tea', '', '  ', '9999'])('is not found by %p', (query) => {
    expect(finds(query)).toBe(false)
  })
  test('is found by each of its products', () => {
    expect(words).toEqual(expect.arrayContaining([productWord('spring'), productWord('cup')]))
  })
  test('is kept under a bounded number of words', () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({
      productId: `p${index}`,
      name: { zh: `第${index}种很长很长的名字`, en: `A very long name number ${index}` },
    }))
    expect(orderWords({ number: order.number, lines }).length).toBeLessThanOrEqual(300)
  })
})
