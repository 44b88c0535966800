import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { home } from './catalogue/company'

const root = resolve(__dirname, '../..')
const images = resolve(root, 'miniprogram/images')

/** What docs/deploy.md tells a new owner to replace. */
const section =
  readFileSync(resolve(root, 'docs/deploy.md'), 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith('Make it yours')) ?? ''

const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [, files = '', size = ''] = line.split('|')
    return [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => [file, size.trim()] as const)
  })

/** Width and height as each of the three kinds of WebP files says them. */
function sizeOf(file: string): string {
  const bytes = readFileSync(resolve(images, file))
  switch (bytes.toString('latin1', 8, 16)) {
    case 'WEBPVP8X':
      return `${bytes.readUIntLE(24, 3) + 1} × ${bytes.readUIntLE(27, 3) + 1}`
    case 'WEBPVP8L': {
      const packed = bytes.readUInt32LE(21)
      return `${(packed & 0x3fff) + 1} × ${((packed >>> 14) & 0x3fff) + 1}`
    }
    case 'WEBPVP8 ':
      return `${bytes.readUInt16LE(26) & 0x3fff} × ${bytes.readUInt16LE(28) & 0x3fff}`
    default:
      return 'not WebP'
  }
}

test('every picture of the package is named, and no other', () => {
  expect(rows.map(([file]) => file).sort()).toEqual(readdirSync(images).sort())
})

test.each(rows)('%s is %s pixels', (file, size) => {
  expect(sizeOf(file)).toBe(size)
})

test('the title it names is where it says', () => {
  expect(section).toContain('`window.navigationBarTitleText`')
  const app = JSON.parse(readFileSync(resolve(root, 'miniprogram/app.json'), 'utf8')) as {
    window: { navigationBarTitleText?: string }
  }
  expect(app.window.navigationBarTitleText).toMatch(/\S/)
})

test('the first door of the demo’s layout is the large one', () => {
  expect(home.doors[0]?.picture).toBe('/images/door-tea.webp')
})
