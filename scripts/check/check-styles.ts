import fs from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'
import { pagesSource } from '../paths'
import { sourceFiles } from '../build/source-files'

/** Files that define the tokens, and so hold the raw values. */
const tokenFiles = new Set(['styles/tokens.wxss', 'styles/accents.wxss', 'styles/icons.wxss'])

interface StyleRule {
  pattern: RegExp
  advice: string
  /** Only declarations of these properties are looked at. */
  properties?: RegExp
}

const rules: readonly StyleRule[] = [
  { pattern: /#[0-9a-f]{3,8}\b/i, advice: 'use a colour token' },
  { pattern: /\b(?:rgba?|hsla?)\(/i, advice: 'use a colour token' },
  {
    pattern: /\b(?:white|black|red|green|blue|gray|grey|orange|yellow|silver)\b/i,
    advice: 'use a colour token',
    properties: /color|background|border|shadow|fill|stroke/,
  },
  { pattern: /\d(?:rpx|rem|em)\b(?<!\b0em)/i, advice: 'use calc(N * var(--y-u)) or a size token' },
  {
    pattern: /(?<![\d.])(?!0px|1px)\d*\.?\d+px\b/,
    advice: 'use calc(N * var(--y-u)) or a size token',
  },
  { pattern: /(?<![\w.-])\d*\.?\d+m?s\b/, advice: 'use a time token (--y-t-*)' },
  {
    pattern: /^(?!var\()/,
    advice: 'use var(--y-regular) or var(--y-strong)',
    properties: /^font-weight$/,
  },
]

/** Mistakes in one style sheet, as `file:line: advice`. */
export function styleProblems(file: string, source: string): string[] {
  const problems: string[] = []
  postcss.parse(source, { from: file }).walkDecls((declaration) => {
    const value = declaration.value.replace(/url\([^)]*\)/g, '').replace(/var\([^()]*\)/g, 'var()')
    for (const { pattern, advice, properties } of rules) {
      if (properties && !properties.test(declaration.prop)) continue
      if (!pattern.test(value)) continue
      const line = declaration.source?.start?.line ?? 0
      problems.push(`${file}:${line}: ${declaration.prop}: ${declaration.value} (${advice})`)
    }
  })
  return problems
}

/** Mistakes in the style attributes of one WXML file. */
export function markupProblems(file: string, source: string): string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\b(?:style|color|background)="([^"]*)"/g)]
        .filter(([, value = '']) => /#[0-9a-f]{3,8}\b|\brgba?\(|\drpx\b/i.test(value))
        .map(([attribute]) => `${file}:${index + 1}: ${attribute} (use a class and tokens)`),
    )
}

/** All mistakes in the pages' style sheets and markup. */
export function allStyleProblems(): string[] {
  return sourceFiles(pagesSource).flatMap((file) => {
    if (tokenFiles.has(file)) return []
    const read = () => fs.readFileSync(path.join(pagesSource, file), 'utf8')
    if (file.endsWith('.wxss')) return styleProblems(`miniprogram/${file}`, read())
    if (file.endsWith('.wxml')) return markupProblems(`miniprogram/${file}`, read())
    return []
  })
}
