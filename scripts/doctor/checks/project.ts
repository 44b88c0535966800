import fs from 'node:fs'
import path from 'node:path'
import { collections } from '../../../cloudfunctions/_kit/collections'
import { appSettings, pagePlaces } from '../../check/pages/sources'
import { functionNames } from '../../build/build-functions'
import { readFunctions } from '../../deploy/project'
import { pagesSource } from '../../paths'
import { measureSize, sizeLimits } from '../../size/measure-size'
import { error, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { roomFindings } from './functions-online'

const oldestNode = 20

/** The machine that deploys. */
export function checkMachine(
  variables: Readonly<Record<string, string | undefined>>,
  isOnline: boolean,
  node = process.versions.node,
): Finding[] {
  const version = Number(node.split('.')[0])
  const hasKeys = Boolean(variables['TENCENT_SECRET_ID'] && variables['TENCENT_SECRET_KEY'])
  const keyFile = variables['MINIPROGRAM_PRIVATE_KEY_PATH']
  return [
    version >= oldestNode
      ? ok(`Node ${node}`)
      : error(`Node ${node} is too old`, `install Node ${oldestNode} or later`),
    hasKeys
      ? ok('keys of Tencent Cloud are set')
      : warning(
          'TENCENT_SECRET_ID and TENCENT_SECRET_KEY are not set: nothing online is looked at',
          'make a key at console.cloud.tencent.com/cam/capi and set both in the environment',
        ),
    ...(hasKeys && !isOnline
      ? [warning('nothing online is looked at', 'say where: npm run doctor -- --env ENV_ID')]
      : []),
    keyFile && fs.existsSync(keyFile)
      ? ok('the key for uploads is there')
      : warning(
          'MINIPROGRAM_PRIVATE_KEY_PATH names no file: npm run upload cannot work',
          'download the key at mp.weixin.qq.com, 开发管理 › 开发设置 › 小程序代码上传, and set its path',
        ),
  ]
}

/** What would be deployed and uploaded. */
export function checkProject(app: string, isOnline: boolean): Finding[] {
  // Local is fine without; what is online belongs to one mini program.
  const finding = isOnline ? error : warning
  return [
    /^wx[0-9a-f]{16}$/.test(app)
      ? ok(`AppID ${app}`)
      : finding(`the AppID is ${app}`, 'write the company’s own into project.config.json'),
    ...checkFunctionList(),
    ...checkQuotas(),
    ...runtimeFindings(readFunctions()),
    ...checkSitemap(),
  ]
}

function checkFunctionList(): Finding[] {
  const listed = readFunctions().map(({ name }) => name)
  const there = functionNames()
  const forgotten = there.filter((name) => !listed.includes(name))
  const missing = listed.filter((name) => !there.includes(name))
  if (forgotten.length + missing.length === 0)
    return [ok(`${listed.length} functions in cloudbaserc.json, each with its code`)]
  return [
    ...forgotten.map((name) => error(`${name} is not deployed`, 'list it in cloudbaserc.json')),
    ...missing.map((name) => error(`${name} has no code`, 'take it out of cloudbaserc.json')),
  ]
}

const checkQuotas = (): Finding[] =>
  roomFindings({
    functions: functionNames().length,
    collections: collections.length,
    // One more is WeChat's own, of the id.
    indexes: collections.map(({ name, indexes }) => ({ name, count: indexes.length + 1 })),
  })

/** Bundles are made for Node 18 and later. */
const oldestRuntime = 18

/** No function is to run on less than its bundle is made for. */
export function runtimeFindings(
  functions: readonly { name: string; runtime: string }[],
): Finding[] {
  const version = (runtime: string) => Number(/^Nodejs(\d+)\./.exec(runtime)?.[1] ?? 0)
  const old = functions.filter(({ runtime }) => version(runtime) < oldestRuntime)
  const others = new Set(functions.map(({ runtime }) => runtime))
  return [
    ...old.map(({ name, runtime }) =>
      error(`${name} is to run on ${runtime}`, 'write Nodejs20.19 into cloudbaserc.json'),
    ),
    ...(others.size > 1
      ? [warning(`functions run on ${[...others].join(', ')}`, 'write one of them everywhere')]
      : []),
    ...(old.length === 0 && others.size === 1 ? [ok(`all run on ${[...others].join()}`)] : []),
  ]
}

interface Sitemap {
  rules: { action: string; page: string }[]
}

const checkSitemap = (): Finding[] =>
  sitemapFindings(
    readJson<Sitemap>(path.join(pagesSource, 'sitemap.json')),
    pagePlaces(appSettings()),
  )

/** WeChat's search may show the pages that are named, which are there, and no other. */
export function sitemapFindings({ rules }: Sitemap, pages: readonly string[]): Finding[] {
  const named = rules.map(({ page }) => page).filter((page) => page !== '*')
  const unknown = named.filter((page) => !pages.includes(page))
  const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page)
  const last = rules.at(-1)
  const closesRest = last?.page === '*' && last.action === 'disallow'
  const todo = 'correct miniprogram/sitemap.json'
  return [
    ...unknown.map((page) => error(`the sitemap names ${page}, which is no page`, todo)),
    ...(allowed.includes('*')
      ? [error("the sitemap shows WeChat's search every page, those of staff too", todo)]
      : []),
    closesRest
      ? ok(`WeChat's search may show ${allowed.length} pages and no other`)
      : warning('the sitemap leaves pages open that it does not name', 'end it with disallow *'),
  ]
}

/** Sizes as they are uploaded. */
export async function checkSizes(): Promise<Finding[]> {
  const { mainKB, totalKB, packages, functions } = await measureSize()
  const rows = [
    { name: 'the main package', KB: mainKB, most: sizeLimits.mainKB },
    { name: 'all packages', KB: totalKB, most: sizeLimits.totalKB },
    ...Object.entries(packages).map(([name, KB]) => ({ name, KB, most: sizeLimits.packageKB })),
    ...Object.entries(functions).map(([name, { gzipKB }]) => ({
      name: `${name}() packed`,
      KB: gzipKB,
      most: sizeLimits.functionGzipKB,
    })),
  ]
  return sizeFindings(rows)
}

/** Only what is over, and what comes nearest to it. */
export function sizeFindings(
  rows: readonly { name: string; KB: number; most: number }[],
): Finding[] {
  const over = rows.filter(({ KB, most }) => KB > most)
  if (over.length > 0)
    return over.map(({ name, KB, most }) =>
      error(`${name}: ${KB} KB, over ${most}`, 'npm run size says what grew'),
    )
  const [nearest] = [...rows].sort((a, b) => b.KB / b.most - a.KB / a.most)
  return [
    ok(
      `${rows.length} sizes within their limits` +
        (nearest ? `; nearest is ${nearest.name}, ${nearest.KB} of ${nearest.most} KB` : ''),
    ),
  ]
}

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T
