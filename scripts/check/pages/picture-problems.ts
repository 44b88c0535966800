import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../../build/source-files'
import { pagesSource } from '../../paths'

/**
 * Paths of the package's own pictures in a source; `*` stands for what is only known later, as
 * the ending is when another file adds it.
 */
const pictureNames = (source: string): string[] =>
  [...source.replace(/\{\{[^}]*\}\}|\$\{[^}]*\}/g, '*').matchAll(/\/images\/[\w*.-]+/g)].map(
    ([name]) => (/\.\w+$/.test(name) ? name : `${name}*`),
  )

/** Pictures of the package that are named somewhere and not there. */
export function pictureProblems(folder = pagesSource): string[] {
  const files = sourceFiles(folder)
  const pictures = files.filter((file) => /(^|\/)images\//.test(file)).map((file) => `/${file}`)
  const problems: string[] = []
  for (const file of files.filter((name) => /\.(?:wxml|wxss|ts|json)$/.test(name)))
    for (const name of pictureNames(fs.readFileSync(path.join(folder, file), 'utf8'))) {
      const pattern = new RegExp(`${name.split('*').map(escaped).join('[^/]*')}$`)
      if (!pictures.some((picture) => pattern.test(picture)))
        problems.push(`${file}: there is no picture ${name}`)
    }
  return problems
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
