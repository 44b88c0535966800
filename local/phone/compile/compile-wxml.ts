// 2 MB of WebAssembly: this module is loaded only when a template has really changed.
import { TmplGroup } from 'glass-easel-template-compiler'
import type { CompiledTemplate, Problem, TagUse } from './compiled-package'
import { compileWxs } from './compile-wxs'
import { placeOf } from './script-tokens'
import { wxmlTags, type WxmlTag } from './wxml-tags'

/** Tags that belong to the template language and stand for no element. */
const LANGUAGE_TAGS = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

export interface WxmlArtifact {
  template: CompiledTemplate
  problems: Problem[]
}

interface Diagnostic {
  isError: boolean
  level: string
  message: string
  startLine: number
  startColumn: number
}

/** Compiles one WXML file by itself; what it includes or imports is named, not read. */
export function compileWxml(source: string, id: string): WxmlArtifact {
  const file = `${id}.wxml`
  const tags = wxmlTags(source)
  const group = new TmplGroup()
  try {
    const diagnostics = group.addTmpl(id, withoutDuplicates(source, tags)) as Diagnostic[] | null
    const problems = (diagnostics ?? []).map((diagnostic) => problemOf(diagnostic, file))
    problems.push(...compileInlineScripts(group, id, file))
    if (problems.some((problem) => problem.severity === 'error')) {
      return { template: emptyTemplate(), problems }
    }
    const template: CompiledTemplate = {
      code: group.getTmplGenObject(id),
      templates: group.getDirectDependencies(id) as string[],
      scripts: group.getScriptDependencies(id) as string[],
      tags: tagUses(source, tags),
      generics: genericNames(tags),
    }
    return { template, problems }
  } finally {
    group.free()
  }
}

function problemOf(diagnostic: Diagnostic, file: string): Problem {
  // WeChat's own compiler refuses a tag that is not closed; this one only warns.
  const isError = diagnostic.isError || diagnostic.message === 'missing end tag'
  return {
    severity: isError ? 'error' : 'warning',
    file,
    line: diagnostic.startLine + 1,
    column: diagnostic.startColumn + 1,
    message: diagnostic.message,
  }
}

function compileInlineScripts(group: TmplGroup, id: string, file: string): Problem[] {
  const problems: Problem[] = []
  for (const name of group.getInlineScriptModuleNames(id) as string[]) {
    const firstLine = group.getInlineScriptStartLine(id, name) + 1
    const script = compileWxs(group.getInlineScript(id, name), file, firstLine)
    problems.push(...script.problems)
    group.setInlineScript(id, name, script.code)
  }
  return problems
}

/** WeChat lets the last of two attributes with one name win; the compiler keeps the first. */
function withoutDuplicates(source: string, tags: WxmlTag[]): string {
  let result = source
  for (const tag of tags) {
    const later = new Set<string>()
    for (const attribute of [...tag.attributes].reverse()) {
      if (later.has(attribute.name)) {
        const blank = source.slice(attribute.start, attribute.end).replace(/[^\n]/g, ' ')
        result = result.slice(0, attribute.start) + blank + result.slice(attribute.end)
      }
      later.add(attribute.name)
    }
  }
  return result
}

function tagUses(source: string, tags: WxmlTag[]): TagUse[] {
  const uses = new Map<string, TagUse>()
  for (const { name, offset } of tags) {
    if (LANGUAGE_TAGS.has(name) || uses.has(name)) continue
    uses.set(name, { tag: name, ...placeOf(source, offset) })
  }
  return [...uses.values()]
}

function genericNames(tags: WxmlTag[]): string[] {
  const names = new Set<string>()
  for (const tag of tags) {
    for (const attribute of tag.attributes) {
      if (attribute.name.startsWith('generic:')) names.add(attribute.value)
    }
  }
  return [...names]
}

function emptyTemplate(): CompiledTemplate {
  return { code: '', templates: [], scripts: [], tags: [], generics: [] }
}
