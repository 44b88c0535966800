import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../../build/source-files'
import { functionsSource, pagesSource, sharedSource } from '../../paths'
import { appSettings, pagePlaces } from './sources'

/** Addresses of pages that a source writes out, without what they are opened with. */
const routesIn = (source: string): string[] =>
  [...source.matchAll(/['"`]\/?((?:pages|packages)\/[\w/-]+)(?=['"`?])/g)].map(
    ([, route = '']) => route,
  )

/** Pages that something leads to, or a message opens, and that are not there. */
export function routeProblems(
  folders: readonly string[] = [pagesSource, functionsSource, sharedSource],
  pages: readonly string[] = pagePlaces(appSettings()),
): string[] {
  return folders.flatMap((folder) =>
    sourceFiles(folder)
      .filter((file) => /\.(?:ts|wxml)$/.test(file))
      .flatMap((file) =>
        routesIn(fs.readFileSync(path.join(folder, file), 'utf8'))
          .filter((route) => !pages.includes(route))
          .map((route) => `${file}: there is no page ${route}`),
      ),
  )
}
