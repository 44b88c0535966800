import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Compiled files by the name of their content, kept in one file on disk. Entries that a run does
 * not ask for are dropped when it ends. A cache file that cannot be read counts as empty.
 */
export interface ArtifactCache {
  get<T>(key: string): T | undefined
  put(key: string, artifact: unknown): void
  save(): void
}

export function openArtifactCache(file: string, version: string): ArtifactCache {
  let stored = readStored(file, version)
  let used: Record<string, unknown> = {}
  let changed = false
  return {
    get<T>(key: string): T | undefined {
      const artifact = stored[key]
      if (artifact !== undefined) used[key] = artifact
      return artifact as T | undefined
    },
    put(key, artifact) {
      used[key] = artifact
      changed = true
    },
    save() {
      const dropped = Object.keys(stored).length !== Object.keys(used).length
      stored = used
      used = {}
      if (!changed && !dropped) return
      changed = false
      mkdirSync(dirname(file), { recursive: true })
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, JSON.stringify({ version, artifacts: stored }))
      renameSync(draft, file)
    },
  }
}

function readStored(file: string, version: string): Record<string, unknown> {
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as {
      version?: unknown
      artifacts?: Record<string, unknown>
    }
    return content.version === version ? (content.artifacts ?? {}) : {}
  } catch {
    // Missing or torn: everything is compiled again, nothing is lost.
    return {}
  }
}
