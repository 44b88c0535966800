import fs from 'node:fs'
import path from 'node:path'
import { pagesOutput, pagesSource, sharedSource, tdesignSource } from '../paths'
import { BuildError } from './build-error'
import type { BuildRecord } from './build-record'
import { minifyJson, minifyWxml, minifyWxss } from './minify-markup'
import { buildScript } from './script'
import type { BuiltScript } from './script'
import { removeOthers, sourceFiles, writeIfChanged } from './source-files'
import { buildTDesign, tdesignComponentsIn } from './tdesign'

export interface BuildOptions {
  /** For upload and for measuring; false keeps lines for error messages. */
  minify: boolean
  output?: string
  /** Leaves the output as it is when this says that it is up to date. */
  record?: BuildRecord
}

/** What the whole mini program is called in the record. */
const whole = 'miniprogram'
const npmFolder = 'miniprogram_npm/tdesign-miniprogram'

/** Builds the mini program, and again only what changed since its own last run. */
export class MiniprogramBuilder {
  private readonly scripts = new Map<string, { modified: number; built: BuiltScript }>()
  private readonly output: string
  private tdesign: { key: string; files: Map<string, string | Buffer> } | undefined

  constructor(private readonly options: BuildOptions) {
    this.output = options.output ?? pagesOutput
  }

  /** Resolves with the number of files written; a mistake in a source is a `BuildError`. */
  async build(): Promise<number> {
    const { record } = this.options
    if (record?.upToDate([whole]).has(whole)) return 0
    const startedAt = Date.now()
    const files = new Map<string, string | Buffer>()
    const sources: string[] = []
    const sharedQueue: string[] = []
    for (const file of sourceFiles(pagesSource)) {
      const source = path.join(pagesSource, file)
      sources.push(source)
      if (file.endsWith('.ts')) {
        const { code, shared } = await this.script(source)
        files.set(file.replace(/\.ts$/, '.js'), code)
        sharedQueue.push(...shared)
      } else {
        files.set(file, await this.asset(source))
      }
    }
    for (let file = sharedQueue.pop(); file !== undefined; file = sharedQueue.pop()) {
      const target = `shared/${file.replace(/\.ts$/, '.js')}`
      if (files.has(target)) continue
      if (file.startsWith('contract/')) {
        throw new BuildError('pages take only types from the contract', `shared/${file}`)
      }
      const source = path.join(sharedSource, file)
      const { code, shared } = await this.script(source)
      sources.push(source)
      files.set(target, code)
      sharedQueue.push(...shared)
    }
    for (const [file, content] of await this.library()) {
      files.set(`${npmFolder}/${file}`, content)
      sources.push(path.join(tdesignSource, file))
    }
    let written = 0
    for (const [file, content] of files) {
      if (writeIfChanged(path.join(this.output, file), content)) written++
    }
    removeOthers(this.output, new Set(files.keys()))
    record?.keep(whole, { from: sources, to: withFolders(this.output, files.keys()), startedAt })
    record?.save()
    return written
  }

  private async script(file: string): Promise<BuiltScript> {
    const modified = fs.statSync(file).mtimeMs
    const known = this.scripts.get(file)
    if (known?.modified === modified) return known.built
    const built = await buildScript(file, this.options.minify)
    this.scripts.set(file, { modified, built })
    return built
  }

  private async asset(file: string): Promise<string | Buffer> {
    const content = fs.readFileSync(file)
    if (file.endsWith('.json')) return this.json(file, content.toString())
    if (!this.options.minify) return content
    if (file.endsWith('.wxml')) return minifyWxml(content.toString())
    if (file.endsWith('.wxss')) return minifyWxss(content.toString())
    return content
  }

  private json(file: string, source: string): string {
    try {
      return this.options.minify ? minifyJson(source) : (JSON.parse(source), source)
    } catch (error) {
      throw new BuildError((error as Error).message, file)
    }
  }

  private async library(): Promise<Map<string, string | Buffer>> {
    const components = new Set(
      sourceFiles(pagesSource)
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) =>
          tdesignComponentsIn(fs.readFileSync(path.join(pagesSource, file), 'utf8')),
        ),
    )
    const icons = fs.statSync(path.join(pagesSource, 'styles', 'icons.wxss')).mtimeMs
    const key = [...components].sort().join() + icons
    if (this.tdesign?.key !== key) {
      const files = await buildTDesign([...components], this.options.minify)
      for (const [file, content] of files) {
        if (!this.options.minify || typeof content !== 'string') continue
        if (file.endsWith('.wxml')) files.set(file, minifyWxml(content))
        if (file.endsWith('.wxss')) files.set(file, await minifyWxss(content))
      }
      this.tdesign = { key, files }
    }
    return this.tdesign.files
  }
}

/** Files with the folders they lie in, where a file too many would show. */
function withFolders(output: string, files: Iterable<string>): string[] {
  const all = new Set<string>()
  for (const file of files) {
    for (let at = path.join(output, file); at.startsWith(output); at = path.dirname(at)) all.add(at)
  }
  return [...all]
}
