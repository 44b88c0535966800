import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../finding'
import { roomFindings } from './functions-online'
import {
  checkMachine,
  checkProject,
  runtimeFindings,
  sitemapFindings,
  sizeFindings,
} from './project'

const told = (findings: readonly Finding[]) =>
  findings.map(({ level, says }) => `${level}: ${says}`)

describe('the machine', () => {
  const keys = { TENCENT_SECRET_ID: 'id', TENCENT_SECRET_KEY: 'key' }
  const all = { ...keys, MINIPROGRAM_PRIVATE_KEY_PATH: __filename }

  test('with a Node of today, keys and the key for uploads is fine', () => {
    expect(checkMachine(all, true).map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
  })

  test.each([
    ['an old Node', checkMachine(all, true, '18.20.4'), 'error: Node 18.20.4 is too old'],
    ['no keys', checkMachine({}, true), 'warning: TENCENT_SECRET_ID and TENCENT_SECRET_KEY'],
    ['no environment', checkMachine(all, false), 'warning: nothing online is looked at'],
    ['no key for uploads', checkMachine(keys, true), 'warning: MINIPROGRAM_PRIVATE_KEY_PATH'],
  ])('with %s is told of it', (_what, findings, said) => {
    expect(told(findings)).toContainEqual(expect.stringContaining(said))
  })
})

describe('the project', () => {
  test('is fine as it is, but for the AppID, without which nothing is online', () => {
    const local = checkProject('touristappid', false)
    expect(told(local).filter((line) => !line.startsWith('ok'))).toEqual([
      'warning: the AppID is touristappid',
    ])
    expect(told(checkProject('touristappid', true))).toContain('error: the AppID is touristappid')
    expect(told(checkProject('wx0123456789abcdef', true))[0]).toBe('ok: AppID wx0123456789abcdef')
  })

  test('runs on one runtime that is new enough for its bundles', () => {
    const on = (...runtimes: string[]) =>
      told(runtimeFindings(runtimes.map((runtime, n) => ({ name: `f${n}`, runtime }))))
    expect(on('Nodejs20.19', 'Nodejs20.19')).toEqual(['ok: all run on Nodejs20.19'])
    expect(on('Nodejs16.13')).toEqual(['error: f0 is to run on Nodejs16.13'])
    expect(on('Python3.7')).toEqual(['error: f0 is to run on Python3.7'])
    expect(on('Nodejs20.19', 'Nodejs18.15')).toEqual([
      'warning: functions run on Nodejs20.19, Nodejs18.15',
    ])
  })

  test('fits into an environment', () => {
    const room = (functions: number, tables: number, count: number) =>
      told(roomFindings({ functions, collections: tables, indexes: [{ name: 'orders', count }] }))
    expect(room(50, 100, 20)).toEqual([expect.stringMatching(/^ok: room: 50 of 50/)])
    expect(room(51, 101, 21)).toEqual([
      'error: 51 functions in all, and an environment takes 50',
      'error: 101 collections in all, and an environment takes 100',
      'warning: orders has 21 indexes; some packages take 20 a collection',
    ])
  })

  test('is no larger than its limits; what comes nearest is named', () => {
    const size = (name: string, KB: number) => ({ name, KB, most: 100 })
    expect(told(sizeFindings([size('main', 100), size('shop', 7)]))).toEqual([
      'ok: 2 sizes within their limits; nearest is main, 100 of 100 KB',
    ])
    expect(told(sizeFindings([size('main', 100.1), size('shop', 7)]))).toEqual([
      'error: main: 100.1 KB, over 100',
    ])
  })
})

describe('the sitemap', () => {
  const rest = { action: 'disallow', page: '*' }
  const allow = (page: string) => ({ action: 'allow', page })
  const check = (...rules: { action: string; page: string }[]) =>
    told(sitemapFindings({ rules }, ['pages/home/home']))

  test.each([
    [
      'shows what is named',
      [allow('pages/home/home'), rest],
      "ok: WeChat's search may show 1 page",
    ],
    [
      'names no page that is not there',
      [allow('pages/hom'), rest],
      'error: the sitemap names pages/hom',
    ],
    ['closes the rest', [allow('pages/home/home')], 'warning: the sitemap leaves pages open'],
    ['does not open all', [allow('*')], 'error: the sitemap shows'],
  ])('%s', (_what, rules, said) => {
    expect(check(...rules)[0]).toContain(said)
  })
})
