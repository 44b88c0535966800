import { expect, test } from '@jest/globals'
import { compileWxs } from './compile-wxs'

const run = (source: string): unknown => {
  const { code, problems } = compileWxs(source, 'a.wxs')
  expect(problems).toEqual([])
  const module = { exports: {} as unknown }
  const getRegExp = (pattern: string, flags?: string) => new RegExp(pattern, flags)
  new Function('module', 'exports', 'getRegExp', code)(module, module.exports, getRegExp)
  return module.exports
}

test('constructor is a name, but text and keys stay as they are', () => {
  const source = `// x.constructor
    module.exports = { is: [1].constructor === 'Array', constructor: 1, text: '.constructor' }`
  expect(run(source)).toMatchObject({ is: true, text: '.constructor' })
})

test('a backslash in getRegExp stands for itself, single or doubled', () => {
  const source = `module.exports = [
    getRegExp('\\d+').test('12'), getRegExp('\\\\d+').test('12'), getRegExp("a\\.b").test('axb')]`
  expect(run(source)).toEqual([true, true, false])
})

test('required files are named', () => {
  expect(
    compileWxs(`var a = require('./a.wxs'); var b = require("/b.wxs")`, 'x.wxs').requires,
  ).toEqual(['./a.wxs', '/b.wxs'])
})

test.each([
  ['var a = 1\nlet b = 2', 2, 1, 'WXS does not have "let"'],
  ['var f = () => 1', 1, 12, 'WXS does not have "=>"'],
  ['var t = `x`', 1, 9, 'WXS does not have templates'],
  ['var d = new Date()', 1, 9, 'WXS does not have "new"'],
])('%j is refused at its place', (source, line, column, message) => {
  expect(compileWxs(source, 'a.wxs').problems).toEqual([
    { severity: 'error', file: 'a.wxs', line, column, message },
  ])
})

test('a syntax error has its line, counted from where an inline script begins', () => {
  const [problem] = compileWxs('var a = {\nb c\n}', 'page.wxml', 10).problems
  expect(problem).toMatchObject({ file: 'page.wxml', line: 11, column: 3 })
  expect(problem?.message).toMatch(/^SyntaxError/)
})
