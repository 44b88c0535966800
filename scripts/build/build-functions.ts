import fs from 'node:fs'
import path from 'node:path'
import { context } from 'esbuild'
import type { BuildContext, BuildOptions } from 'esbuild'
import { functionsOutput, functionsSource } from '../paths'
import { BuildError } from './build-error'
import { unusedSdkParts } from './sdk-stubs'
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

/** Bundles each function with everything it needs, so that nothing is installed in the cloud. */
export class FunctionsBuilder {
  private readonly contexts = new Map<string, BuildContext>()

  constructor(
    private readonly minify: boolean,
    private readonly output = functionsOutput,
  ) {}

  /** Resolves with the names of the functions whose bundle changed. */
  async build(): Promise<string[]> {
    const names = functionNames()
    const changed = await Promise.all(
      names.map(async (name) => ((await this.buildOne(name)) ? [name] : [])),
    )
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
    return [
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
  }
}

const outputFiles = ['index.js', 'config.json', 'package.json']

const bundleOptions = (name: string, minify: boolean): BuildOptions => ({
  entryPoints: [path.join(functionsSource, name, 'index.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minify,
  keepNames: true,
  sourcemap: false,
  logLevel: 'silent',
  legalComments: 'none',
  plugins: [unusedSdkParts],
})
