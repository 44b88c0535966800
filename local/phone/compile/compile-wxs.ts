import { Script } from 'node:vm'
import type { Problem } from './compiled-package'
import { placeOf, scriptTokens, type ScriptToken } from './script-tokens'

/** What WXS has not, though JavaScript does. WeChat's `wcc` refuses each of them. */
const REFUSED_NAMES = new Set([
  'let',
  'const',
  'class',
  'import',
  'export',
  'async',
  'await',
  'new',
])

export interface CompiledWxs {
  code: string
  problems: Problem[]
  /** The literals in `require('...')`. */
  requires: string[]
}

/**
 * Makes a WXS source runnable as JavaScript: `x.constructor` is a name in WXS, and a backslash in
 * `getRegExp('\d')` stands for itself. Code that WXS does not have is a problem, not a surprise.
 */
export function compileWxs(source: string, file: string, firstLine = 1): CompiledWxs {
  const problems: Problem[] = []
  const requires: string[] = []
  const tokens = scriptTokens(source)
  const report = (offset: number, message: string): void => {
    const place = placeOf(source, offset)
    const line = place.line + firstLine - 1
    problems.push({ severity: 'error', file, line, column: place.column, message })
  }
  let code = ''
  let copied = 0
  const replace = (token: ScriptToken, text: string): void => {
    code += source.slice(copied, token.start) + text
    copied = token.end
  }
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]?.text
    const isProperty = before === '.' || tokens[index + 1]?.text === ':'
    if (token.kind === 'name' && !isProperty && REFUSED_NAMES.has(token.text)) {
      report(token.start, `WXS does not have "${token.text}"`)
    } else if (token.kind === 'template' || token.text === '=>') {
      report(token.start, `WXS does not have ${token.kind === 'template' ? 'templates' : '"=>"'}`)
    } else if (token.text === 'constructor' && before === '.') {
      replace(token, 'constructor.name')
    } else if (token.kind === 'string' && before === '(') {
      const called = tokens[index - 2]?.text
      if (called === 'getRegExp') replace(token, keepBackslashes(token.text))
      if (called === 'require') requires.push(token.text.slice(1, -1))
    }
  })
  code += source.slice(copied)
  const syntax = problems.length === 0 ? syntaxProblem(code, file, firstLine) : null
  if (syntax) problems.push(syntax)
  return { code, problems, requires }
}

function keepBackslashes(literal: string): string {
  return literal.replace(/\\(\\?)/g, '\\\\')
}

/** The first syntax error of a function body, or null. */
export function syntaxProblem(code: string, file: string, firstLine = 1): Problem | null {
  try {
    // The body of a function: `return` and shadowed names are allowed, `import` is not.
    new Script(`(function(){${code}\n})`, { filename: file, lineOffset: firstLine - 1 })
    return null
  } catch (error) {
    // By its name: the script's errors may be of another realm.
    const { name, message, stack = '' } = error as Error
    if (name !== 'SyntaxError') throw error
    const [place, , caret] = stack.split('\n')
    const line = Number(/:(\d+)$/.exec(place ?? '')?.[1] ?? firstLine)
    const indent = Math.max(0, (caret ?? '').indexOf('^'))
    const column = line === firstLine ? Math.max(1, indent - '(function(){'.length + 1) : indent + 1
    return { severity: 'error', file, line, column, message: `SyntaxError: ${message}` }
  }
}
