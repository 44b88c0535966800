import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pictureProblems } from './picture-problems'
import { routeProblems } from './route-problems'
import { untranslated } from './untranslated'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planted-'))
const write = (file: string, content: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), content)
}
beforeAll(() => {
  write('pages/home/home.ts', "open('/pages/home/home?a=1'); const title = t.home.title // 首页")
  write('pages/home/home.wxml', '<image src="/images/cup.webp" /><a url="/pages/home/home" />')
  write('images/cup.webp', 'a picture')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

const all = () => [
  ...routeProblems([folder], ['pages/home/home']),
  ...pictureProblems(folder),
  ...untranslated(folder),
]

describe('what WeChat’s compilers let pass', () => {
  test('is found nowhere where all is as it should be', () => {
    expect(all()).toEqual([])
  })

  test.each([
    [
      'a page that is not there',
      'a.ts',
      "const page = 'packages/shop/ordr/ordr'",
      'packages/shop/ordr',
    ],
    ['a link to one', 'b.wxml', '<navigator url="/pages/hom/hom?id={{id}}" />', 'pages/hom/hom'],
    [
      'a picture that is not there',
      'c.wxml',
      '<image src="/images/mug.webp" />',
      '/images/mug.webp',
    ],
    ['one in a style', 'd.wxss', '.a { background: url(/images/mug.png) }', '/images/mug.png'],
    ['a text in one language', 'e.ts', "wx.showToast({ title: '加入购物车' })", '加入购物车'],
    ['one in a template text', 'f.ts', 'const a = `共 ${count} 件`', '共'],
  ])('%s', (_what, file, content, said) => {
    write(file, content)
    try {
      expect(all()).toEqual([expect.stringContaining(said)])
    } finally {
      fs.rmSync(path.join(folder, file))
    }
  })
})
