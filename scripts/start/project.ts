import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../paths'

/** The AppID of `project.config.json`; `touristappid` is fine for everything local. */
export function appId(): string {
  const source = fs.readFileSync(path.join(projectRoot, 'project.config.json'), 'utf8')
  return (JSON.parse(source) as { appid: string }).appid
}
