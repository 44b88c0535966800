/** Copies of customers' pictures: no page can replace what was checked. */
export const checkedFolder = 'checked'

/** Pictures that everybody sees, also who has not logged in. */
const seenByAll = ['avatars', 'care', 'catalogue', checkedFolder, 'codes', 'company']

/**
 * Files that only who put them there sees; others get a link from a function that knows they may.
 * `cases` are proofs of after-sale cases, `sheets` are uploads of goods and prices.
 */
const seenByCreator = ['cases', 'invoices', 'sheets']

/** Pages put files there; into all others only functions do. */
const writtenByPages = ['avatars', 'care', 'cases', 'catalogue', 'company', 'invoices', 'sheets']

/** A class instead of the slash: nothing in the rule has to be escaped, for whoever reads it next. */
const isIn = (folders: readonly string[]) =>
  `/^(${folders.join('|')})[^a-z]/.test(resource.path) == true`
const isCreator = 'resource.openid == auth.openid'

/**
 * What pages may do with files of the cloud storage, as WeChat's security rules say it. In a folder
 * that is not named, such as the backups', nobody sees or writes anything; functions may everywhere.
 */
export const storageRule = {
  read: `${isIn(seenByAll)} || ${isIn(seenByCreator)} && ${isCreator}`,
  write: `${isIn(writtenByPages)} && ${isCreator}`,
}

/** Whether the file lies in that folder of the storage. */
export const isInFolder = (fileId: string, folder: string): boolean =>
  fileId.split('/')[3] === folder && fileId.startsWith('cloud://')

/** Whether no page can replace the picture, so that what was checked is what is seen. */
export const isHeld = (fileId: string): boolean => isInFolder(fileId, checkedFolder)

/** Whether it lies where pages put pictures for all: only these may a function open to everybody. */
export const isUpload = (fileId: string): boolean =>
  isInFolder(fileId, 'care') || isInFolder(fileId, 'avatars')
