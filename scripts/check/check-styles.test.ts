import { expect, test } from '@jest/globals'
import { allStyleProblems, markupProblems, styleProblems } from './check-styles'

test.each([
  '.a { color: #fff }',
  '.a { background: rgba(0, 0, 0, 0.5) }',
  '.a { border: 1px solid red }',
  '.a { width: 20rpx }',
  '.a { margin: 0 12px }',
  '.a { transition: opacity 200ms }',
  '.a { animation: spin 1.6s infinite }',
  '.a { font-weight: 500 }',
])('a raw value is refused: %s', (source) => {
  expect(styleProblems('a.wxss', source)).toHaveLength(1)
})

test.each([
  '.a { color: var(--y-text-1) }',
  '.a { margin: 0 calc(12 * var(--y-u)) 1px 0px }',
  '.a { transition: opacity var(--y-t-tap) var(--y-ease-out) }',
  '.a { font-weight: var(--y-strong) }',
  '.a { width: 100%; flex: 1; line-height: 1; opacity: 0.4 }',
  '.a { background: transparent; color: inherit }',
])('a token is taken: %s', (source) => {
  expect(styleProblems('a.wxss', source)).toEqual([])
})

test('a mistake is told with its place and what to write', () => {
  expect(styleProblems('a.wxss', '.a {\n  color: #fff;\n  width: 20rpx;\n}')).toEqual([
    'a.wxss:2: color: #fff (use a colour token)',
    'a.wxss:3: width: 20rpx (use calc(N * var(--y-u)) or a size token)',
  ])
})

test('raw values in markup are refused', () => {
  expect(markupProblems('a.wxml', '<view style="color: #fff" />')).toHaveLength(1)
  expect(markupProblems('a.wxml', '<view style="height: {{height}}px" />')).toEqual([])
})

test('the pages use tokens only', () => {
  expect(allStyleProblems()).toEqual([])
})
