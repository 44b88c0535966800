import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitTemplateField } from './template-field'

test.each([
  ['thing1', '云山雾尖 ×2', '云山雾尖 ×2'],
  [
    'thing1',
    '一二三四五六七八九十一二三四五六七八九十壹',
    '一二三四五六七八九十一二三四五六七八九…',
  ],
  ['thing1', ' 两行\n合一 ', '两行 合一'],
  ['thing1', '', '无'],
  ['character_string12', 'Y260321-0427-1863 号', 'Y260321-0427-1863 '],
  ['amount2', '¥128.00', '¥128.00'],
  ['phrase3', '已发货 ok', '已发货'],
  ['number4', '约 12 件', '12'],
  ['number4', '', '0'],
  ['name5', '一二三四五六七八九十壹', '一二三四五六七八九…'],
])('%p of %p is %p', (key, value, fitted) => {
  expect(fitTemplateField(key, value)).toBe(fitted)
})

test('a field nobody knows is a mistake in the settings', () => {
  expect(() => fitTemplateField('things1', 'x')).toThrow('unknown kind')
  expect(() => fitTemplateField('constructor', 'x')).toThrow('unknown kind')
})

test('any text fits, is not empty and never ends in half a character', () => {
  const longest: Record<string, number> = {
    thing1: 20,
    name1: 10,
    phrase1: 5,
    character_string1: 32,
    symbol1: 5,
  }
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(longest)),
      fc.string({ unit: 'grapheme' }),
      (key, value) => {
        const fitted = fitTemplateField(key, value)
        expect(fitted.length).toBeGreaterThan(0)
        expect(fitted.length).toBeLessThanOrEqual(longest[key]!)
        // Encoding turns half a character into a replacement character.
        expect(Buffer.from(fitted).toString()).toBe(fitted)
      },
    ),
  )
})
