import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../../build/source-files'
import { pagesSource } from '../../paths'

const chinese = /[\u3400-\u9fff]/
const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*$/gm
const literal = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

/** Where Chinese is no text but a name: of places as WeChat gives them, and of the language itself. */
const names = [
  'packages/account/recognise/',
  'packages/console/freight/',
  'packages/account/settings/settings.ts',
]

/** Chinese texts in scripts of pages: they have no English, which texts in `shared/messages` have. */
export function untranslated(folder = pagesSource): string[] {
  return sourceFiles(folder)
    .filter((file) => file.endsWith('.ts') && !names.some((name) => file.startsWith(name)))
    .flatMap((file) => {
      const code = fs.readFileSync(path.join(folder, file), 'utf8').replace(comment, '')
      return [...code.matchAll(literal)]
        .filter(([text]) => chinese.test(text))
        .map(([text]) => `${file}: ${text} belongs in shared/messages`)
    })
}
