/** A place in a file; lines and columns count from 1. */
export interface SourcePlace {
  file: string
  line: number
  column: number
}

/** [generated column, source index, source line, source column], all from 0. */
type Segment = [column: number, source: number, line: number, sourceColumn: number]

interface DecodedMap {
  sources: string[]
  lines: Segment[][]
}

const MAP = /\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,([\w+/=]+)/
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Where a place of a built file comes from, by the map in the file; the place itself without one. */
export function originalPlace(code: string, place: SourcePlace): SourcePlace {
  const encoded = MAP.exec(code)?.[1]
  if (!encoded) return place
  const { sources, lines } = decode(encoded)
  const segments = lines[place.line - 1] ?? []
  const before = segments.filter(([column]) => column < place.column)
  const segment = before.at(-1) ?? segments[0]
  if (!segment) return place
  const [, source, line, column] = segment
  return { file: nameBeside(place.file, sources[source] ?? ''), line: line + 1, column: column + 1 }
}

/** A source is named as the built file it lies behind: folders of the machine do not matter. */
function nameBeside(file: string, source: string): string {
  const extension = /\.\w+$/.exec(source)?.[0] ?? ''
  const stem = file.replace(/\.\w+$/, '')
  return source.replace(/\.\w+$/, '').endsWith(stem) ? stem + extension : source
}

function decode(base64: string): DecodedMap {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const map = JSON.parse(new TextDecoder().decode(bytes)) as { sources: string[]; mappings: string }
  let source = 0
  let line = 0
  let sourceColumn = 0
  const lines = map.mappings.split(';').map((text) => {
    let column = 0
    return text.split(',').flatMap((group): Segment[] => {
      const [byColumn, bySource, byLine, bySourceColumn] = numbersIn(group)
      if (byColumn === undefined) return []
      column += byColumn
      if (bySource === undefined || byLine === undefined || bySourceColumn === undefined) return []
      source += bySource
      line += byLine
      sourceColumn += bySourceColumn
      return [[column, source, line, sourceColumn]]
    })
  })
  return { sources: map.sources, lines }
}

/** The numbers of one group in base 64, seven bits' worth of sign and digits at a time. */
function numbersIn(group: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const char of group) {
    const digit = DIGITS.indexOf(char)
    value += (digit & 31) << shift
    if (digit & 32) shift += 5
    else {
      numbers.push(value & 1 ? -(value >> 1) : value >> 1)
      value = 0
      shift = 0
    }
  }
  return numbers
}
