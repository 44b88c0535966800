/** Tells Excel that what follows is UTF-8. */
const byteOrderMark = '\ufeff'

/** What a spreadsheet takes for a formula when a cell begins with it. */
const formulaStart = /^'*[=+\-@\t\r]/
const guardedStart = /^'+[=+\-@\t\r]/

/** Rows as CSV by RFC 4180, with the mark at the beginning that Excel needs. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + writeCsvRows(rows)

/** Rows to be added to CSV that has begun already. No cell can begin a formula. */
export const writeCsvRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/**
 * The rows of CSV, whichever line ends it has; an empty line is a row without cells, so that the
 * place of a row is its number in the spreadsheet. A quote that never ends takes the rest.
 */
export function parseCsv(csv: string): string[][] {
  const text = csv.startsWith(byteOrderMark) ? csv.slice(1) : csv
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const read = text[at] === '"' ? quoted(text, at) : plain(text, at)
      row.push(guardedStart.test(read.value) ? read.value.slice(1) : read.value)
      at = read.end
      if (text[at] !== ',') break
      at += 1
    }
    rows.push(row.length === 1 && row[0] === '' ? [] : row)
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at += 1
  }
  return rows
}

interface Read {
  value: string
  /** Where the separator, the line end or nothing follows. */
  end: number
}

function plain(text: string, start: number): Read {
  let end = start
  while (end < text.length && !',\r\n'.includes(text[end]!)) end += 1
  return { value: text.slice(start, end), end }
}

function quoted(text: string, start: number): Read {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  // What stands between the closing quote and the separator belongs to the cell, as Excel reads it.
  const rest = plain(text, at)
  return { value: value + rest.value, end: rest.end }
}
