import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitTemplateField, isTemplateField } from './template-field'

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

test.each([
  ['thing', '字', 20],
  ['number', '9', 32],
  ['letter', 'a', 32],
  ['symbol', '+', 5],
  ['character_string', 'a', 32],
  ['amount', '9', 12],
  ['phone_number', '9', 17],
  ['car_number', 'A', 8],
  ['name', '字', 10],
  ['phrase', '字', 5],
  ['time', '9', 32],
  ['date', '9', 32],
])('%s holds as many letters as WeChat lets it, and not one more', (kind, letter, longest) => {
  expect(isTemplateField(`${kind}1`)).toBe(true)
  expect(fitTemplateField(`${kind}1`, letter.repeat(longest))).toBe(letter.repeat(longest))
  expect(fitTemplateField(`${kind}1`, letter.repeat(longest + 1))).toHaveLength(longest)
})

test.each([
  ['number1', '1.5 kg', '1.5'],
  ['letter1', 'A1-b2 字', 'Ab'],
  ['symbol1', 'a+1字-', '+-'],
  ['phone_number1', '+86 139-0000-0000（何）', '+86 139-0000-0000'],
])('%p leaves out of %p what WeChat refuses', (key, value, fitted) => {
  expect(fitTemplateField(key, value)).toBe(fitted)
})

test('a field has a number', () => {
  expect(isTemplateField('thing')).toBe(false)
  expect(isTemplateField('constructor1')).toBe(false)
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
