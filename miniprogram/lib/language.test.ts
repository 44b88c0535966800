import { describe, expect, test } from '@jest/globals'
import { fill } from './language'

describe('filling a text', () => {
  test.each([
    ['{value}没有{before}的了', { value: '礼盒', before: '250 克' }, '礼盒没有 250 克的了'],
    ['{value}没有{before}的了', { value: '50 g', before: '罐装' }, '50 g 没有罐装的了'],
    ['还有 {count} 件', { count: 6 }, '还有 6 件'],
    ['共{count}件', { count: 6 }, '共 6 件'],
    ['{name}，第 {index} 张', { name: '云山', index: 1 }, '云山，第 1 张'],
    ['{count} left', { count: 6 }, '6 left'],
    ['{unknown} stays', {}, '{unknown} stays'],
  ])('%s', (text, values, expected) => {
    expect(fill(text, values)).toBe(expected)
  })
})
