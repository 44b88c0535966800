import fs from 'node:fs'
import { functionsSource, pagesSource, sharedSource } from '../paths'

/** Editors write a file in several steps; a build begins when it is quiet for this long. */
const quietMs = 40

/** Calls `onChange` after sources changed, never twice at a time; returns how to stop. */
export function watchSources(onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const run = () => {
    timer = undefined
    if (running) {
      soon()
      return
    }
    running = onChange().finally(() => (running = undefined))
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(run, quietMs)
  }
  const watchers = [pagesSource, functionsSource, sharedSource].map((folder) =>
    fs.watch(folder, { recursive: true }, soon),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
