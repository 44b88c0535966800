import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { activeNames, glyphNames, STROKE } from './glyph-names'
import { loadPathKit, outlineOf, UNITS } from './outline'
import { iconStyleSheet } from './style-sheet'

const committed = readFileSync(resolve(__dirname, '../../miniprogram/styles/icons.wxss'), 'utf8')

/** Compression differs between versions of Node; what it holds does not. */
const unpacked = (sheet: string): { rules: string; tables: [tag: string, bytes: Buffer][] } => {
  const packed = /base64,([^']+)'/.exec(sheet)?.[1] ?? ''
  const file = Buffer.from(packed, 'base64')
  const tables = Array.from({ length: file.readUInt16BE(12) }, (_, i): [string, Buffer] => {
    const at = 44 + i * 20
    const [offset, length] = [file.readUInt32BE(at + 4), file.readUInt32BE(at + 8)]
    const body = file.subarray(offset, offset + length)
    const bytes = length < file.readUInt32BE(at + 12) ? inflateSync(body) : Buffer.from(body)
    return [file.toString('latin1', at, at + 4), bytes]
  })
  return { rules: sheet.replace(packed, ''), tables }
}

const line = '<path stroke="black" stroke-linecap="square" d="M5 12H19"></path>'
const ring = '<path stroke="black" d="M4 4H20V20H4Z"></path>'

describe('the icons in the package', () => {
  test('are what the drawings give', async () => {
    expect(unpacked(committed)).toEqual(unpacked(await iconStyleSheet()))
  })

  test('need no network and little room', () => {
    expect(committed).not.toMatch(/https?:|url\((?!'data:)/)
    expect(committed.length).toBeLessThan(20_000)
  })

  test('are reachable by class name', () => {
    for (const name of [...glyphNames, ...activeNames.map((active) => `${active}-active`)])
      expect(committed).toMatch(
        new RegExp(`\\.t-icon-${name}:before\\{content:'\\\\[0-9A-F]{4}'\\}`),
      )
  })

  test('have no drawing without a name', () => {
    const drawings = readdirSync(resolve(__dirname, 'svg')).filter((file) => file.endsWith('.svg'))
    expect(drawings.map((file) => file.slice(0, -4)).sort()).toEqual([...glyphNames].sort())
  })
})

describe('an outline', () => {
  test('is as wide as the stroke and reaches past square ends', async () => {
    const [contour, ...more] = outlineOf(await loadPathKit(), line, STROKE)
    const xs = contour?.map((point) => point.x) ?? []
    const ys = contour?.map((point) => point.y) ?? []
    expect(more).toEqual([])
    expect(Math.max(...ys) - Math.min(...ys)).toBe(STROKE * UNITS)
    expect(Math.max(...xs) - Math.min(...xs)).toBe((14 + STROKE) * UNITS)
  })

  test('winds areas clockwise and holes against them', async () => {
    const contours = outlineOf(await loadPathKit(), ring, STROKE)
    const areas = contours.map((contour) =>
      contour.reduce((sum, a, i) => {
        const b = contour[(i + 1) % contour.length] ?? a
        return sum + (a.x * b.y - b.x * a.y) / (2 * UNITS * UNITS)
      }, 0),
    )
    expect(areas.sort((a, b) => a - b)).toEqual([-(17.5 ** 2), 14.5 ** 2])
  })

  test('of something that is no path is refused', async () => {
    const kit = await loadPathKit()
    expect(() => outlineOf(kit, '<path stroke="black" d="here"></path>', STROKE)).toThrow(
      'not a path',
    )
  })
})
