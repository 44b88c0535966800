import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createPackageCompiler } from './compile-package'
import type { CompiledPackage } from './compiled-package'

let root: string
let cache: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'package-'))
  cache = mkdtempSync(path.join(tmpdir(), 'package-cache-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
  rmSync(cache, { recursive: true })
})

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function component(name: string, wxml = '<view />', json: object = {}): Record<string, string> {
  return {
    [`${name}.json`]: JSON.stringify({ component: true, ...json }),
    [`${name}.wxml`]: wxml,
    [`${name}.js`]: 'Component({})',
  }
}

async function compile(files: Record<string, string> = {}): Promise<CompiledPackage> {
  write(files)
  return (await createPackageCompiler(root, cache).compile()).compiled
}

const page = (using: object, wxml: string) => ({
  'app.json': '{ "pages": ["pages/a/a"] }',
  'pages/a/a.json': JSON.stringify({ usingComponents: using }),
  'pages/a/a.wxml': wxml,
  'pages/a/a.js': 'Page({})',
})

test('components are found beside the file, from the root and in miniprogram_npm', async () => {
  const using = { one: 'one', two: '/lib/two', three: 'kit/three', four: './four/index' }
  const compiled = await compile({
    ...page(using, '<one /><two /><three /><four />'),
    ...component('pages/a/one'),
    ...component('one'),
    ...component('lib/two/index'),
    ...component('miniprogram_npm/kit/three/index', '<inner />', {
      usingComponents: { inner: 'deep/inner' },
    }),
    ...component('miniprogram_npm/kit/miniprogram_npm/deep/inner'),
    ...component('pages/a/four/index'),
  })
  expect(compiled.problems).toEqual([])
  expect(compiled.components['pages/a/a']?.using).toEqual({
    one: 'pages/a/one',
    two: 'lib/two/index',
    three: 'miniprogram_npm/kit/three/index',
    four: 'pages/a/four/index',
  })
  expect(compiled.components['miniprogram_npm/kit/three/index']?.using).toEqual({
    inner: 'miniprogram_npm/kit/miniprogram_npm/deep/inner',
  })
})

test('a page carries only the components that its templates use', async () => {
  const compiled = await compile({
    ...page({ used: '/used', named: '/named', spare: '/spare' }, '<used generic:item="named" />'),
    ...component('used'),
    ...component('named'),
    ...component('spare'),
  })
  expect(Object.keys(compiled.components).sort()).toEqual(['named', 'pages/a/a', 'used'])
})

test('imported style sheets come before the sheet that imports them, once', async () => {
  const compiled = await compile({
    ...page({}, '<view />'),
    'pages/a/a.wxss': '@import "../../base.wxss";\n@import "../../more.wxss";\n.a{top:0}',
    'more.wxss': '@import "./base.wxss";\n.more{top:0}',
    'base.wxss': '.base{top:0}',
  })
  expect(compiled.components['pages/a/a']?.styles).toEqual([
    'base.wxss',
    'more.wxss',
    'pages/a/a.wxss',
  ])
})

test.each([
  [{ 'app.json': '{\n  "pages": [,]\n}' }, 'app.json', 2],
  [page({ gone: '/gone' }, '<view />'), 'pages/a/a.json', 1],
  [{ ...page({}, '<include src="/gone.wxml" />') }, 'pages/a/a.wxml', 1],
  [{ ...page({}, '<wxs src="/gone.wxs" module="m" />') }, 'pages/a/a.wxml', 1],
  [{ ...page({}, '<view />'), 'pages/a/a.wxss': '\n@import "/gone.wxss";' }, 'pages/a/a.wxss', 2],
  [{ ...page({}, '<view />'), 'pages/a/a.js': "\n\nrequire('./gone')" }, 'pages/a/a.js', 3],
  [{ ...page({}, '<view />'), 'pages/a/a.js': 'Page({\n  a: \n})' }, 'pages/a/a.js', 3],
  [{ 'app.json': '{\n "pages": [\n  "pages/none/none"] }' }, 'app.json', 3],
])('what is broken or missing is a problem with its place (%#)', async (files, file, line) => {
  const { problems } = await compile(files as unknown as Record<string, string>)
  expect(problems[0]).toMatchObject({ severity: 'error', file, line })
})

test('equal sources give the same version, a change another, and old work is kept', async () => {
  const first = await compile(page({}, '<view>one</view>'))
  expect((await compile()).version).toBe(first.version)
  const second = await compile({ 'pages/a/a.wxml': '<view>two</view>' })
  expect(second.version).not.toBe(first.version)
  expect(second.templates['pages/a/a']?.code).toContain('two')
})

test('ES modules become CommonJS', async () => {
  const { scripts, requires } = await compile({
    ...page({}, '<view />'),
    'pages/a/a.js': "import { b } from './b'\nPage({ b })",
    'pages/a/b.js': 'export const b = 1',
  })
  expect(scripts['pages/a/a.js']).toContain('require("./b")')
  expect(requires['pages/a/a.js']).toEqual({ './b': 'pages/a/b.js' })
})
