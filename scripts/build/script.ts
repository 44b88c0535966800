import fs from 'node:fs'
import path from 'node:path'
import { transform } from 'esbuild'
import { pagesSource, sharedSource } from '../paths'
import { BuildError } from './build-error'

/** A script of the mini program after its transformation. */
export interface BuiltScript {
  code: string
  /** Scripts of `shared/` it needs at run time, relative to `shared/`. */
  shared: string[]
}

/**
 * Turns one TypeScript file into CommonJS for WeChat. Files stay apart: the platform has its own
 * `require`, and bundling each page would copy what pages share. Imports of `shared/` are pointed
 * at `shared/` inside the package, since nothing outside its root exists on a phone.
 */
export async function buildScript(file: string, minify: boolean): Promise<BuiltScript> {
  const { code } = await transform(fs.readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'es2018',
    minify,
    sourcefile: file,
    ...(minify ? {} : { sourcemap: 'inline', sourcesContent: false }),
  }).catch((error: { errors?: { text: string; location?: { line: number } }[] }) => {
    const first = error.errors?.[0]
    throw new BuildError(first?.text ?? String(error), file, first?.location?.line)
  })
  const shared: string[] = []
  const rewritten = code.replace(/require\("(\.[^"]*)"\)/g, (_, reference: string) => {
    const target = resolveScript(path.resolve(path.dirname(file), reference), file, reference)
    if (isInside(sharedSource, target)) shared.push(toPosix(path.relative(sharedSource, target)))
    const from = path.dirname(packagePath(file))
    const relative = toPosix(path.relative(from, packagePath(target))).replace(/\.ts$/, '')
    return `require("${relative.startsWith('.') ? relative : `./${relative}`}")`
  })
  return { code: rewritten, shared }
}

/** Where a source file lies inside the package. */
function packagePath(file: string): string {
  return isInside(sharedSource, file)
    ? path.join('shared', path.relative(sharedSource, file))
    : path.relative(pagesSource, file)
}

function resolveScript(base: string, importer: string, reference: string): string {
  for (const candidate of [`${base}.ts`, path.join(base, 'index.ts')]) {
    if (fs.existsSync(candidate)) return candidate
  }
  throw new BuildError(`nothing to import at "${reference}"`, importer)
}

const isInside = (folder: string, file: string) => !path.relative(folder, file).startsWith('..')
const toPosix = (file: string) => file.split(path.sep).join('/')
