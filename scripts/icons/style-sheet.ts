import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ACTIVE_STROKE, activeNames, glyphNames, STROKE } from './glyph-names'
import { DESCENT, GRID, loadPathKit, outlineOf, UNITS } from './outline'
import type { Glyph } from './true-type'
import { woff } from './woff'

const FAMILY = 't'
const FIRST_OF_OURS = 0xf000

/** TDesign's own code points, so that a style of its own that names one still shows our drawing. */
const tdesignCodePoints = (): Map<string, number> => {
  const sheet = createRequire(__filename).resolve(
    'tdesign-miniprogram/miniprogram_dist/icon/icon.wxss',
  )
  const rules = readFileSync(sheet, 'utf8').matchAll(
    /\.t-icon-([\w-]+):before\{content:'\\([0-9A-F]+)'/g,
  )
  return new Map([...rules].map(([, name = '', code = '']) => [name, Number.parseInt(code, 16)]))
}

const drawing = (name: string): string =>
  readFileSync(join(__dirname, 'svg', `${name}.svg`), 'utf8')

const drawGlyphs = async (): Promise<Glyph[]> => {
  const kit = await loadPathKit()
  const codePoints = tdesignCodePoints()
  const known = glyphNames.map((name): Glyph => {
    const codePoint = codePoints.get(name)
    if (codePoint === undefined) throw new Error(`TDesign has no icon "${name}"`)
    return { name, codePoint, contours: outlineOf(kit, drawing(name), STROKE) }
  })
  const active = activeNames.map((name, i): Glyph => ({
    name: `${name}-active`,
    codePoint: FIRST_OF_OURS + i,
    contours: outlineOf(kit, drawing(name), ACTIVE_STROKE),
  }))
  return [...known, ...active].sort((a, b) => a.codePoint - b.codePoint)
}

const withFont = (glyphs: readonly Glyph[], font: Buffer): string => {
  const rules = glyphs.map(
    ({ name, codePoint }) =>
      `.t-icon-${name}:before{content:'\\${codePoint.toString(16).toUpperCase()}'}`,
  )
  return `/* Written by scripts/icons/build.ts. Drawings: TDesign, MIT (scripts/icons/svg/LICENSE). */
@font-face{font-family:${FAMILY};src:url('data:font/woff;base64,${font.toString('base64')}') format('woff');font-weight:400;font-style:normal}
.t-icon--image,.t-icon__image{width:100%;height:100%}
.t-icon__image{vertical-align:top}
.t-icon-base{display:block;font-style:normal;font-weight:400;font-variant:normal;line-height:1;text-align:center;text-transform:none;-webkit-font-smoothing:antialiased}
.t-icon{font-family:${FAMILY}!important}
${rules.join('\n')}
`
}

/** The whole `icons.wxss`: the same drawings give the same bytes. */
export const iconStyleSheet = async (): Promise<string> => {
  const glyphs = await drawGlyphs()
  const font = woff({
    family: FAMILY,
    unitsPerEm: GRID * UNITS,
    ascent: (GRID - DESCENT) * UNITS,
    descent: -DESCENT * UNITS,
    glyphs,
  })
  return withFont(glyphs, font)
}
