import { expect, test } from '@jest/globals'
import { compileWxml } from './compile-wxml'

test('names what a template includes, imports and uses', () => {
  const source = `<import src="./parts.wxml" /><include src="/shared/head" />
<wxs module="m" src="../lib/m.wxs" />
<view><t-cell generic:item="row" wx:if="{{ a < b }}">{{ '<no-tag>' }}</t-cell></view>`
  const { template, problems } = compileWxml(source, 'pages/a/a')
  expect(problems).toEqual([])
  expect(template.templates).toEqual(['pages/a/parts', 'shared/head'])
  expect(template.scripts).toEqual(['pages/lib/m'])
  expect(template.generics).toEqual(['row'])
  expect(template.tags).toEqual([
    { tag: 'view', line: 3, column: 1 },
    { tag: 't-cell', line: 3, column: 7 },
  ])
})

test('the last of two attributes with one name wins', () => {
  const { template } = compileWxml(`<view class="first" id="a" class="second" />`, 'a')
  expect(template.code).toContain('"second"')
  expect(template.code).not.toContain('first')
})

test('mistakes have their place', () => {
  const { problems } = compileWxml('<view>\n  <text>{{ a..b }}</text>\n</view>', 'a')
  expect(problems[0]).toMatchObject({ severity: 'error', file: 'a.wxml', line: 2 })
  expect(compileWxml('<view>\n<text>', 'a').problems).toContainEqual(
    expect.objectContaining({ severity: 'error', line: 2, message: 'missing end tag' }),
  )
})

test('an inline script is WXS like any other', () => {
  const source = `<view />\n<wxs module="m">\nvar a = 1\nlet b = 2\n</wxs>`
  expect(compileWxml(source, 'a').problems).toEqual([
    { severity: 'error', file: 'a.wxml', line: 4, column: 1, message: 'WXS does not have "let"' },
  ])
})
