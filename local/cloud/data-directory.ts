import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalCloudError } from './local-cloud-error'
import { openStateFile } from './state/state-file'
import type { StateFile } from './state/state-file'

export interface DataDirectory {
  readonly state: StateFile
  readonly documentsFile: string
  readonly filesDirectory: string
  readonly codeCacheDirectory: string
  /** Notes where this process can be reached, for the next one that wants the folder. */
  announce(url: string): void
  close(): void
}

/** Creates the folder when it is missing and holds it for this process until `close`. */
export function openDataDirectory(directory: string): DataDirectory {
  const holderFile = join(directory, 'in-use-by.json')
  const filesDirectory = join(directory, 'files')
  try {
    mkdirSync(filesDirectory, { recursive: true })
  } catch (error) {
    throw new LocalCloudError(
      'DATA_NOT_WRITABLE',
      `The data folder ${directory} cannot be created: ${(error as Error).message}.`,
      'Choose another data folder, or make its parent writable.',
      { cause: error },
    )
  }
  const state = openState(join(directory, 'state.sqlite'), holderFile)
  return {
    state,
    filesDirectory,
    codeCacheDirectory: join(directory, 'code-cache'),
    documentsFile: join(directory, 'documents.sqlite'),
    announce: (url) => writeFileSync(holderFile, JSON.stringify({ process: process.pid, url })),
    close() {
      rmSync(holderFile, { force: true })
      state.close()
    },
  }
}

function openState(file: string, holderFile: string): StateFile {
  try {
    return openStateFile(file)
  } catch (error) {
    if (!(error instanceof LocalCloudError) || error.code !== 'DATA_IN_USE') throw error
    const holder = readHolder(holderFile)
    throw new LocalCloudError(error.code, `${error.message}${holder}`, error.advice, {
      cause: error,
    })
  }
}

function readHolder(file: string): string {
  try {
    const { process: id, url } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    return ` It is process ${String(id)}, at ${String(url)}.`
  } catch {
    // The note is a convenience: without it the refusal is still complete.
    return ''
  }
}
