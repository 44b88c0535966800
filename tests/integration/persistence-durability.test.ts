import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DataFileError } from '../../local/cloud/database/data-file'
import { openDatabase } from '../../local/cloud/database/database-service'

const root = join(__dirname, '..', '..')
const writer = join(root, 'tests', 'persistence', 'durability-writer.ts')

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durability-'))
  file = join(folder, 'documents.db')
})

afterEach(() => rmSync(folder, { recursive: true }))

function startWriter(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', writer, file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Kills the writer after so many acknowledged orders; returns the numbers of all of them. */
async function killAfter(child: ChildProcess, orders: number): Promise<string[]> {
  const acknowledged: string[] = []
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })
  lines.on('line', (line) => {
    acknowledged.push(line)
    if (acknowledged.length === orders) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return acknowledged
}

function problemOf(open: () => unknown): DataFileError {
  try {
    open()
  } catch (error) {
    if (error instanceof DataFileError) return error
    throw error
  }
  throw new Error('the file was expected to be refused')
}

describe('the data file', () => {
  test('keeps every acknowledged order, whole, when its process is killed', async () => {
    const acknowledged: string[] = []
    for (const orders of [1, 37, 80]) acknowledged.push(...(await killAfter(startWriter(), orders)))

    const database = openDatabase({ file, now: Date.now })
    const orders = database.list('orders', { limit: Infinity }) as { number: string }[]
    const numbers = new Set(orders.map(({ number }) => number))
    expect(acknowledged.filter((number) => !numbers.has(number))).toEqual([])
    expect(database.list('stock')).toEqual([{ _id: 'tea', sold: orders.length }])
    for (const { number } of orders.slice(0, 20)) {
      expect(database.list('orders', { query: { number } })).toHaveLength(1)
    }
    database.close()
  }, 60_000)

  test('is refused while another process has it, with its number', async () => {
    const child = startWriter()
    const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })
    await once(lines, 'line')
    const problem = problemOf(() => openDatabase({ file, now: Date.now }))
    expect(problem.problem).toBe('in-use')
    expect(problem.message).toContain(`in use by process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    openDatabase({ file, now: Date.now }).close()
  }, 60_000)

  test('is refused when opened twice by one process', () => {
    const database = openDatabase({ file, now: Date.now })
    expect(problemOf(() => openDatabase({ file, now: Date.now })).problem).toBe('in-use')
    database.close()
    openDatabase({ file, now: Date.now }).close()
  })

  test('is refused and left as it is when it is damaged or of another kind', () => {
    const garbage = Buffer.from('this is not a database '.repeat(500))
    writeFileSync(file, garbage)
    const problem = problemOf(() => openDatabase({ file, now: Date.now }))
    expect(problem.problem).toBe('corrupt')
    expect(problem.message).toContain('move it away')
    expect(readFileSync(file)).toEqual(garbage)
  })

  test('is refused when its pages are damaged and it was not closed', async () => {
    await killAfter(startWriter(), 50)
    openDatabase({ file, now: Date.now }).close()
    await killAfter(startWriter(), 1)
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 8192)
    writeFileSync(file, bytes)
    expect(problemOf(() => openDatabase({ file, now: Date.now })).problem).toBe('corrupt')
    expect(readFileSync(file)).toEqual(bytes)
  }, 60_000)
})
