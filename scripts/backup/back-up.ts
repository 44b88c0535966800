import path from 'node:path'
import { UsageError } from '../deploy/deploy-error'
import { openEnvironment } from '../operate/open-environment'
import { readOperateOptions } from '../operate/operate-options'
import { projectRoot } from '../paths'
import { writeBackup } from './backup-folder'
import type { Manifest } from './backup-folder'
import { assertLocalData, localSource, localTarget, withLocalDatabase } from './local-database'
import { onlineDatabase } from './online-database'
import { remoteSource, remoteTarget } from './remote-database'
import { restoreBackup } from './restore-backup'

type Variables = Readonly<Record<string, string | undefined>>
type Say = (line: string) => void

const backupUsage = `npm run backup -- --env ENV_ID [--as NAME] | --local [--data DIR] [FOLDER]
  --as NAME    the file in environments/ to go by when no file gives that id
  FOLDER       a new folder; backups/PLACE-TIME when left out
  --timeout N  minutes that the export of one collection may take; 30 when left out`

/** Writes every document of every collection as lines of JSON, with a manifest. */
export async function backUp(
  words: readonly string[],
  variables: Variables,
  say: Say,
): Promise<void> {
  const { place, folder, patienceMs } = readOperateOptions(words, {
    usage: backupUsage,
    takes: ['folder', 'timeout'],
  })
  const at = Date.now()
  const stamp = new Date(at).toISOString().replace(/[:.]/g, '-')
  const name = `${place.kind === 'local' ? 'local' : place.env}-${stamp}`
  const target = path.resolve(folder ?? path.join(projectRoot, 'backups', name))
  if (place.kind === 'local') {
    assertLocalData(place.dataDirectory)
    const manifest = await withLocalDatabase(place.dataDirectory, (database) =>
      writeBackup(localSource(database), target, at),
    )
    return say(`${countOf(manifest)} in ${target}`)
  }
  const remote = onlineDatabase(await openEnvironment(place, variables))
  const manifest = await writeBackup(remoteSource(remote, { patienceMs }), target, at)
  say(`${countOf(manifest)} in ${target}`)
}

const restoreUsage = `npm run restore -- --env ENV_ID [--as NAME] | --local --data DIR FOLDER
  --as NAME    the file in environments/ to go by when no file gives that id
  FOLDER       a backup; the environment has to be empty but for what a deploy puts there
  --timeout N  minutes that one import may take; 30 when left out`

/** Puts a backup into an empty environment; called again, it goes on where it was stopped. */
export async function restore(
  words: readonly string[],
  variables: Variables,
  say: Say,
): Promise<void> {
  const { place, folder, patienceMs } = readOperateOptions(words, {
    usage: restoreUsage,
    takes: ['folder', 'timeout'],
  })
  if (folder === undefined) throw new UsageError(`Which backup?\n\n${restoreUsage}`)
  const source = path.resolve(folder)
  if (place.kind === 'local') {
    const manifest = await withLocalDatabase(place.dataDirectory, (database) =>
      restoreBackup(source, localTarget(database)),
    )
    return say(`${countOf(manifest)} are back`)
  }
  const remote = onlineDatabase(await openEnvironment(place, variables))
  const manifest = await restoreBackup(source, remoteTarget(remote, { patienceMs }))
  say(`${countOf(manifest)} are back`)
}

function countOf({ collections }: Manifest): string {
  const count = collections.reduce((sum, collection) => sum + collection.count, 0)
  return `${count} documents of ${collections.length} collections`
}
