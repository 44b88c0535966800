import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openArtifactCache } from './artifact-cache'
import { collectComponents } from './collect-components'
import type { CompiledPackage, Problem } from './compiled-package'
import { gatherArtifacts } from './file-artifacts'
import { isRecord, placeOfText, readJson, textList } from './read-json'
import { readSourceTree, type SourceTree } from './source-tree'

/** Raised with every change in what the compiler writes, so that older caches are not read. */
const FORMAT = '3'

export interface PackageCompiler {
  /** Compiles what changed since the last time. Mistakes in the sources are `problems`. */
  compile(): Promise<{ compiled: CompiledPackage; tree: SourceTree }>
}

/** A compiler for one folder of built mini program output; its work is kept in the cache folder. */
export function createPackageCompiler(root: string, cacheDirectory: string): PackageCompiler {
  const name = createHash('sha1').update(root).digest('hex').slice(0, 12)
  const cache = openArtifactCache(join(cacheDirectory, `phone-package-${name}.json`), FORMAT)
  return {
    async compile() {
      const tree = readSourceTree(root)
      const problems: Problem[] = []
      const files = gatherArtifacts(tree, cache, problems)
      const app = await readJson(tree, 'app.json', problems)
      const pages = pagesOf(app)
      checkPages(tree, pages, problems)
      const roots = pages.filter((page) => tree.has(`${page}.wxml`) || tree.has(`${page}.js`))
      if (hasCustomTabBar(app)) roots.push('custom-tab-bar/index')
      const components = await collectComponents(tree, files, app, roots, problems)
      const appStyles = tree.has('app.wxss') ? await files.style('app.wxss') : []
      await Promise.all(
        tree.files.filter((file) => file.endsWith('.js')).map((file) => files.script(file)),
      )
      cache.save()
      const { templates, wxs, styles } = files
      // Scripts are compiled side by side: what comes out must not depend on who was first.
      problems.sort((one, other) => placeKey(one).localeCompare(placeKey(other)))
      const scripts = sorted(files.scripts)
      const requires = sorted(files.requires)
      const compiled = {
        app,
        theme: await themeOf(tree, app, problems),
        pages,
        components,
        templates,
        wxs,
        scripts,
        requires,
        styles,
        appStyles,
        problems,
      }
      return { compiled: { version: versionOf(compiled), ...compiled }, tree }
    },
  }
}

/** All routes of an app.json: the main package's, then each subpackage's. */
function pagesOf(app: Record<string, unknown>): string[] {
  const pages = textList(app.pages)
  const packages = app.subPackages ?? app.subpackages
  for (const part of Array.isArray(packages) ? packages : []) {
    if (!isRecord(part) || typeof part.root !== 'string') continue
    const root = part.root.replace(/^\/|\/$/g, '')
    for (const page of textList(part.pages)) pages.push(`${root}/${page.replace(/^\//, '')}`)
  }
  return pages
}

function checkPages(tree: SourceTree, pages: string[], problems: Problem[]): void {
  for (const page of pages) {
    for (const extension of ['.wxml', '.js']) {
      if (tree.has(page + extension)) continue
      const name = page.split('/').slice(-2).join('/')
      const place = placeOfText(
        tree,
        'app.json',
        tree.text('app.json').includes(page) ? page : name,
      )
      const message = `the page's file "${page}${extension}" is missing`
      problems.push({ severity: 'error', file: 'app.json', ...place, message, page })
    }
  }
}

function hasCustomTabBar(app: Record<string, unknown>): boolean {
  return isRecord(app.tabBar) && app.tabBar.custom === true
}

async function themeOf(
  tree: SourceTree,
  app: Record<string, unknown>,
  problems: Problem[],
): Promise<CompiledPackage['theme']> {
  if (typeof app.themeLocation !== 'string') return { light: {}, dark: {} }
  const theme = await readJson(tree, app.themeLocation.replace(/^\//, ''), problems)
  return { light: textRecord(theme.light), dark: textRecord(theme.dark) }
}

function textRecord(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

function placeKey({ file, line, column }: Problem): string {
  return `${file}:${String(line).padStart(6, '0')}:${String(column).padStart(6, '0')}`
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function versionOf(compiled: unknown): string {
  return createHash('sha1').update(JSON.stringify(compiled)).digest('base64url').slice(0, 12)
}
