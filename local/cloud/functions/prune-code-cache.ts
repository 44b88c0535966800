import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Enough for the functions of a project and the builds of some days. */
const KEPT_FILES = 60

/** Makes the folder when it is missing and removes all but the newest files of compiled code. */
export function pruneCodeCache(directory: string): void {
  mkdirSync(directory, { recursive: true })
  const files = readdirSync(directory).map((name) => join(directory, name))
  if (files.length <= KEPT_FILES) return
  const dated = files.map((file) => ({ file, at: statSync(file).mtimeMs }))
  dated.sort((left, right) => right.at - left.at)
  for (const { file } of dated.slice(KEPT_FILES)) rmSync(file, { force: true })
}
