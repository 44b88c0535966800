import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface AppJson {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

export interface AppPages {
  /** True for a page of the built mini program, given without leading slash and without query. */
  has(path: string): boolean
  home(): string | undefined
}

/** The pages of the built `app.json`, read again when the file changes; none while it is not built. */
export function createAppPages(miniprogramDirectory: string): AppPages {
  const file = join(miniprogramDirectory, 'app.json')
  let readAt = -1
  let pages: readonly string[] = []
  const current = () => {
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1
    if (changedAt !== readAt) {
      pages = changedAt < 0 ? [] : pagesOf(JSON.parse(readFileSync(file, 'utf8')) as AppJson)
      readAt = changedAt
    }
    return pages
  }
  return {
    has: (path) => current().includes(path),
    home: () => current()[0],
  }
}

function pagesOf({ pages = [], subPackages = [], subpackages = [] }: AppJson): string[] {
  const inPackages = [...subPackages, ...subpackages].flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...pages, ...inPackages]
}
