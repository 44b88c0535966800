import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../paths'

/** What every result depends on besides its own sources: what builds it, and what is installed. */
const tools = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'tsconfig.base.json',
  'scripts/paths.ts',
  'scripts/build',
]

/** The clock of a file system may be behind the clock of the process. */
const clockSkewMs = 50

/** By path from the root: when a file or folder changed last, and which one it is. */
type Stamps = Record<string, string>

interface Kept {
  from: Stamps
  to: Stamps
}

interface Made {
  /** Files that were read, and files that were looked for and are not there. */
  from: readonly string[]
  /** Files that were written. */
  to: readonly string[]
  /** When reading began. */
  startedAt: number
}

/**
 * Remembers from run to run what was made from which files. A result is up to date only while all
 * its sources, the folders they lie in, the tools and what was written are exactly as they were
 * left; anything in doubt is not.
 */
export class BuildRecord {
  private readonly kept: Map<string, Kept>

  constructor(
    private readonly file: string,
    private readonly root = projectRoot,
  ) {
    this.kept = readKept(file)
  }

  /** Those of the results that need not be made again. */
  upToDate(names: readonly string[]): Set<string> {
    const seen = new Map<string, string>()
    const isAsLeft = (stamps: Stamps) =>
      Object.entries(stamps).every(([file, stamp]) => {
        const now = seen.get(file) ?? this.stampOf(file)
        seen.set(file, now)
        return now === stamp
      })
    const isCurrent = (name: string) => {
      const kept = this.kept.get(name)
      return kept !== undefined && isAsLeft(kept.from) && isAsLeft(kept.to)
    }
    return new Set(names.filter(isCurrent))
  }

  /** Keeps how a result was made; not when a source changed meanwhile: it may be half old. */
  keep(name: string, { from, to, startedAt }: Made): void {
    const sources = withFolders([...from.map((file) => this.fromRoot(file)), ...this.toolFiles()])
    const isHalfOld = sources.some((file) => this.changedAt(file) >= startedAt - clockSkewMs)
    if (isHalfOld) this.kept.delete(name)
    else {
      const written = to.map((file) => this.fromRoot(file))
      this.kept.set(name, { from: this.stampsOf(sources), to: this.stampsOf(written) })
    }
  }

  /** Writes the record, whole or not at all. */
  save(): void {
    fs.mkdirSync(path.dirname(this.file), { recursive: true })
    const draft = `${this.file}.${process.pid}`
    fs.writeFileSync(draft, JSON.stringify(Object.fromEntries(this.kept)))
    fs.renameSync(draft, this.file)
  }

  private fromRoot(file: string): string {
    return path.relative(this.root, path.resolve(this.root, file)).split(path.sep).join('/')
  }

  private statsOf(file: string): fs.Stats | undefined {
    return fs.statSync(path.join(this.root, file), { throwIfNoEntry: false })
  }

  private stampOf(file: string): string {
    const stats = this.statsOf(file)
    if (!stats) return 'missing'
    const { mtimeMs, ctimeMs, size, ino } = stats
    return stats.isDirectory() ? `${mtimeMs}:${ino}` : `${mtimeMs}:${ctimeMs}:${size}:${ino}`
  }

  private stampsOf(files: readonly string[]): Stamps {
    return Object.fromEntries(files.map((file) => [file, this.stampOf(file)]))
  }

  private changedAt(file: string): number {
    const stats = this.statsOf(file)
    if (!stats) return 0
    return stats.isDirectory() ? stats.mtimeMs : Math.max(stats.mtimeMs, stats.ctimeMs)
  }

  private toolFiles(): string[] {
    return tools.flatMap((tool) =>
      this.statsOf(tool)?.isDirectory()
        ? fs.readdirSync(path.join(this.root, tool)).map((name) => `${tool}/${name}`)
        : [tool],
    )
  }
}

function readKept(file: string): Map<string, Kept> {
  try {
    return new Map(Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')) as object))
  } catch {
    // Missing or torn: everything is made again, nothing is lost.
    return new Map()
  }
}

/** With every folder of the project's own sources: a new file there may be the one to be imported. */
function withFolders(files: readonly string[]): string[] {
  const all = new Set(files)
  for (const file of files) {
    if (file.startsWith('..') || file.startsWith('node_modules/')) continue
    for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder))
      all.add(folder)
  }
  return [...all]
}
