import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../../build/source-files'
import { buildTDesign, tdesignComponentsIn } from '../../build/tdesign'
import { pagesSource } from '../../paths'
import { error, byHand, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { privacyApis } from '../privacy-apis'
import { privacyDeclared } from '../privacy-declared'

/** Locations need a second declaration, in `app.json`. */
const inAppSettings = new Set([
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'onLocationChange',
])

/** What a page's or component's source uses of what WeChat guards. */
export function privacyApisIn(source: string): string[] {
  const named = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name]) => name ?? '')
  const taken = named(/\{([\w\s,:]+)\}\s*=\s*wx\b/g).flatMap((names) => names.match(/\w+/g) ?? [])
  const found = [
    ...named(/\bwx\??\.(\w+)/g),
    ...named(/\bwx\[['"](\w+)['"]\]/g),
    ...taken,
    ...named(/\bopen-type="(\w+)"/g),
    // An open type that is chosen later names its choices.
    ...named(/\bopen-type="\{\{([^}]*)\}\}"/g).flatMap((choice) => choice.match(/\w+/g) ?? []),
    ...named(/['"](scope\.\w+)['"]/g),
    ...named(/<([a-z][\w-]*)/g).map((tag) => `<${tag}>`),
    ...(/\.moveToLocation\(/.test(source) ? ['moveToLocation'] : []),
    ...(/<input[^>]*type="nickname"/.test(source) ? ['nickname'] : []),
  ]
  return [...new Set(found)].filter((name) => Object.hasOwn(privacyApis, name))
}

/** Guarded APIs, and the files that use them. */
type Uses = ReadonlyMap<string, readonly string[]>

function usesIn(sources: ReadonlyMap<string, string>): Uses {
  const used = new Map<string, string[]>()
  for (const [file, source] of sources)
    for (const api of privacyApisIn(source)) used.set(api, [...(used.get(api) ?? []), file])
  return used
}

/** The pages, and what they take of TDesign. */
async function readSources(folder: string): Promise<Map<string, string>> {
  const files = sourceFiles(folder)
  const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
  const components = files
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => tdesignComponentsIn(read(file)))
  const sources = new Map(
    files.filter((file) => /\.(ts|wxml|wxs)$/.test(file)).map((file) => [file, read(file)]),
  )
  for (const [file, content] of await buildTDesign([...new Set(components)], false))
    if (/\.(js|wxml)$/.test(file)) sources.set(`tdesign-miniprogram/${file}`, String(content))
  return sources
}

interface Declarations {
  /** What the privacy guide names, with the purpose. */
  guide: Readonly<Record<string, string>>
  requiredPrivateInfos: readonly string[]
}

/** Everything that is used is declared, and nothing else. */
export function privacyFindings(
  used: Uses,
  { guide, requiredPrivateInfos }: Declarations,
): Finding[] {
  const missing = [...used].filter(([api]) => !(privacyApis[api]! in guide))
  const needed = new Set([...used.keys()].map((api) => privacyApis[api]))
  const needless = Object.keys(guide).filter((kind) => !needed.has(kind))
  const unlisted = [...used.keys()].filter(
    (api) => inAppSettings.has(api) && !requiredPrivateInfos.includes(api),
  )
  const unused = requiredPrivateInfos.filter((api) => !used.has(api))
  const findings = [
    ...missing.map(([api, files]) =>
      error(
        `${api} is used in ${files.join(', ')}, and the privacy guide does not name ${privacyApis[api]}`,
        `name it with its purpose in scripts/doctor/privacy-declared.ts, and in the guide itself`,
      ),
    ),
    ...unlisted.map((api) =>
      error(`${api} is not in requiredPrivateInfos`, 'add it there in miniprogram/app.json'),
    ),
    ...unused.map((api) =>
      warning(
        `requiredPrivateInfos lists ${api}, which nothing calls`,
        'take it out of miniprogram/app.json: WeChat asks for a reason at review',
      ),
    ),
    ...needless.map((kind) =>
      warning(
        `the guide names ${kind}, which nothing uses`,
        'take it out of scripts/doctor/privacy-declared.ts and of the guide: a review may ask why',
      ),
    ),
  ]
  return [
    ...(findings.length > 0 ? findings : [ok(`${used.size} guarded APIs, all declared`)]),
    byHand(
      `the privacy guide names ${Object.keys(guide).join(', ')}`,
      'fill it in so at mp.weixin.qq.com, 设置 › 服务内容声明 › 用户隐私保护指引; only a person can see it',
    ),
  ]
}

/** The pages of this repository against what is declared. */
export async function checkPrivacy(): Promise<Finding[]> {
  const settings = JSON.parse(fs.readFileSync(path.join(pagesSource, 'app.json'), 'utf8')) as {
    requiredPrivateInfos?: string[]
  }
  return privacyFindings(usesIn(await readSources(pagesSource)), {
    guide: privacyDeclared,
    requiredPrivateInfos: settings.requiredPrivateInfos ?? [],
  })
}
