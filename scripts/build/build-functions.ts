import fs from 'node:fs'
import path from 'node:path'
import { context } from 'esbuild'
import type { BuildContext, BuildOptions, BuildResult } from 'esbuild'
import { functionsOutput, functionsSource, projectRoot } from '../paths'
import { BuildError } from './build-error'
import type { BuildRecord } from './build-record'
import { leanMediaTypes, stubNamespace, unusedSdkParts } from './sdk-stubs'
import { removeOthers, writeIfChanged } from './source-files'

/** Names of the functions: every folder with an `index.ts`, but those that begin with `_`. */
export function functionNames(): string[] {
  return fs
    .readdirSync(functionsSource, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .filter((name) => fs.existsSync(path.join(functionsSource, name, 'index.ts')))
    .sort()
}

/**
 * Bundles each function with everything it needs, so that nothing is installed in the cloud. With a
 * record, what it says to be up to date is left as it is.
 */
export class FunctionsBuilder {
  private readonly contexts = new Map<string, BuildContext>()

  constructor(
    private readonly minify: boolean,
    private readonly output = functionsOutput,
    private readonly record?: BuildRecord,
  ) {}

  /** Resolves with the names of the functions whose bundle changed. */
  async build(): Promise<string[]> {
    const names = functionNames()
    const upToDate = this.record?.upToDate(names)
    const stale = names.filter((name) => !upToDate?.has(name))
    const changed = await Promise.all(
      stale.map(async (name) => ((await this.buildOne(name)) ? [name] : [])),
    )
    if (stale.length > 0) this.record?.save()
    removeOthers(
      this.output,
      new Set(names.flatMap((name) => outputFiles.map((file) => `${name}/${file}`))),
    )
    return changed.flat()
  }

  async stop(): Promise<void> {
    await Promise.all([...this.contexts.values()].map((one) => one.dispose()))
    this.contexts.clear()
  }

  private async buildOne(name: string): Promise<boolean> {
    const startedAt = Date.now()
    const bundler = this.contexts.get(name) ?? (await context(bundleOptions(name, this.minify)))
    this.contexts.set(name, bundler)
    const result = await bundler
      .rebuild()
      .catch(
        (error: { errors?: { text: string; location?: { file: string; line: number } }[] }) => {
          const first = error.errors?.[0]
          const { file, line } = first?.location ?? { file: `cloudfunctions/${name}` }
          throw new BuildError(first?.text ?? String(error), file, line)
        },
      )
    const folder = path.join(this.output, name)
    const config = path.join(functionsSource, name, 'config.json')
    const code = result.outputFiles?.[0]?.contents ?? new Uint8Array()
    const isChanged = [
      writeIfChanged(path.join(folder, 'index.js'), code),
      writeIfChanged(
        path.join(folder, 'config.json'),
        fs.existsSync(config) ? fs.readFileSync(config) : '{}\n',
      ),
      writeIfChanged(
        path.join(folder, 'package.json'),
        `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
      ),
    ].some(Boolean)
    this.record?.keep(name, {
      from: [...sourcesOf(result), config],
      to: outputFiles.map((file) => path.join(folder, file)),
      startedAt,
    })
    return isChanged
  }
}

/** All files that a bundle was made of; a stub is none. */
const sourcesOf = ({ metafile }: BuildResult): string[] =>
  Object.keys(metafile?.inputs ?? {}).filter((input) => !input.startsWith(`${stubNamespace}:`))

const outputFiles = ['index.js', 'config.json', 'package.json']

const bundleOptions = (name: string, minify: boolean): BuildOptions => ({
  entryPoints: [path.join(functionsSource, name, 'index.ts')],
  absWorkingDir: projectRoot,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minify,
  // Names in stack traces cost 15 KB of each upload.
  keepNames: !minify,
  // The table of pinyin is twice as long in escapes.
  charset: 'utf8',
  sourcemap: false,
  logLevel: 'silent',
  legalComments: 'none',
  plugins: [unusedSdkParts, leanMediaTypes],
})
