import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { demoCatalogue } from '../../scripts/demo/catalogue/catalogue'
import { readingOf, splitPinyin } from './pinyin'

test.each([
  ['wulong', [['wu', 'long']]],
  ['xian', [['xian'], ['xi', 'an']]],
  ['lvcha', [['lv', 'cha']]],
  ['dongd', [['dong']]],
  ['tea', [['te', 'a']]],
  ['xyz', []],
])('%p is %p', (letters, syllables) => {
  expect(splitPinyin(letters).map((split) => split.syllables)).toEqual(syllables)
})

test('what remains of a begun syllable is kept', () => {
  expect(splitPinyin('dongdi').map(({ rest }) => rest)).toEqual([''])
  expect(splitPinyin('baich')).toEqual([{ syllables: ['bai'], rest: 'ch' }])
})

test('any reading spells the text again, and none takes long', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,40}$/), (letters) => {
      for (const { syllables, rest } of splitPinyin(letters))
        expect(syllables.join('') + rest).toBe(letters)
    }),
  )
})

test('the table reads the names of the demo as their writers do', () => {
  const wrong = demoCatalogue.products.flatMap(({ name, pinyin }) =>
    [...name.zh.replace(/[^\p{Script=Han}]/gu, '')].flatMap((character, at) =>
      readingOf(character) === pinyin.syllables[at] ? [] : [`${name.zh} ${character}`],
    ),
  )
  expect(wrong).toEqual([])
})
