import type { CompiledComponent, Problem } from './compiled-package'
import type { FileArtifacts } from './file-artifacts'
import { isRecord, placeOfText, readJson } from './read-json'
import { resolveReference } from './resolve-reference'
import type { SourceTree } from './source-tree'

interface Reference {
  /** The JSON file that makes the reference. */
  file: string
  tag: string
  path: string
}

/**
 * Walks from the given pages and components to all that their templates use. A component that is
 * declared but not found is a problem even when no template uses it, as in WeChat.
 */
export async function collectComponents(
  tree: SourceTree,
  files: FileArtifacts,
  app: Record<string, unknown>,
  roots: readonly string[],
  problems: Problem[],
): Promise<Record<string, CompiledComponent>> {
  const components: Record<string, CompiledComponent> = {}
  const resolved = new Map<string, string | null>()

  const resolve = ({ file, tag, path }: Reference): string | null => {
    const key = `${file}\n${tag}`
    const known = resolved.get(key)
    if (known !== undefined) return known
    const id = resolveReference(tree, file, path, ['.json', '.js'])
    resolved.set(key, id)
    if (!id) {
      const place = placeOfText(tree, file, path)
      const message = path.startsWith('plugin')
        ? `<${tag}>: the local phone has no plugins ("${path}")`
        : `<${tag}>: the component "${path}" is not found`
      problems.push({ severity: 'error', file, ...place, message })
    }
    return id
  }

  const appUsing = usingOf(app, 'app.json')
  appUsing.forEach(resolve)

  async function visit(id: string): Promise<void> {
    if (components[id]) return
    const file = `${id}.json`
    const config = tree.has(file) ? await readJson(tree, file, problems) : {}
    const component: CompiledComponent = { id, config, using: {}, generics: {}, styles: [] }
    components[id] = component
    if (tree.has(`${id}.wxss`)) component.styles = await files.style(`${id}.wxss`)
    const names = await namesUsed(id)
    const found = new Set<string>()
    for (const reference of [...appUsing, ...usingOf(config, file)]) {
      const target = resolve(reference)
      if (!target || !names.has(reference.tag)) continue
      component.using[reference.tag] = target
    }
    Object.values(component.using).forEach((target) => found.add(target))
    for (const [name, setting] of Object.entries(recordOf(config.componentGenerics))) {
      const path = isRecord(setting) && typeof setting.default === 'string' ? setting.default : null
      const target = path === null ? null : resolve({ file, tag: name, path })
      component.generics[name] = target
      if (target) found.add(target)
    }
    for (const target of found) await visit(target)
  }

  async function namesUsed(id: string): Promise<Set<string>> {
    const names = new Set<string>()
    if (!tree.has(`${id}.wxml`)) {
      const message = 'the file is missing'
      problems.push({ severity: 'error', file: `${id}.wxml`, line: 1, column: 1, message })
      return names
    }
    for (const template of await files.template(id)) {
      files.templates[template]?.tags.forEach((use) => names.add(use.tag))
      files.templates[template]?.generics.forEach((name) => names.add(name))
    }
    return names
  }

  for (const root of roots) await visit(root)
  return components
}

function usingOf(config: Record<string, unknown>, file: string): Reference[] {
  return Object.entries(recordOf(config.usingComponents)).flatMap(([tag, path]) =>
    typeof path === 'string' ? [{ file, tag, path }] : [],
  )
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}
