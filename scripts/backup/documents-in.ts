import fs from 'node:fs'
import { BackupError } from './backup-error'

/** Texts as they come in, cut anywhere. */
export type Pieces = AsyncIterable<string> | Iterable<string>

/**
 * The text of every object in turn, however they are laid out: one a line, over several lines, or
 * as one list. Throws a BackupError where something else stands, or in the middle of an object.
 */
export async function* documentsIn(pieces: Pieces, name: string): AsyncGenerator<string> {
  let open = ''
  let depth = 0
  let isText = false
  let isEscaped = false
  for await (const piece of pieces) {
    let from = 0
    for (let at = 0; at < piece.length; at += 1) {
      if (isEscaped) isEscaped = false
      else if (depth > 0) {
        at = nextOf(isText ? signsOfText : signs, piece, at)
        const sign = piece[at]
        if (sign === '"') isText = !isText
        else if (sign === '\\') isEscaped = true
        else if (sign === '{') depth += 1
        else if (sign === '}') depth -= 1
        if (depth > 0) continue
        yield open + piece.slice(from, at + 1)
        open = ''
      } else if (piece[at] === '{') {
        from = at
        depth = 1
      } else if (!between.has(piece[at]!))
        throw new BackupError(`${name} holds something that is no document: ${piece[at]}…`)
    }
    if (depth > 0) open += piece.slice(from)
  }
  if (depth > 0) throw new BackupError(`${name} ends in the middle of a document.`)
}

const signs = /["{}]/g
const signsOfText = /["\\]/g

/** The place of the next of these signs, or the end. */
function nextOf(wanted: RegExp, piece: string, from: number): number {
  wanted.lastIndex = from
  return wanted.exec(piece)?.index ?? piece.length
}

const between = new Set([' ', '\t', '\r', '\n', ',', '[', ']', '\ufeff'])

/** The text of every document in a file. */
export const documentsOf = (file: string): AsyncGenerator<string> =>
  documentsIn(fs.createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>, file)
