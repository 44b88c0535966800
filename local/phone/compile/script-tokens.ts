/** A piece of JavaScript: enough of a tokenizer for WXS, which has no regular expressions. */
export interface ScriptToken {
  kind: 'name' | 'number' | 'string' | 'template' | 'mark'
  start: number
  end: number
  text: string
}

const NAME_START = /[A-Za-z_$\u0080-\uFFFF]/
const NAME_PART = /[\w$\u0080-\uFFFF]/

/** Splits a script into tokens; comments and white space are left out. */
export function scriptTokens(source: string): ScriptToken[] {
  const tokens: ScriptToken[] = []
  let at = 0
  const push = (kind: ScriptToken['kind'], end: number): void => {
    tokens.push({ kind, start: at, end, text: source.slice(at, end) })
    at = end
  }
  while (at < source.length) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (/\s/.test(char)) at += 1
    else if (char === '/' && next === '/') at = endOfLine(source, at)
    else if (char === '/' && next === '*') at = endOfBlockComment(source, at)
    else if (char === '"' || char === "'") push('string', endOfQuoted(source, at))
    else if (char === '`') push('template', endOfQuoted(source, at))
    else if (NAME_START.test(char)) push('name', endOfRun(source, at, NAME_PART))
    else if (/\d/.test(char)) push('number', endOfRun(source, at, /[\w.]/))
    else if (char === '=' && next === '>') push('mark', at + 2)
    else push('mark', at + 1)
  }
  return tokens
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}

function endOfBlockComment(source: string, from: number): number {
  const end = source.indexOf('*/', from + 2)
  return end < 0 ? source.length : end + 2
}

function endOfQuoted(source: string, from: number): number {
  const quote = source.charAt(from)
  let at = from + 1
  while (at < source.length && source.charAt(at) !== quote) {
    at += source.charAt(at) === '\\' ? 2 : 1
  }
  return Math.min(at + 1, source.length)
}

function endOfRun(source: string, from: number, part: RegExp): number {
  let at = from + 1
  while (at < source.length && part.test(source.charAt(at))) at += 1
  return at
}

/** Line and column, from 1, of an offset in a text. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  return { line: before.split('\n').length, column: offset - lastBreak }
}

/** Where a source first holds a text in quotes; its start when it does not. */
export function placeOfQuoted(source: string, text: string): { line: number; column: number } {
  const found = [`'${text}'`, `"${text}"`].map((quoted) => source.indexOf(quoted))
  return placeOf(source, Math.max(0, ...found))
}
