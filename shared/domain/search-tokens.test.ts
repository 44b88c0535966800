import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  indexTokens,
  partSoundingLike,
  queryReadings,
  soundTokens,
  syllablesOf,
} from './search-tokens'

const tea = indexTokens([
  { text: '冻顶乌龙茶', isName: true },
  { text: 'Dongding Oolong 2026', isName: true, isRead: false },
])
const finds = (query: string) =>
  queryReadings(query).some((tokens) => tokens.every((token) => tea.includes(token)))

describe('finding', () => {
  test.each([
    '乌龙',
    '龙',
    '冻顶乌龙茶',
    '乌龙 茶',
    'oolong',
    'OOL',
    'ｏｏｌｏｎｇ',
    'oolongs',
    'wulong',
    'dongdingwulongcha',
    'dongdingw',
    'ddwl',
    'wl',
    'wl cha',
    '2026',
    '乌龙oolong',
  ])('%p finds it', (query) => {
    expect(finds(query)).toBe(true)
  })

  test.each(['龙乌', '红茶', 'long ding tea', 'olong', '  ', '？！', '2025', '202', 'baicha'])(
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
        for (const token of queryReadings(part)[0] ?? []) expect(tokens).toContain(token)
      }),
    )
  })

  test('asks for few readings of few tokens, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const readings = queryReadings(text)
        expect(readings.length).toBeLessThanOrEqual(6)
        for (const tokens of readings) {
          expect(tokens.length).toBeGreaterThan(0)
          expect(tokens.length).toBeLessThanOrEqual(8)
        }
      }),
    )
  })

  test('a word that is being typed is found from its first letter on', () => {
    const word = indexTokens([{ text: '乌龙', isName: true, isTyped: true }])
    for (const typed of ['w', 'wu', 'wul', 'wulo', 'wulong', 'wl', '乌'])
      expect([
        typed,
        queryReadings(typed, true).some((tokens) => tokens.every((token) => word.includes(token))),
      ]).toEqual([typed, true])
  })
})

describe('sound', () => {
  test('a slip of the same sound finds what was meant', () => {
    expect(soundTokens('白查')).toEqual(["'bai'cha"])
    expect(partSoundingLike('白查', '古树白茶')).toBe('白茶')
    expect(partSoundingLike('红查', '古树白茶')).toBeUndefined()
  })
  test('letters have no sound of their own', () => {
    expect(soundTokens('tea')).toBeUndefined()
  })
  test('given syllables win over the usual reading, when they are complete', () => {
    expect(syllablesOf('长白', ['zhang', 'bai'])).toEqual(['zhang', 'bai'])
    expect(syllablesOf('长白', ['zhang'])).toEqual(['chang', 'bai'])
  })
})
