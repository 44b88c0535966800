import { temporaryUrls } from './cloud'
import { isInFolder } from './storage-rule'

/** Long enough to look at a page; a link that was passed on is soon worth nothing. */
const linkSeconds = 3600

/**
 * Files as somebody sees them who did not put them there, and of whom the caller knows that they
 * may: those of the folder, which only their creator reads, become links. Others stay as they are.
 */
export async function withLinks(
  fileIds: readonly string[],
  folder: 'cases' | 'invoices',
): Promise<string[]> {
  const links = await temporaryUrls(
    fileIds.filter((fileId) => isInFolder(fileId, folder)),
    linkSeconds,
  )
  return fileIds.map((fileId) => links.get(fileId) ?? fileId)
}
