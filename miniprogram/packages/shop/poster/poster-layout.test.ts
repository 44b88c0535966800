import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { broken, layPoster, posterWidth } from './poster-layout'
import type { PosterText, PosterWords } from './poster-layout'

/** A font in which Chinese is 10 wide and everything else 5. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u3400-\u9fff]/.test(letter) ? 10 : 5), 0)
const words: PosterWords = {
  company: '云山',
  name: '云山雾尖',
  line: '单芽，兰花香',
  price: '¥116 起',
  was: '¥128',
  scan: '长按或扫码看看',
}
const textsOf = (changed: Partial<PosterWords>) =>
  layPoster({ ...words, ...changed }, measure).parts.filter(
    (part): part is PosterText => part.kind === 'text',
  )

describe('lines', () => {
  test('break anywhere in Chinese and between words in English', () => {
    expect(broken('云山雾尖明前茶', 40, 2, measure)).toEqual(['云山雾尖', '明前茶'])
    expect(broken('Yunshan Mist Tips', 50, 2, measure)).toEqual(['Yunshan', 'Mist Tips'])
    expect(broken('a 云山Mist', 30, 2, measure)).toEqual(['a 云山', 'Mist'])
    expect(broken('a Mist云山', 30, 2, measure)).toEqual(['a Mist', '云山'])
  })
  test('end in an ellipsis when there is no room', () => {
    expect(broken('云山雾尖明前茶礼盒', 40, 2, measure)).toEqual(['云山雾尖', '明前茶…'])
  })
  test('are never wider than their room, and lose nothing before the last', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (text, most) => {
        const lines = broken(text, 80, most, measure)
        expect(lines.length).toBeLessThanOrEqual(most)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(80)
        if (!lines.some((line) => line.endsWith('…')))
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

describe('a poster', () => {
  test('has its picture in the middle of the plate, and its words one below the other', () => {
    const { height, parts } = layPoster(words, measure)
    const ground = parts.find(({ kind }) => kind === 'ground')
    if (ground?.kind !== 'ground') throw new Error('there is no plate')
    expect(ground.x * 2 + ground.width).toBe(posterWidth)
    const [product, code] = parts.flatMap((part) => (part.kind === 'picture' ? [part] : []))
    expect(product!.x * 2 + product!.size).toBe(posterWidth)
    expect(product!.y - ground.y).toBe(product!.x - ground.x)
    expect(code!.x + code!.size).toBe(posterWidth - ground.x)
    expect(height - code!.y - code!.size).toBe(ground.x)

    const of = (text: string) => textsOf({}).find((part) => part.text === text)!
    expect(of(words.was).y).toBe(of(words.price).y)
    expect(of(words.was).x).toBe(of(words.price).x + measure(words.price) + 8)
    const ys = [words.company, words.name, words.line, words.price, words.scan].map(
      (text) => of(text).y,
    )
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
    expect(of(words.scan).y - of(words.price).y).toBe(26)
    expect(of(words.price).y - of(words.line).y).toBe(34)
  })
  test('keeps everything on the paper', () => {
    for (const name of ['茶', words.name.repeat(20)]) {
      const { height, parts } = layPoster({ ...words, name }, measure)
      for (const part of parts) {
        const right = part.kind === 'picture' ? part.x + part.size : part.x
        const bottom = part.kind === 'picture' ? part.y + part.size : part.y
        expect(right).toBeLessThanOrEqual(posterWidth)
        expect(bottom).toBeLessThanOrEqual(height)
      }
    }
  })
  test('crosses out a former price, and only when there is one', () => {
    expect(textsOf({}).filter(({ isCrossedOut }) => isCrossedOut)).toHaveLength(1)
    expect(textsOf({ was: '' }).filter(({ isCrossedOut }) => isCrossedOut)).toEqual([])
  })
  test('is higher for a name of two lines', () => {
    const high = layPoster({ ...words, name: '云山雾尖'.repeat(12) }, measure).height
    expect(high).toBeGreaterThan(layPoster(words, measure).height)
  })
})
