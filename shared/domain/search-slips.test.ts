import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editDistance, nearestWords, slipKeys } from './search-slips'

const shares = (a: string, b: string) => slipKeys(a).some((key) => slipKeys(b).includes(key))

describe('slips', () => {
  test.each([
    ['白查', ['白茶', '普洱', '白毫银针'], ['白茶']],
    ['ooling', ['oolong', 'green'], ['oolong']],
    ['whtie', ['white', 'whisk'], ['white']],
    ['wulogn', ['乌龙', '普洱'], ['乌龙']],
    ['white', ['white'], []],
  ])('%p among %p may be %p', (query, words, nearest) => {
    expect(nearestWords(query, words, 4)).toEqual(nearest)
  })

  test('a word and what one slip makes of it share a key', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/)
    fc.assert(
      fc.property(word, fc.nat(11), fc.stringMatching(/^[a-z]$/), (text, place, letter) => {
        const at = place % text.length
        const [before, after] = [text.slice(0, at), text.slice(at + 1)]
        expect(shares(text, before + after)).toBe(true)
        expect(shares(text, before + letter + after)).toBe(true)
        expect(shares(text, before + letter + text.slice(at))).toBe(true)
        const swapped = text.slice(0, at) + after.charAt(0) + text.charAt(at) + after.slice(1)
        expect(shares(text, swapped)).toBe(true)
      }),
    )
  })

  test('a slip in the sound shares a key, too', () => {
    expect(shares('baichaa', '白茶')).toBe(true)
    expect(shares('百茶', '白茶')).toBe(true)
    expect(shares('乌龙', '白茶')).toBe(false)
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
