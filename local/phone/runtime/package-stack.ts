import type { CompiledPackage } from '../compile/compiled-package'
import { SOURCE_ROOT } from './evaluate'
import { originalPlace } from './source-map'

const PLACE = new RegExp(`${SOURCE_ROOT}([^\\s)]+):(\\d+):(\\d+)`, 'g')

/**
 * The part of a stack that is page code, with places in the files that people wrote. A stack without
 * page code is the phone's own and stays whole.
 */
export function packageStack(stack: string, scripts: CompiledPackage['scripts']): string {
  const lines = stack.split('\n')
  const own = lines.filter((line) => line.includes(SOURCE_ROOT))
  if (own.length === 0) return stack
  const head = lines[0]?.includes(SOURCE_ROOT) ? [] : lines.slice(0, 1)
  return [...head, ...own]
    .join('\n')
    .replace(PLACE, (_, name: string, line: string, column: string) => {
      const file = decodeURI(name)
      const place = { file, line: Number(line), column: Number(column) }
      const found = originalPlace(scripts[file] ?? '', place)
      return `${found.file}:${found.line}:${found.column}`
    })
}
