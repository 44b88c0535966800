import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { CompilersError, installCompilers } from './install-compilers'
import { ourProblems } from './our-problems'
import { runWechatCheck } from './run-wechat-check'
import { uploadLimits, uploadProblems } from './upload-limits'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wechat-check-test-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  fs.writeFileSync(path.join(folder, file), content)
}

/** How WeChat's compilers answer: what `wcc` and `wcsc` complain of, and what is compiled. */
interface Answers {
  wcc?: string
  wcsc?: string
  compiled?: Record<string, number>
  refusal?: string
  /** How often it was too busy before. */
  busy?: number
}

const bin = path.join('node_modules', 'miniprogram-compiler', 'bin')
const ci = path.join('node_modules', 'miniprogram-ci')

/** Stand-ins in the places of WeChat's compilers. */
function compilers({
  wcc = '',
  wcsc = '',
  compiled = {},
  refusal = '',
  busy = 0,
}: Answers): () => string {
  const shell = (complaint: string) =>
    complaint === '' ? '#!/bin/sh\nexit 0\n' : `#!/bin/sh\necho '${complaint}' >&2\nexit 1\n`
  for (const platform of ['linux', 'mac']) {
    write(path.join(bin, platform, 'wcc'), shell(wcc))
    write(path.join(bin, platform, 'wcsc'), shell(wcsc))
  }
  const settings = { subPackages: [{ root: 'packages/shop/' }] }
  write('package.json', '{}')
  write(path.join(ci, 'dist', 'config', 'config.js'), 'exports.DefaultProjectAttr = {}')
  write(
    path.join(ci, 'dist', 'ci', 'utils', 'pack.js'),
    'exports.pack = (files) => ({ validSize: Object.values(files).reduce((sum, one) => sum + (one.size ?? 0), 0) })',
  )
  write(
    path.join(ci, 'index.js'),
    `let busy = ${busy}
     exports.Project = class {}
     exports.proxy = () => undefined
     exports.getCompiledResult = async () => {
       require('node:fs').mkdirSync('left-by-the-tool-' + busy)
       if (busy-- > 0) throw new Error('fork process timeout')
       if (${JSON.stringify(refusal)}) throw new Error(${JSON.stringify(refusal)})
       const sizes = ${JSON.stringify(compiled)}
       const files = Object.entries(sizes).map(([file, size]) => [file, { size }])
       return { 'app.json': ${JSON.stringify(JSON.stringify(settings))}, ...Object.fromEntries(files) }
     }`,
  )
  return () => folder
}

async function check(answers: Answers, ours: string[] = []) {
  const lines: string[] = []
  const code = await runWechatCheck({
    say: (line) => lines.push(line),
    compilers: compilers(answers),
    build: (output) => {
      fs.mkdirSync(output, { recursive: true })
      return Promise.resolve()
    },
    ours: () => Promise.resolve(ours),
  })
  return { code, lines }
}

const megabyte = 1024 * 1024

describe('the mini program before WeChat’s compilers', () => {
  test('passes where they take it, with the size of every package', async () => {
    const compiled = { 'app.js': 1024, 'packages/shop/a.js': 2048 }
    expect(await check({ compiled })).toEqual({
      code: 0,
      lines: [
        'main  1.0 KB',
        'packages/shop  2.0 KB',
        'at most 2048 KB each',
        'wechat-check: 0 problems',
      ],
    })
  })

  test.each<[string, Answers, string[], string]>([
    ['a mark-up is refused', { wcc: 'a.wxml:3: unexpected token' }, [], 'wcc: a.wxml:3'],
    ['a style is refused', { wcsc: 'a.wxss: no nesting' }, [], 'wcsc: a.wxss'],
    ['a page is missing', { refusal: 'app.json: no pages/a' }, [], 'miniprogram-ci: app.json'],
    [
      'the main package is too large',
      { compiled: { 'app.js': 2 * megabyte + 1 } },
      [],
      'The main package has',
    ],
    [
      'a subpackage is too large',
      { compiled: { 'packages/shop/a.js': 2 * megabyte + 1 } },
      [],
      'packages/shop has',
    ],
    ['only we see it', {}, ['cart: onByuTap names a method it does not have'], 'onByuTap'],
  ])('fails where %s', async (_what, answers, ours, said) => {
    const { code, lines } = await check(answers, ours)
    expect(code).toBe(1)
    expect(lines).toContainEqual(expect.stringContaining(said))
    expect(lines.at(-1)).toBe('wechat-check: 1 problems')
  })

  test('passes on a busy machine, and leaves nothing in the current folder', async () => {
    expect(await check({ busy: 2 })).toMatchObject({ code: 0 })
    expect(fs.readdirSync('.').filter((name) => name.startsWith('left-by'))).toEqual([])
  })

  test('is given up when the machine stays busy', async () => {
    const { code, lines } = await check({ busy: 3 })
    expect({ code, last: lines[0] }).toEqual({
      code: 1,
      last: 'miniprogram-ci: fork process timeout',
    })
  })

  test('fails in a sentence where they cannot be had', async () => {
    const lines: string[] = []
    const code = await runWechatCheck({
      say: (line) => lines.push(line),
      build: () => Promise.resolve(),
      compilers: () => {
        throw new CompilersError('no registry')
      },
    })
    expect({ code, lines }).toEqual({ code: 1, lines: ['no registry'] })
  })

  test('is small enough in all', () => {
    const packages = Array.from({ length: 16 }, (_, n) => [`p${n}`, 2 * megabyte] as const)
    expect(uploadProblems(new Map(packages.slice(0, 15)))).toEqual([])
    expect(uploadProblems(new Map(packages))).toEqual([
      `All packages have ${32 * megabyte} bytes: over 30 MB.`,
    ])
    expect(uploadLimits.totalBytes).toBe(30 * megabyte)
  })

  test('has nothing that only we see', async () => {
    expect(await ourProblems((file) => jest.requireActual(file))).toEqual([])
  })
})

describe('the compilers', () => {
  const place = () => path.join(folder, 'compilers')

  test('are installed once', () => {
    const install = jest.fn(() => undefined)
    expect(installCompilers(place(), install)).toBe(place())
    installCompilers(place(), install)
    expect(install).toHaveBeenCalledTimes(1)
    expect(fs.existsSync(path.join(place(), 'package-lock.json'))).toBe(true)
  })

  test('are installed anew when an install was ended half-way, without what it left', () => {
    const left = path.join(place(), 'node_modules', 'half')
    const killed = () => {
      fs.mkdirSync(left, { recursive: true })
      throw new Error('killed')
    }
    expect(() => installCompilers(place(), killed)).toThrow('killed')
    const install = jest.fn(() => undefined)
    installCompilers(place(), install)
    expect(install).toHaveBeenCalledTimes(1)
    expect(fs.existsSync(left)).toBe(false)
  })

  test('are installed anew when others are wanted', () => {
    const install = jest.fn(() => undefined)
    installCompilers(place(), install)
    fs.writeFileSync(path.join(place(), 'installed'), 'older ones')
    installCompilers(place(), install)
    expect(install).toHaveBeenCalledTimes(2)
  })
})
