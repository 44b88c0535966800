import fs from 'node:fs'
import path from 'node:path'
import { pagesSource } from '../../paths'
import { sourceFiles } from '../../build/source-files'

/** A page or component of the mini program: its path without an ending, from the root. */
export interface Source {
  place: string
  script: string
  markup: string
  /** Declared tags, its own and the app's, and where each leads. */
  components: Readonly<Record<string, string>>
}

interface AppSettings {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  usingComponents?: Record<string, string>
}

export const appSettings = (): AppSettings => readJson('app.json') as AppSettings

/** Every page `app.json` declares. */
export function pagePlaces({ pages, subPackages = [] }: AppSettings): string[] {
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ]
}

/** Every page and component there is a markup of. */
export function pageSources(): Source[] {
  const { usingComponents: everywhere = {} } = appSettings()
  return sourceFiles(pagesSource)
    .filter((file) => file.endsWith('.wxml'))
    .map((file) => file.replace(/\.wxml$/, ''))
    .filter((place) => fs.existsSync(path.join(pagesSource, `${place}.json`)))
    .map((place) => {
      const { usingComponents = {} } = readJson(`${place}.json`) as Partial<AppSettings>
      return {
        place,
        script: path.join(pagesSource, `${place}.ts`),
        markup: fs.readFileSync(path.join(pagesSource, `${place}.wxml`), 'utf8'),
        components: { ...everywhere, ...usingComponents },
      }
    })
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(pagesSource, file), 'utf8'))
}
