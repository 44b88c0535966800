import type { Problem } from './compiled-package'
import { placeOf } from './script-tokens'
import type { SourceTree } from './source-tree'

/** A JSON file as an object; a broken or missing file is a problem and an empty object. */
export function readJson(
  tree: SourceTree,
  file: string,
  problems: Problem[],
): Record<string, unknown> {
  if (!tree.has(file)) {
    problems.push({ severity: 'error', file, line: 1, column: 1, message: 'the file is missing' })
    return {}
  }
  const text = tree.text(file)
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
    throw new SyntaxError('the file must hold one object')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const position = /position (\d+)/.exec(error.message)?.[1]
    const place = placeOf(text, position === undefined ? 0 : Number(position))
    problems.push({ severity: 'error', file, ...place, message: error.message })
    return {}
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** Where a JSON file first names a key or value, for messages. */
export function placeOfText(
  tree: SourceTree,
  file: string,
  text: string,
): { line: number; column: number } {
  const source = tree.has(file) ? tree.text(file) : ''
  return placeOf(source, Math.max(0, source.indexOf(JSON.stringify(text))))
}
