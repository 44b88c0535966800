import postcss, { CssSyntaxError, type Declaration, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import { domTag } from './builtin-tags'
import type { Problem } from './compiled-package'
import { CLASS_MARK, DARK_MARK, HOST_MARK, LIGHT_MARK, RPX_MARK } from './style-marks'

export interface WxssArtifact {
  /** The sheet without its imports, with the marks of `style-marks.ts`. */
  css: string
  imports: { reference: string; line: number; column: number }[]
  problems: Problem[]
}

/** Compiles one WXSS file by itself; imported sheets are named, not read. */
export function compileWxss(source: string, file: string): WxssArtifact {
  const artifact: WxssArtifact = { css: '', imports: [], problems: [] }
  const report = (node: postcss.Node, message: string): void => {
    const { line = 1, column = 1 } = node.source?.start ?? {}
    artifact.problems.push({ severity: 'error', file, line, column, message })
  }
  try {
    const sheet = postcss.parse(source, { from: file })
    sheet.walkAtRules((rule) => {
      if (rule.name === 'import') {
        const { line = 1, column = 1 } = rule.source?.start ?? {}
        artifact.imports.push({ reference: importedFile(rule.params), line, column })
        rule.remove()
      } else if (rule.name === 'media') rule.params = markMedia(rule.params)
    })
    sheet.walkDecls((declaration) => compileDeclaration(declaration, report))
    sheet.walkRules((rule) => compileRule(rule, report))
    artifact.css = sheet.toString()
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const { line = 1, column = 1, reason } = error
    artifact.problems.push({ severity: 'error', file, line, column, message: reason })
  }
  return artifact
}

/** Writes `rpx` and `env(safe-area-inset-*)` so that the phone can settle them. */
export function markLengths(value: string): string {
  return value
    .replace(/(^|[^\w.#-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, `$1${RPX_MARK}$2${RPX_MARK}`)
    .replace(/\b(?:env|constant)\(\s*(safe-area-inset-\w+)/g, 'var(--$1')
}

function compileDeclaration(
  declaration: Declaration,
  report: (node: postcss.Node, message: string) => void,
): void {
  declaration.value = markLengths(declaration.value)
  for (const [, , url = ''] of declaration.value.matchAll(/url\(\s*(['"]?)([^'")]+)\1\s*\)/g)) {
    if (!/^(data:|https?:|\/\/|cloud:|#)/.test(url)) {
      report(
        declaration,
        `WXSS cannot load the local file "${url}": use <image>, a data URL or a network URL`,
      )
    }
  }
}

function compileRule(rule: Rule, report: (node: postcss.Node, message: string) => void): void {
  const parent = rule.parent
  if (parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name)) return
  try {
    rule.selector = markSelector(rule.selector)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error
    report(rule, error.message)
  }
}

function markSelector(selector: string): string {
  return selectorParser((root) => {
    root.walkClasses((name) => {
      // Set as written: the parser would write the mark as an escape sequence.
      name.setPropertyWithoutEscape('value', CLASS_MARK + writtenName(name))
    })
    root.walkTags((tag) => {
      tag.value = tag.value === 'page' ? 'body' : domTag(tag.value)
    })
    root.walkUniversals(() => {
      throw new Error('WXSS does not have the selector "*"')
    })
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return
      pseudo.replaceWith(
        selectorParser.attribute({
          attribute: 'wx-host',
          operator: '=',
          value: HOST_MARK,
          quoteMark: '"',
          raws: {},
        }),
      )
    })
  }).processSync(selector)
}

/** A class name with the escapes it is written with; the parser's types leave them out. */
function writtenName(name: { value: string; raws?: { value?: string } }): string {
  return name.raws?.value ?? name.value
}

function markMedia(condition: string): string {
  return markLengths(condition)
    .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g, DARK_MARK)
    .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/g, LIGHT_MARK)
}

function importedFile(params: string): string {
  return params
    .trim()
    .replace(/^url\(\s*/, '')
    .replace(/\s*\)$/, '')
    .replace(/^['"]|['"]$/g, '')
}
