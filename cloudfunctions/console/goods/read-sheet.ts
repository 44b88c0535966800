import { createHash } from 'node:crypto'
import { parseCsv } from '../../../shared/domain/csv'
import { mostSheetRows, readSheet } from '../../../shared/domain/goods-sheet'
import type { Sheet } from '../../../shared/domain/goods-sheet'
import { err, ok } from '../../../shared/domain/result'
import type { Result } from '../../../shared/domain/result'
import { readFile } from '../../_kit/cloud'

type Reason = 'missing' | 'empty' | 'noHeading' | 'tooLong'

/** Where sheets are uploaded to; no other file of the company's is read as one. */
const folder = /\/sheets\/[A-Za-z0-9_-]+\.csv$/
const mostBytes = 2_000_000

/** An uploaded sheet and the id of its contents: the same contents have the same. */
export async function readUploaded(
  fileId: string,
): Promise<Result<{ sheet: Sheet; sheetId: string }, 'SHEET_UNREADABLE', { reason: Reason }>> {
  const unreadable = (reason: Reason) => err('SHEET_UNREADABLE', { reason })
  const bytes = folder.test(fileId) ? await readFile(fileId) : undefined
  if (!bytes) return unreadable('missing')
  if (bytes.length > mostBytes) return unreadable('tooLong')
  const cells = parseCsv(textOf(bytes))
  if (cells.length === 0) return unreadable('empty')
  const sheet = readSheet(cells)
  if (!sheet) return unreadable('noHeading')
  if (sheet.rows > mostSheetRows) return unreadable('tooLong')
  if (sheet.rows === 0) return unreadable('empty')
  return ok({ sheet, sheetId: createHash('sha256').update(bytes).digest('hex').slice(0, 16) })
}

/** Excel on a Chinese Windows saves CSV in GB 18030; everything else says UTF-8. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    return new TextDecoder('gb18030').decode(bytes)
  }
}
