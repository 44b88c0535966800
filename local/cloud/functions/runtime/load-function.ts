import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Module, createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script, constants } from 'node:vm'

export interface LoadedFunction {
  readonly exports: { readonly main?: unknown }
  /** Keeps the compiled code for the next worker; does nothing when it was loaded from there. */
  keepCode(): void
}

type Wrapped = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  file: string,
  directory: string,
) => void

/**
 * Loads a CommonJS file like `require`, with V8's compiled code from an earlier worker: more than half
 * of a cold start is compiling the SDK. The code is kept under the digest of its source.
 */
export function loadFunction(entry: string, cacheDirectory: string): LoadedFunction {
  const source = readFileSync(entry, 'utf8')
  const file = join(cacheDirectory, `${digestOf(source)}-${process.version}-${process.arch}.bin`)
  const script = new Script(Module.wrap(source), {
    filename: entry,
    cachedData: readCode(file),
    // Missing before Node 20.10, where `import()` inside a function is an error.
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const module = new Module(entry)
  module.filename = entry
  const run = script.runInThisContext() as Wrapped
  run.call(
    module.exports,
    module.exports as object,
    createRequire(entry),
    module,
    entry,
    dirname(entry),
  )
  module.loaded = true
  const known = script.cachedDataRejected === false
  return {
    exports: module.exports as LoadedFunction['exports'],
    keepCode() {
      if (!known) writeCode(file, script.createCachedData())
    },
  }
}

const DIGEST_BYTES = 20

function digestOf(bytes: string | Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}

/** V8 trusts what it is given, so the code is used only when it is whole. */
function readCode(file: string): Buffer | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    // Not there yet: the function is compiled.
    return undefined
  }
  const code = bytes.subarray(DIGEST_BYTES)
  const intact = bytes.subarray(0, DIGEST_BYTES).toString('hex') === digestOf(code)
  return intact ? code : undefined
}

function writeCode(file: string, code: Buffer): void {
  const incoming = `${file}.${process.pid}-${performance.now()}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(incoming, Buffer.concat([Buffer.from(digestOf(code), 'hex'), code]))
  renameSync(incoming, file)
}
