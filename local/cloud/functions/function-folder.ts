import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface TimerTrigger {
  readonly name: string
  /** Seven fields, as in the function's `config.json`. */
  readonly config: string
}

/** What a function's `config.json` grants and asks for. */
export interface FunctionConfig {
  readonly openapi: ReadonlySet<string>
  readonly triggers: readonly TimerTrigger[]
}

const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/
const NOT_CODE = new Set(['node_modules', '.git'])

/** The names of the functions of a folder: its subfolders with an `index.js`. */
export function listFunctions(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && functionVersion(directory, entry.name) !== undefined)
    .map((entry) => entry.name)
    .sort()
}

/**
 * A text that changes whenever a file of the function does, with the time of the newest change;
 * undefined when there is no such function.
 */
export function functionVersion(
  directory: string,
  name: string,
): { version: string; changedAt: number } | undefined {
  if (!FUNCTION_NAME.test(name)) return undefined
  const files: string[] = []
  let changedAt = 0
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!NOT_CODE.has(entry.name)) visit(path)
        continue
      }
      const { mtimeMs, size, ino } = statSync(path)
      changedAt = Math.max(changedAt, mtimeMs)
      files.push(`${path}:${mtimeMs}:${size}:${ino}`)
    }
  }
  try {
    statSync(join(directory, name, 'index.js'))
    visit(join(directory, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return { version: files.join('|'), changedAt }
}

/** Reads the function's `config.json`; a function without one has no permissions and no triggers. */
export function readFunctionConfig(directory: string, name: string): FunctionConfig {
  const file = join(directory, name, 'config.json')
  const text = readIfPresent(file)
  if (text === undefined) return { openapi: new Set(), triggers: [] }
  const config = JSON.parse(text) as {
    permissions?: { openapi?: string[] }
    triggers?: { name: string; type: string; config: string }[]
  }
  const triggers = config.triggers ?? []
  const unknown = triggers.find(({ type }) => type !== 'timer')
  if (unknown) throw new Error(`${file}: trigger '${unknown.name}' is not of the type 'timer'`)
  return {
    openapi: new Set(config.permissions?.openapi ?? []),
    triggers: triggers.map(({ name, config }) => ({ name, config })),
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
