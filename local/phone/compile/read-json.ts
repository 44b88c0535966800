import type { TransformFailure } from 'esbuild'
import type { Problem } from './compiled-package'
import { placeOfQuoted } from './script-tokens'
import type { SourceTree } from './source-tree'

/** A JSON file as an object; a broken or missing file is a problem and an empty object. */
export async function readJson(
  tree: SourceTree,
  file: string,
  problems: Problem[],
): Promise<Record<string, unknown>> {
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
    const place = await placeOfMistake(text)
    problems.push({ severity: 'error', file, ...place, message: error.message })
    return {}
  }
}

/** Node's own message often has no place; esbuild's does, and it is asked only when there is one. */
async function placeOfMistake(text: string): Promise<{ line: number; column: number }> {
  const { transform } = await import('esbuild')
  try {
    await transform(text, { loader: 'json', logLevel: 'silent' })
    return { line: 1, column: 1 }
  } catch (error) {
    const [first] = (error as TransformFailure).errors
    const { line = 1, column = 0 } = first?.location ?? {}
    return { line, column: column + 1 }
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
  return placeOfQuoted(tree.has(file) ? tree.text(file) : '', text)
}
