import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { writeBackup } from '../../scripts/backup/backup-folder'
import type { BackupSource } from '../../scripts/backup/backup-folder'
import { documentsOf } from '../../scripts/backup/documents-in'
import { restoreBackup } from '../../scripts/backup/restore-backup'
import type { RestoreTarget } from '../../scripts/backup/restore-backup'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'backup-memory-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

test('200,000 documents go out and come back in little memory', async () => {
  const lines = (async function* () {
    for (let at = 0; at < 200_000; at += 1) {
      if (at % 10_000 === 0) await new Promise(setImmediate)
      yield JSON.stringify({ _id: `d${at}`, at, text: 'x'.repeat(400) })
    }
  })()
  const source: BackupSource = {
    envId: 'big',
    collections: () => Promise.resolve(['orders']),
    documents: () => lines,
  }
  const before = process.memoryUsage().rss
  await writeBackup(source, path.join(folder, 'backup'), 0)
  let count = 0
  const target: RestoreTarget = {
    envId: 'other',
    counts: () => Promise.resolve({ orders: count }),
    assertQuiet: () => Promise.resolve(),
    isFromDeploy: () => false,
    clear: () => Promise.resolve(),
    async load(_collection, file) {
      for await (const text of documentsOf(file)) count += text.length > 0 ? 1 : 0
    },
  }
  await restoreBackup(path.join(folder, 'backup'), target)
  expect(count).toBe(200_000)
  // The file has 90 MB.
  expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024)
})
