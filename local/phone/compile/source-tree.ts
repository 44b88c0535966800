import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files of one built mini program at one moment, by their path from its root. */
export interface SourceTree {
  readonly root: string
  /** Folders from the root, '' for the root itself. */
  readonly folders: readonly string[]
  readonly files: readonly string[]
  has(file: string): boolean
  text(file: string): string
  /** A name for the file's content; equal content has equal names. */
  hash(file: string): string
}

/** Reads a folder's names once; contents are read when they are asked for, and once. */
export function readSourceTree(root: string): SourceTree {
  const folders: string[] = []
  const files: string[] = []
  walk(root, '', folders, files)
  files.sort()
  const names = new Set(files)
  const texts = new Map<string, string>()
  const text = (file: string): string => {
    const known = texts.get(file)
    if (known !== undefined) return known
    const read = readFileSync(join(root, file), 'utf8')
    texts.set(file, read)
    return read
  }
  return {
    root,
    folders,
    files,
    has: (file) => names.has(file),
    text,
    hash: (file) => createHash('sha1').update(text(file)).digest('base64url'),
  }
}

function walk(root: string, folder: string, folders: string[], files: string[]): void {
  folders.push(folder)
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const isFolder = entry.isSymbolicLink()
      ? statSync(join(root, path)).isDirectory()
      : entry.isDirectory()
    if (isFolder) walk(root, path, folders, files)
    else files.push(path)
  }
}
