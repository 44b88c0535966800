import path from 'node:path'
import { BackupError } from './backup-error'
import { differences, writeBackup } from './backup-folder'
import { assertLocalData, localSource, localTarget, withLocalDatabase } from './local-database'
import { restoreBackup } from './restore-backup'

/**
 * Backs up a folder of local data, restores it into another one inside `folder`, backs that up and
 * compares every document; throws when anything is not the same.
 */
export async function rehearse(
  dataDirectory: string,
  folder: string,
): Promise<{ documents: number; collections: number; seconds: number }> {
  const begun = performance.now()
  const [first, second] = ['first', 'second'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ]
  assertLocalData(dataDirectory)
  const before = await withLocalDatabase(dataDirectory, (database) =>
    writeBackup(localSource(database), first, Date.now()),
  )
  const documents = before.collections.reduce((sum, { count }) => sum + count, 0)
  if (documents === 0)
    throw new BackupError(`${dataDirectory} holds no documents: run npm run seed first.`)
  const after = await withLocalDatabase(path.join(folder, 'restored'), async (database) => {
    await restoreBackup(first, localTarget(database))
    return writeBackup(localSource(database), second, Date.now())
  })
  const wrong = differences(before, after)
  if (wrong.length > 0) throw new BackupError(`Not the same afterwards: ${wrong.join(', ')}.`)
  return {
    documents,
    collections: before.collections.length,
    seconds: (performance.now() - begun) / 1000,
  }
}
