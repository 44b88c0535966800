import { expect, test } from '@jest/globals'
import { isTemplateField, isValueAllowed } from './template-values'

test.each([
  ['thing1', '云山小种红茶 2 份', true],
  ['thing1', '茶'.repeat(20), true],
  ['thing1', '茶'.repeat(21), false],
  ['thing1', 'two\nlines', false],
  ['number2', '3.50', true],
  ['number2', '3 份', false],
  ['letter1', 'Tea', true],
  ['letter1', 'Tea2', false],
  ['symbol1', '！@#', true],
  ['symbol1', 'a', false],
  ['character_string3', 'YS-20260105-0001', true],
  ['character_string3', '订单1', false],
  ['character_string3', 'x'.repeat(33), false],
  ['time4', '15:01', true],
  ['time4', '2019年10月1日 15:01', true],
  ['time4', '2019年10月1日 15:01~2019年10月1日 16:01', true],
  ['time4', '2019年10月1日', false],
  ['date5', '2019年10月1日', true],
  ['date5', '2019年10月1日 15:01', true],
  ['date5', 'tomorrow', false],
  ['amount6', '¥42.00', true],
  ['amount6', '42元', true],
  ['amount6', '12345678901', false],
  ['amount6', 'free', false],
  ['phone_number7', '+86-0766-66888866', true],
  ['phone_number7', 'ask me', false],
  ['car_number8', '粤A8Z888挂', true],
  ['car_number8', '粤A8Z8888888', false],
  ['name9', '张三', true],
  ['name9', 'Mia Chen', true],
  ['name9', '一二三四五六七八九十一', false],
  ['phrase10', '配送中', true],
  ['phrase10', '正在配送中了', false],
  ['phrase10', 'sent', false],
  ['thing1', '', false],
])('%s takes %j: %s', (key, value, taken) => {
  expect(isValueAllowed(key, value)).toBe(taken)
})

test.each([
  ['thing1', true],
  ['phone_number12', true],
  ['thing', false],
  ['word1', false],
])('%s is a field: %s', (key, known) => {
  expect(isTemplateField(key)).toBe(known)
})
