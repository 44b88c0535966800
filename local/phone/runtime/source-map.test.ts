import { expect, test } from '@jest/globals'
import { transformSync } from 'esbuild'
import { originalPlace } from './source-map'

const source = `interface Shape { width: number }

export function area(shape: Shape): number {
  const height = 2

  return boom(shape.width * height)
}
`

const { code } = transformSync(source, {
  loader: 'ts',
  format: 'cjs',
  sourcemap: 'inline',
  sourcefile: '/somewhere/miniprogram/pages/a/a.ts',
})

test('a place in a built file leads to the line that was written', () => {
  const lines = code.split('\n')
  const line = lines.findIndex((text) => text.includes('boom(')) + 1
  const column = (lines[line - 1] ?? '').indexOf('boom') + 1
  expect(originalPlace(code, { file: 'pages/a/a.js', line, column })).toEqual({
    file: 'pages/a/a.ts',
    line: 6,
    column: 10,
  })
})

test('a file without a map stays as it is', () => {
  const place = { file: 'pages/a/a.js', line: 3, column: 4 }
  expect(originalPlace('exports.a = 1', place)).toEqual(place)
})
