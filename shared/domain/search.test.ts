import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editDistance, fragments, indexTokens, nearestWords, queryTokens } from './search'

const tea = indexTokens([
  { text: '冻顶乌龙茶', pinyin: ['dong', 'ding', 'wu', 'long', 'cha'] },
  { text: 'Dongding Oolong 2026' },
])
const finds = (query: string) => {
  const tokens = queryTokens(query)
  return tokens.length > 0 && tokens.every((token) => tea.includes(token))
}

describe('finding', () => {
  test.each([
    '乌龙',
    '龙',
    '冻顶乌龙茶',
    '乌龙 茶',
    'oolong',
    'OOL',
    'ｏｏｌｏｎｇ',
    'dongding',
    'dongd',
    'wulong',
    'ddwl',
    'wl',
    'wl cha',
    '2026',
    '乌龙oolong',
    'dongdingwulongcha',
  ])('%p finds it', (query) => {
    expect(finds(query)).toBe(true)
  })

  test.each(['龙乌', '红茶', 'long ding tea', 'olong', '  ', '？！', '2025'])(
    '%p does not',
    (query) => {
      expect(finds(query)).toBe(false)
    },
  )

  test('every part of a Chinese text finds it', () => {
    const text = fc.stringMatching(/^[\u4e00-\u4e20]{1,12}$/)
    fc.assert(
      fc.property(text, fc.nat(11), fc.nat(11), (whole, from, length) => {
        const part = whole.slice(from % whole.length).slice(0, length + 1)
        const tokens = new Set(indexTokens([{ text: whole }]))
        for (const token of queryTokens(part)) expect(tokens).toContain(token)
      }),
    )
  })

  test('asks for few tokens, the longest first', () => {
    const tokens = queryTokens('一二三四五六七八九十壹贰 white')
    expect(tokens[0]).toBe('white')
    expect(tokens).toHaveLength(8)
  })

  test('any text is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of queryTokens(text)) expect(token.length).toBeLessThanOrEqual(16)
        expect(Array.isArray(fragments(text))).toBe(true)
      }),
    )
  })
})

describe('slips', () => {
  test.each([
    ['白查', ['白茶', '普洱', '白毫银针'], ['白茶']],
    ['ooling', ['oolong', 'green'], ['oolong']],
    ['whtie', ['white', 'whisk'], ['white', 'whisk']],
    ['茶', ['茶器', '白茶', '云山雾尖'], ['茶器', '白茶']],
  ])('%p among %p may be %p', (query, words, nearest) => {
    expect(nearestWords(query, words, 4)).toEqual(nearest)
  })

  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%p is %p steps from %p', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})
