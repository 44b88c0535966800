import { BUILTIN_TAGS } from '../compile/builtin-tags'
import type { CompiledPackage, CompiledTemplate, Problem } from '../compile/compiled-package'
import { componentsOf } from './page-styles'

/** The errors that keep a page from being shown: in its files, in app.json, and unknown tags. */
export function problemsOfPage(
  compiled: CompiledPackage,
  route: string,
  builtins: ReadonlySet<string>,
): Problem[] {
  const files = new Set(['app.json', ...compiled.appStyles])
  const unknown: Problem[] = []
  for (const id of componentsOf(compiled, route)) {
    const component = compiled.components[id]
    if (!component) continue
    for (const extension of ['json', 'wxml', 'wxss']) files.add(`${id}.${extension}`)
    for (const script of scriptsOf(compiled, `${id}.js`)) files.add(script)
    component.styles.forEach((file) => files.add(file))
    const known = new Set([...Object.keys(component.using), ...Object.keys(component.generics)])
    for (const template of templatesOf(compiled, id)) {
      files.add(`${template}.wxml`)
      const { scripts = [], tags = [] } = compiled.templates[template] ?? {}
      for (const script of wxsOf(compiled, scripts)) files.add(`${script}.wxs`)
      unknown.push(...unknownTags(`${template}.wxml`, tags, known, builtins, id))
    }
  }
  const own = compiled.problems.filter(
    ({ severity, file, page }) =>
      severity === 'error' && files.has(file) && (page === undefined || page === route),
  )
  return own.length > 0 ? own : unknown
}

function unknownTags(
  file: string,
  tags: CompiledTemplate['tags'],
  known: ReadonlySet<string>,
  builtins: ReadonlySet<string>,
  component: string,
): Problem[] {
  return tags
    .filter(({ tag }) => !known.has(tag) && !builtins.has(tag))
    .map(({ tag, line, column }) => {
      const message = BUILTIN_TAGS.has(tag)
        ? `<${tag}> is WeChat's, but the local phone does not have it`
        : `<${tag}> is neither WeChat's nor declared in usingComponents of ${component}.json`
      return { severity: 'error', file, line, column, message }
    })
}

function templatesOf(compiled: CompiledPackage, id: string): Set<string> {
  const ids = new Set([id])
  for (const each of ids) compiled.templates[each]?.templates.forEach((used) => ids.add(used))
  return ids
}

/** A script and all that it requires. */
function scriptsOf(compiled: CompiledPackage, script: string): Set<string> {
  const files = new Set([script])
  for (const file of files) {
    Object.values(compiled.requires[file] ?? {}).forEach((required) => files.add(required))
  }
  return files
}

function wxsOf(compiled: CompiledPackage, ids: string[]): string[] {
  return ids.filter((id) => id in compiled.wxs)
}
