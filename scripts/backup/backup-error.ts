/** What stops a backup or a restore, in words that say why. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
