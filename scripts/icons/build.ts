/**
 * Writes `miniprogram/styles/icons.wxss`: our subset of TDesign's outline icons as one small font
 * with lines 1.5 wide, under the class names and code points of `t-icon`.
 *
 *     npx tsx scripts/icons/build.ts
 *
 * A new icon: put its drawing into `svg/` (from the npm package `tdesign-icons-svg`, MIT) and its
 * name into `glyph-names.ts`.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { iconStyleSheet } from './style-sheet'

const OUTPUT = resolve(__dirname, '../../miniprogram/styles/icons.wxss')

void iconStyleSheet().then((sheet) => {
  writeFileSync(OUTPUT, sheet)
  console.log(`${OUTPUT}: ${sheet.length} bytes`)
})
