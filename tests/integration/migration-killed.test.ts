import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { openDatabase } from '../../local/cloud/database/database-service'
import { leanMediaTypes, unusedSdkParts } from '../../scripts/build/sdk-stubs'
import { projectRoot } from '../../scripts/paths'
import { temporaryFolder } from '../harness/server'

const count = 200_000
const kills = 10
const atOnce = 5_000

const dataDirectory = temporaryFolder()
const functionsDirectory = path.join(dataDirectory, 'functions')
const file = path.join(dataDirectory, 'documents.sqlite')
afterAll(() => fs.rmSync(dataDirectory, { recursive: true, force: true }))

const withDatabase = <T>(work: (database: ReturnType<typeof openDatabase>) => T): T => {
  const database = openDatabase({ file, now: Date.now })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const idOf = (at: number) => `view-${String(at).padStart(6, '0')}`
const yuanOf = (at: number) => at % 9

interface Row {
  _id: string
  price: number
  unit?: string
}

function load(): void {
  withDatabase((database) => {
    database.ensureCollection('views')
    for (let from = 0; from < count; from += atOnce)
      database.load(
        'views',
        Array.from({ length: atOnce }, (_, at) => ({
          _id: idOf(from + at),
          price: yuanOf(from + at),
          productIds: [`product-${(from + at) % 500}`],
          updatedAt: from + at,
        })),
      )
  })
}

const buildFunction = () =>
  build({
    entryPoints: { 'migrate/index': path.join(projectRoot, 'tests/fixtures/migrate/index.ts') },
    outdir: functionsDirectory,
    bundle: true,
    platform: 'node',
    target: 'node18',
    charset: 'utf8',
    plugins: [unusedSdkParts, leanMediaTypes],
  })

const program = path.join(projectRoot, 'tests/harness/serve-migration.ts')
const start = (): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', program, dataDirectory, functionsDirectory], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const goneOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** The documents that the migration has noted, while nobody runs. */
const seen = (): number =>
  withDatabase((database) => {
    const [state] = database.collections().some(({ name }) => name === 'migrations')
      ? (database.list('migrations') as { seen: number }[])
      : []
    return state?.seen ?? 0
  })

/** Ends the process by force some batches after it has begun, at a moment of its own. */
async function killInTheMiddle(batches: number, waitMs: number): Promise<void> {
  const child = start()
  const gone = goneOf(child)
  await new Promise<void>((resolve) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.split('batch').length > batches) resolve()
    })
    child.once('exit', () => resolve())
  })
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  child.kill('SIGKILL')
  await gone
}

test('a migration of 200,000 documents whose process is killed ten times ends right', async () => {
  load()
  await buildFunction()
  const progress = [0]
  for (let kill = 0; kill < kills; kill += 1) {
    await killInTheMiddle(2 + (kill % 5), (kill * 37) % 90)
    progress.push(seen())
  }
  expect(progress.at(-1)).toBeLessThan(count)
  expect([...progress].sort((a, b) => a - b)).toEqual(progress)
  expect(new Set(progress).size).toBeGreaterThan(kills / 2)

  expect(await goneOf(start())).toBe(0)

  withDatabase((database) => {
    expect(database.list('migrations')).toMatchObject([{ state: 'done', seen: count }])
    let wrong = 0
    let total = 0
    for (let after: string | undefined; ;) {
      const rows = database.list('views', { limit: 10_000, ...(after ? { after } : {}) }) as Row[]
      for (const { _id, price, unit } of rows) {
        const isRight = _id === idOf(total) && unit === 'fen' && price === yuanOf(total) * 100
        if (!isRight) wrong += 1
        total += 1
      }
      if (rows.length === 0) break
      after = rows.at(-1)!._id
    }
    expect({ total, wrong }).toEqual({ total: count, wrong: 0 })
  })
}, 180_000)
