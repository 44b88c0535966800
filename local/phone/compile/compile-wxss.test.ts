import { expect, test } from '@jest/globals'
import { settleStyle, type StyleSetting } from '../runtime/styles'
import { compileWxss } from './compile-wxss'

const setting: StyleSetting = { scope: '', host: 's1', width: 375, pixelRatio: 2, theme: 'light' }

const settled = (source: string, change: Partial<StyleSetting> = {}): string => {
  const { css, problems } = compileWxss(source, 'a.wxss')
  expect(problems).toEqual([])
  return settleStyle(css, { ...setting, ...change })
}

test.each([
  ['.a{width:100rpx}', '.a{width:50px}'],
  ['.a{width:25rpx;margin:-25rpx}', '.a{width:12px;margin:-12px}'],
  ['.a{border-width:1rpx}', '.a{border-width:0.5px}'],
  ['.a{width:calc(100% - 20rpx);top:0rpx}', '.a{width:calc(100% - 10px);top:0px}'],
  ['.a{--my-20rpx:1;background:#20rpx}', '.a{--my-20rpx:1;background:#20rpx}'],
  ['@media (min-width:750rpx){.a{top:0}}', '@media (min-width:375px){.a{top:0}}'],
])('%s has whole pixels', (source, css) => {
  expect(settled(source)).toBe(css)
})

test('a hairline is a whole pixel where the screen has no halves', () => {
  expect(settled('.a{height:1rpx}', { pixelRatio: 1 })).toBe('.a{height:1px}')
})

test("classes carry the scope, tags are the phone's elements", () => {
  const source = 'page .a.b\\/2 view>t-cell::after,:host .c{color:red}'
  expect(settled(source, { scope: 's1' })).toBe(
    'body .s1--a.s1--b\\/2 wx-view>t-cell::after,[wx-host=s1] .s1--c{color:red}',
  )
})

test('steps of keyframes are no selectors', () => {
  const source = '@keyframes x{from{top:2rpx}50%{top:0}}'
  expect(settled(source, { scope: 's1' })).toBe('@keyframes x{from{top:1px}50%{top:0}}')
})

test('colour schemes follow the theme of WeChat', () => {
  const source = '@media (prefers-color-scheme: dark) and (min-width:1px){.a{top:0}}'
  expect(settled(source)).toBe('@media (max-width:0px) and (min-width:1px){.a{top:0}}')
  expect(settled(source, { theme: 'dark' })).toBe(
    '@media (min-width:0px) and (min-width:1px){.a{top:0}}',
  )
})

test('safe areas are variables of the page', () => {
  expect(settled('.a{padding:env(safe-area-inset-bottom, 0)}')).toBe(
    '.a{padding:var(--safe-area-inset-bottom, 0)}',
  )
})

test('imports are named and taken out', () => {
  const { css, imports } = compileWxss(
    `@import "./a.wxss";\n@import url('/b.wxss');.a{top:0}`,
    'x.wxss',
  )
  expect(imports.map(({ reference, line }) => [reference, line])).toEqual([
    ['./a.wxss', 1],
    ['/b.wxss', 2],
  ])
  expect(css).not.toContain('import')
})

test.each([
  ['.a{background:url(/images/a.png)}', 1, 'WXSS cannot load the local file "/images/a.png"'],
  ['.a{top:0}\n*{top:0}', 2, 'WXSS does not have the selector "*"'],
  ['.a{top:0}\n.b{', 2, 'Unclosed block'],
])('%j is refused at its line', (source, line, message) => {
  const [problem] = compileWxss(source, 'a.wxss').problems
  expect(problem).toMatchObject({ severity: 'error', file: 'a.wxss', line })
  expect(problem?.message).toContain(message)
})
