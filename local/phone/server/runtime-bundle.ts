import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** The repository's root: bundle inputs are named from there. */
const ROOT = resolve(__dirname, '../../..')
const ENTRY = join(ROOT, 'local/phone/runtime/main.ts')

/** The phone's own code for the browser, and the map back to its sources. */
interface BundledRuntime {
  code: string
  map: string
  /** Changes with the code. */
  version: string
}

interface StoredBundle extends BundledRuntime {
  /** Input files with their time of change and size. */
  inputs: Record<string, string>
}

/** Bundles the phone's code when one of its files changed; else it comes from the cache. */
export interface RuntimeBundle {
  read(): Promise<BundledRuntime>
}

export function createRuntimeBundle(cacheDirectory: string): RuntimeBundle {
  const name = createHash('sha1').update(ROOT).digest('hex').slice(0, 12)
  const file = join(cacheDirectory, `phone-runtime-${name}.json`)
  let known: StoredBundle | null = null
  let running: Promise<BundledRuntime> | null = null

  const bundleAgain = async (): Promise<BundledRuntime> => {
    known = await bundle()
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(known))
    return known
  }

  return {
    read() {
      known ??= readStored(file)
      if (known && isFresh(known)) return Promise.resolve(known)
      running ??= bundleAgain().finally(() => {
        running = null
      })
      return running
    },
  }
}

async function bundle(): Promise<StoredBundle> {
  const { build } = await import('esbuild')
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    mainFields: ['module', 'main'],
    outfile: 'runtime.js',
    // Names stay: they are what stacks are read by.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'external',
    metafile: true,
    logLevel: 'silent',
    define: { process: '{"env":{"NODE_ENV":"production"}}' },
  })
  const textOf = (end: string): string =>
    result.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? ''
  const code = `${textOf('runtime.js')}//# sourceMappingURL=runtime.js.map\n`
  const inputs = Object.keys(result.metafile.inputs).map((path) => {
    const file = resolve(ROOT, path)
    return [relative(ROOT, file), stampOf(file)] as const
  })
  const version = createHash('sha1').update(code).digest('base64url')
  return { code, map: textOf('.map'), version, inputs: Object.fromEntries(inputs) }
}

function readStored(file: string): StoredBundle | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StoredBundle
  } catch {
    // A torn file: the runtime is bundled again.
    return null
  }
}

function isFresh({ inputs }: StoredBundle): boolean {
  return Object.entries(inputs).every(([file, stamp]) => stampOf(join(ROOT, file)) === stamp)
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}:${stats.size}` : 'missing'
}
