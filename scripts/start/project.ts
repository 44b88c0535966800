import fs from 'node:fs'
import path from 'node:path'
import { pagesOutput, projectRoot } from '../paths'

/** The AppID of `project.config.json`; `touristappid` is fine for everything local. */
export function appId(): string {
  const source = fs.readFileSync(path.join(projectRoot, 'project.config.json'), 'utf8')
  return (JSON.parse(source) as { appid: string }).appid
}

interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** All page paths of the built mini program, without leading slash. */
export function pagePaths(): string[] {
  const source = fs.readFileSync(path.join(pagesOutput, 'app.json'), 'utf8')
  const { pages, subPackages = [] } = JSON.parse(source) as AppConfig
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: inPackage }) =>
      inPackage.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ]
}
