import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'postcss'
import { accents } from '../../shared/domain/accent'

const grounds = {
  light: ['#ffffff', '#f5f5f2', '#f3f4f1'],
  dark: ['#161a19', '#0f1212', '#202524'],
} as const
const sheet = parse(readFileSync(join(__dirname, 'accents.wxss'), 'utf8'))

function valuesOf(selector: string): Map<string, string> {
  const values = new Map<string, string>()
  sheet.walkRules((rule) => {
    if (rule.parent?.type !== 'root' || !rule.selectors.includes(selector)) return
    rule.walkDecls(({ prop, value }) => void values.set(prop, value))
  })
  return values
}

const channel = (colour: string, at: number): number => {
  const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const luminance = (colour: string): number =>
  0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5)
const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

test.each(accents.filter((accent) => accent !== 'dai'))(
  '%s keeps its contrast in both themes',
  (accent) => {
    for (const theme of ['light', 'dark'] as const) {
      const values = valuesOf(`.theme-${theme}.accent-${accent}`)
      const value = (name: string) => values.get(`--y-${name}`) ?? ''
      for (const ground of [...grounds[theme], value('brand-soft')])
        expect(contrast(value('brand-text'), ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast('#ffffff', value('brand'))).toBeGreaterThanOrEqual(4.5)
      expect(contrast('#ffffff', value('brand-press'))).toBeGreaterThanOrEqual(4.5)
    }
  },
)
