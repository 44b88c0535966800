import fs from 'node:fs'
import path from 'node:path'

/** All files below a folder, as paths relative to it with `/`; tests are left out. */
export function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/\.test\.ts$|(^|\/)tsconfig\.json$|(^|\/)\./.test(file))
    .sort()
}

/** Writes a file only when its content differs, so that watchers see real changes only. */
export function writeIfChanged(file: string, content: string | Uint8Array): boolean {
  const next = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  if (fs.existsSync(file) && fs.readFileSync(file).equals(next)) return false
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, next)
  return true
}

/** Removes what a folder holds beyond `wanted` (relative paths), and folders left empty. */
export function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  if (!fs.existsSync(folder)) return
  for (const file of sourceFilesWithHidden(folder)) {
    if (!wanted.has(file)) fs.rmSync(path.join(folder, file))
  }
  removeEmptyFolders(folder)
}

function sourceFilesWithHidden(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
}

function removeEmptyFolders(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name))
  }
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder)
}
