import type { ArtifactCache } from './artifact-cache'
import type { CompiledTemplate, Problem } from './compiled-package'
import type { ScriptArtifact } from './compile-script'
import type { WxmlArtifact } from './compile-wxml'
import type { CompiledWxs } from './compile-wxs'
import type { WxssArtifact } from './compile-wxss'
import { resolveFile, resolveModule } from './resolve-reference'
import { placeOfQuoted } from './script-tokens'
import type { SourceTree } from './source-tree'

/** The compiled files of one package, gathered as its components are walked. */
export interface FileArtifacts {
  readonly templates: Record<string, CompiledTemplate>
  readonly wxs: Record<string, string>
  readonly styles: Record<string, string>
  readonly scripts: Record<string, string>
  readonly requires: Record<string, Record<string, string>>
  /** Compiles a template and all it includes, imports and uses; the ids of all these templates. */
  template(id: string): Promise<string[]>
  /** Compiles a style sheet and all it imports; the files in the order in which they apply. */
  style(file: string): Promise<string[]>
  script(file: string): Promise<void>
}

export function gatherArtifacts(
  tree: SourceTree,
  cache: ArtifactCache,
  problems: Problem[],
): FileArtifacts {
  const templates: Record<string, CompiledTemplate> = {}
  const wxs: Record<string, string> = {}
  const styles: Record<string, string> = {}
  const scripts: Record<string, string> = {}
  const requires: Record<string, Record<string, string>> = {}
  const styleOrders = new Map<string, string[]>()

  async function cached<T extends { problems: Problem[] }>(
    kind: string,
    file: string,
    compile: () => Promise<T>,
  ): Promise<T> {
    const key = `${kind}:${file}:${tree.hash(file)}`
    let artifact = cache.get<T>(key)
    if (!artifact) {
      artifact = await compile()
      cache.put(key, artifact)
    }
    problems.push(...artifact.problems)
    return artifact
  }

  const missing = (file: string, wanted: string, place = { line: 1, column: 1 }): void => {
    problems.push({ severity: 'error', file, ...place, message: `"${wanted}" is not found` })
  }

  const missingModule = (file: string, reference: string): void => {
    const place = placeOfQuoted(tree.text(file), reference)
    const message = `module '${reference}' is not defined`
    problems.push({ severity: 'error', file, ...place, message })
  }

  async function addTemplate(id: string): Promise<void> {
    if (templates[id]) return
    const file = `${id}.wxml`
    const { template } = await cached<WxmlArtifact>('wxml', file, async () =>
      (await import('./compile-wxml')).compileWxml(tree.text(file), id),
    )
    templates[id] = template
    for (const used of template.templates) {
      if (tree.has(`${used}.wxml`)) await addTemplate(used)
      else missing(file, `${used}.wxml`)
    }
    for (const used of template.scripts) await addWxs(used, file)
  }

  async function addWxs(id: string, fromFile: string): Promise<void> {
    if (id in wxs) return
    const file = `${id}.wxs`
    if (!tree.has(file)) return missing(fromFile, file)
    const script = await cached<CompiledWxs>('wxs', file, async () =>
      (await import('./compile-wxs')).compileWxs(tree.text(file), file),
    )
    wxs[id] = script.code
    for (const reference of script.requires) {
      const required = resolveFile(tree, file, reference, '.wxs')
      if (required) await addWxs(required.slice(0, -'.wxs'.length), file)
      else missing(file, reference)
    }
  }

  async function addStyle(file: string): Promise<string[]> {
    const known = styleOrders.get(file)
    if (known) return known
    const order: string[] = []
    styleOrders.set(file, order)
    const sheet = await cached<WxssArtifact>('wxss', file, async () =>
      (await import('./compile-wxss')).compileWxss(tree.text(file), file),
    )
    for (const imported of sheet.imports) {
      const found = resolveFile(tree, file, imported.reference, '.wxss')
      if (!found) missing(file, imported.reference, imported)
      else for (const each of await addStyle(found)) if (!order.includes(each)) order.push(each)
    }
    styles[file] = sheet.css
    order.push(file)
    return order
  }

  return {
    templates,
    wxs,
    styles,
    scripts,
    requires,
    async template(id) {
      await addTemplate(id)
      return closure(id, templates)
    },
    style: addStyle,
    async script(file) {
      const script = await cached<ScriptArtifact>('js', file, async () =>
        (await import('./compile-script')).compileScript(tree.text(file), file),
      )
      scripts[file] = script.code
      const targets: Record<string, string> = {}
      requires[file] = targets
      for (const reference of script.requires) {
        const target = resolveModule(tree, file, reference)
        if (target) targets[reference] = target
        else missingModule(file, reference)
      }
    },
  }
}

function closure(id: string, templates: Record<string, CompiledTemplate>): string[] {
  const ids = new Set([id])
  for (const each of ids) templates[each]?.templates.forEach((used) => ids.add(used))
  return [...ids]
}
