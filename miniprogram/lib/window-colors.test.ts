import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import theme from '../theme.json'
import { windowColors } from './window-colors'

test.each([
  ['light', 'LIGHT'],
  ['dark', 'DARK'],
] as const)('%s is the surface of the tokens and of theme.json', (name, block) => {
  const tokens = readFileSync(resolve(__dirname, '../styles/tokens.wxss'), 'utf8')
  const values = tokens.slice(tokens.indexOf(`/* ${block} */`))
  expect(/--y-surface: (#\w+)/.exec(values)?.[1]).toBe(windowColors[name].surface)
  expect(theme[name].surface).toBe(windowColors[name].surface)
})
