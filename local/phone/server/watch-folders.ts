import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'

/** Editors and builds write several files in a row: they count as one change. */
const QUIET_TIME = 40

/** Watches a set of folders that may change. */
export interface FolderWatch {
  /** Watches exactly these folders from now on. */
  cover(folders: readonly string[]): void
  close(): void
}

export function watchFolders(root: string, changed: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const touch = (): void => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET_TIME)
  }
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  return {
    cover(folders) {
      const wanted = new Set(folders)
      for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) drop(folder)
      for (const folder of wanted) {
        if (watchers.has(folder)) continue
        const watcher = watch(join(root, folder), { persistent: false }, touch)
        // The folder is gone: the next walk of the tree says what is there instead.
        watcher.on('error', () => {
          drop(folder)
          touch()
        })
        watchers.set(folder, watcher)
      }
    },
    close() {
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
