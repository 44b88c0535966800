import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse, type Container, type Root } from 'postcss'

const read = (file: string): Root => parse(readFileSync(join(__dirname, file), 'utf8'))

const tokens = read('tokens.wxss')
const tdesign = read('tdesign.wxss')

const valuesOf = (root: Root, selector: string, insideMedia?: string): Map<string, string> => {
  const values = new Map<string, string>()
  root.walkRules((rule) => {
    const media =
      (rule.parent as Container | undefined)?.type === 'atrule' ? rule.parent : undefined
    const query = media && 'params' in media ? String(media.params) : undefined
    if (query !== insideMedia || !rule.selectors.includes(selector)) return
    rule.walkDecls((declaration) => {
      values.set(declaration.prop, declaration.value)
    })
  })
  return values
}

const light = valuesOf(tokens, '.theme-light')
const dark = valuesOf(tokens, '.theme-dark')
const systemDark = valuesOf(tokens, 'page', '(prefers-color-scheme: dark)')

const luminance = (colour: string): number => {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

const contrast = (theme: Map<string, string>, ink: string, ground: string): number => {
  const value = (name: string): number => {
    const colour = theme.get(`--y-${name}`)
    if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`--y-${name} is not a colour`)
    return luminance(colour)
  }
  const [a, b] = [value(ink), value(ground)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const textPairs: readonly [ink: string, ground: string][] = [
  ...['surface', 'bg', 'sunken'].flatMap((ground): [string, string][] => [
    ['text-1', ground],
    ['text-2', ground],
    ['text-3', ground],
  ]),
  ...['mist', 'tea', 'dusk', 'ochre', 'stone', 'dye'].map((plate): [string, string] => [
    'text-2',
    `plate-${plate}`,
  ]),
  ['text-3', 'raised'],
  ['text-3', 'pressed'],
  ['brand-text', 'surface'],
  ['brand-text', 'bg'],
  ['brand-text', 'brand-soft'],
  ['on-brand', 'brand'],
  ['on-ink', 'ink'],
  ['price', 'surface'],
  ['deal', 'surface'],
  ['deal', 'bg'],
  ['deal', 'deal-soft'],
  ['on-badge', 'badge'],
  ['success', 'surface'],
  ['success', 'success-soft'],
  ['warn', 'surface'],
  ['warn', 'warn-soft'],
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['on-danger', 'danger-fill'],
]

const linePairs: readonly [ink: string, ground: string][] = [
  ['border-3', 'surface'],
  ['chart-1', 'surface'],
  ['chart-2', 'surface'],
  ['chart-3', 'surface'],
  ['chart-4', 'surface'],
]

describe('themes', () => {
  test('dark by the system and dark by choice are the same', () => {
    expect(dark.size).toBeGreaterThan(50)
    expect([...systemDark]).toEqual([...dark])
  })

  test('light and dark declare the same names', () => {
    const themed = [...light.keys()].filter((name) => name.startsWith('--y-'))
    expect([...dark.keys()].sort()).toEqual(themed.sort())
  })

  test('the page starts in the light theme', () => {
    for (const [name, value] of light)
      expect([name, valuesOf(tokens, 'page').get(name)]).toEqual([name, value])
  })
})

describe.each([
  ['light', light],
  ['dark', dark],
])('contrast in %s', (_name, theme) => {
  test.each(textPairs)('%s on %s reads as text', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(linePairs)('%s on %s is seen as a line', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(3)
  })
})

describe('what WeChat can compile', () => {
  test.each([
    ['tokens.wxss', tokens],
    ['tdesign.wxss', tdesign],
  ])('%s has only simple selectors', (_file, root) => {
    const selectors: string[] = []
    root.walkRules((rule) => {
      selectors.push(...rule.selectors)
    })
    for (const selector of selectors) expect(selector).toMatch(/^(page|\.[a-z-]+)$/)
  })

  test('every token that is used is declared', () => {
    const declared = new Set<string>()
    const used = new Set<string>()
    for (const root of [tokens, tdesign])
      root.walkDecls((declaration) => {
        declared.add(declaration.prop)
        for (const [, name] of declaration.value.matchAll(/var\((--[\w-]+)/g)) used.add(name ?? '')
      })
    expect([...used].filter((name) => !declared.has(name))).toEqual([])
  })
})
