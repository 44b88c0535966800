import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { BuildRecord } from './build-record'

const longAgo = new Date(2020, 0, 1)

let root: string
let record: BuildRecord
const at = (...parts: string[]) => path.join(root, ...parts)

function put(file: string, content: string): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true })
  fs.writeFileSync(at(file), content)
}

/** Makes `dist/order.js` from two sources, one of them missing, and keeps it. */
function make(startedAt: number): void {
  put('dist/order.js', 'made')
  record.keep('order', {
    from: [at('order/index.ts'), 'shared/money.ts', 'order/config.json'],
    to: [at('dist/order.js')],
    startedAt,
  })
  untilClockMoves()
}

/** The clock of a file system ticks every few milliseconds only. */
function untilClockMoves(): void {
  const tick = () => {
    put('clock', '')
    return fs.statSync(at('clock')).ctimeMs
  }
  for (const first = tick(); tick() === first;);
}

const isUpToDate = (one = record) => one.upToDate(['order', 'other']).has('order')
/** Nothing that was written so far counts as having changed meanwhile. */
const later = () => Date.now() + 1_000

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'build-record-'))
  put('package-lock.json', '{}')
  put('scripts/build/script.ts', 'how')
  put('order/index.ts', 'one')
  put('shared/money.ts', 'two')
  record = new BuildRecord(at('.cache', 'record.json'), root)
})
afterEach(() => fs.rmSync(root, { recursive: true }))

test('what was never made is not up to date', () => {
  expect(record.upToDate(['order'])).toEqual(new Set())
})

test('what was made is, in this run and the next', () => {
  make(later())
  expect(isUpToDate()).toBe(true)
  record.save()
  expect(isUpToDate(new BuildRecord(at('.cache', 'record.json'), root))).toBe(true)
})

test.each([
  ['a source changed', () => put('shared/money.ts', 'three')],
  [
    'a source changed without its size or time telling',
    () => {
      const { atime, mtime } = fs.statSync(at('shared/money.ts'))
      put('shared/money.ts', 'TWO')
      fs.utimesSync(at('shared/money.ts'), atime, mtime)
    },
  ],
  [
    'an old source took another’s place',
    () => {
      put('shared/old.ts', 'old')
      fs.utimesSync(at('shared/old.ts'), longAgo, longAgo)
      fs.renameSync(at('shared/old.ts'), at('shared/money.ts'))
    },
  ],
  ['a source is gone', () => fs.rmSync(at('order/index.ts'))],
  ['a source that was missing is there', () => put('order/config.json', '{}')],
  ['a file stands beside a source', () => put('shared/money.js', 'mine')],
  ['other packages were installed', () => put('package-lock.json', '{"lockfileVersion":3}')],
  ['it is built in another way', () => put('scripts/build/script.ts', 'otherwise')],
  ['there is one more way to build', () => put('scripts/build/more.ts', 'more')],
  ['what was written is gone', () => fs.rmSync(at('dist/order.js'))],
  ['what was written was changed', () => put('dist/order.js', 'touched')],
])('nothing is up to date after %s', (_what, happens) => {
  make(later())
  happens()
  expect(isUpToDate()).toBe(false)
})

test('a source that changed while it was read leaves no record', () => {
  make(later())
  make(Date.now())
  expect(isUpToDate()).toBe(false)
})

test('a torn record counts as none', () => {
  put('.cache/record.json', '{"order":{"from":')
  expect(isUpToDate(new BuildRecord(at('.cache', 'record.json'), root))).toBe(false)
})
