import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openStateFile } from './state-file'
import type { StateFile } from './state-file'

let directory: string
let file: string
let state: StateFile

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'state-file-'))
  file = join(directory, 'state.sqlite')
  state = openStateFile(file)
})
afterEach(() => {
  state.close()
  rmSync(directory, { recursive: true })
})

const reopen = () => {
  state.close()
  state = openStateFile(file)
}

test('what was set is there after the file is opened again, in order of insertion', () => {
  const table = state.table<{ n: number }>('numbers')
  for (const n of [3, 1, 2]) table.set(`key ${n}`, { n })
  table.set('key 3', { n: 33 })
  table.delete('key 1')
  reopen()
  const again = state.table<{ n: number }>('numbers')
  expect(again.values()).toEqual([{ n: 33 }, { n: 2 }])
  expect(again.get('key 1')).toBeUndefined()
  expect(state.table('others').size).toBe(0)
})

test('writes that belong together are kept together or not at all', () => {
  const table = state.table<number>('sums')
  expect(() =>
    state.atomically(() => {
      table.set('a', 1)
      state.atomically(() => table.set('b', 2))
      throw new Error('half way')
    }),
  ).toThrow('half way')
  expect(table.values()).toEqual([])
  state.atomically(() => {
    table.set('a', 1)
    table.set('b', 2)
  })
  reopen()
  expect(state.table('sums').values()).toEqual([1, 2])
})

test('a snapshot brings back everything, tables that came later are emptied', () => {
  const table = state.table<string>('words')
  table.set('a', 'first')
  const snapshot = state.snapshot()
  table.set('a', 'second')
  state.table('later').set('x', 1)
  state.restore(snapshot)
  expect(table.values()).toEqual(['first'])
  expect(state.table('later').size).toBe(0)
  reopen()
  expect(state.table('words').values()).toEqual(['first'])
})

test('a reset empties every table', () => {
  const table = state.table<string>('words')
  table.set('a', 'first')
  state.reset()
  expect(table.size).toBe(0)
  reopen()
  expect(state.table('words').size).toBe(0)
})

test('the file belongs to one at a time', () => {
  expect(() => openStateFile(file)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }))
})
