import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { BuildError } from '../build/build-error'
import { MiniprogramBuilder } from '../build/build-miniprogram'
import { UsageError } from '../deploy/deploy-error'
import { readProxy } from '../deploy/deploy-options'
import { projectRoot } from '../paths'
import { appId } from '../start/project'
import { CompilersError, installCompilers } from '../wechat-check/install-compilers'
import { withWechatTool } from '../wechat-check/with-wechat-tool'
import { readKeyPath, readUploadOptions, requireAppId } from './upload-options'
import type { UploadOptions } from './upload-options'
import { explainRefusal, loadUploadTool } from './upload-tool'

export interface UploadSurroundings {
  variables: Readonly<Record<string, string | undefined>>
  say(line: string): void
  /** What is used instead of this repository's own. */
  appId?: string
  folder?: string
  compilers?(): string
  build?(output: string): Promise<unknown>
  uncommittedFiles?(): string[]
}

const ownFolder = path.join(projectRoot, '.cache', 'upload')

/**
 * `npm run upload` and `npm run preview`: builds the mini program for release and hands it to WeChat,
 * with WeChat's own tool. Answers the exit code. Uploading publishes nothing: a person submits the
 * version for review.
 */
export async function runUpload(
  words: readonly string[],
  surroundings: UploadSurroundings,
): Promise<number> {
  let secret = ''
  const say = (line: string) => surroundings.say(withoutKey(line, secret))
  try {
    const options = readUploadOptions(words, surroundings.variables)
    const app = requireAppId(surroundings.appId ?? appId())
    const keyPath = readKeyPath(surroundings.variables)
    secret = fs.readFileSync(keyPath, 'utf8')
    if (!options.isPreview && !options.isDirtyAllowed)
      requireCommitted((surroundings.uncommittedFiles ?? uncommittedFiles)())
    const folder = surroundings.folder ?? ownFolder
    const compilers = (surroundings.compilers ?? installCompilers)()
    await prepare(folder, surroundings.build ?? buildForRelease)
    const proxy = readProxy(surroundings.variables)
    say(await withWechatTool(() => handOver({ compilers, proxy, folder, app, keyPath }, options)))
    return 0
  } catch (problem) {
    const isOurs =
      problem instanceof UsageError ||
      problem instanceof BuildError ||
      problem instanceof CompilersError
    say(isOurs ? problem.message : explainRefusal(problem))
    return 1
  }
}

interface Parcel {
  compilers: string
  proxy: string | undefined
  folder: string
  app: string
  keyPath: string
}

/** Says what is to be done with what WeChat has now. */
async function handOver(
  { compilers, proxy, folder, app, keyPath }: Parcel,
  { isPreview, version, description, robot }: UploadOptions,
): Promise<string> {
  const tool = loadUploadTool(compilers)
  if (proxy !== undefined) tool.proxy(proxy)
  const project = new tool.Project({
    appid: app,
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath: keyPath,
    ignores: [],
  })
  const common = { project, desc: description, robot, setting: asBuilt, onProgressUpdate }
  if (!isPreview) {
    await tool.upload({ ...common, version })
    return (
      `Version ${version} is uploaded; customers do not have it yet. Deploy its functions first, try it ` +
      'and submit it for review at mp.weixin.qq.com, 版本管理.'
    )
  }
  const qrCode = path.join(folder, 'preview.jpg')
  // An old code would open an old version.
  fs.rmSync(qrCode, { force: true })
  await tool.preview({ ...common, qrcodeFormat: 'image', qrcodeOutputDest: qrCode })
  return `Scan ${path.relative(projectRoot, qrCode)} with WeChat, soon: the code ends by itself.`
}

/** What is handed over is built and made small already: WeChat gets what was checked and measured. */
const asBuilt = {
  es6: false,
  es7: false,
  minify: false,
  minifyJS: false,
  minifyWXML: false,
  minifyWXSS: false,
}

const onProgressUpdate = () => undefined

async function prepare(
  folder: string,
  build: NonNullable<UploadSurroundings['build']>,
): Promise<void> {
  await build(path.join(folder, 'dist', 'miniprogram'))
  fs.mkdirSync(path.join(folder, 'dist', 'cloudfunctions'), { recursive: true })
  const settings = 'project.config.json'
  fs.copyFileSync(path.join(projectRoot, settings), path.join(folder, settings))
}

const buildForRelease = (output: string) => new MiniprogramBuilder({ minify: true, output }).build()

/** Changed files that no commit holds; none where there is no repository to look into. */
function uncommittedFiles(): string[] {
  try {
    const options = { cwd: projectRoot, encoding: 'utf8', stdio: 'pipe' } as const
    const status = execFileSync('git', ['status', '--porcelain'], options)
    return status.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(3)]))
  } catch {
    return []
  }
}

function requireCommitted(files: readonly string[]): void {
  const [first] = files
  if (first === undefined) return
  const others = files.length > 1 ? ` and ${files.length - 1} more` : ''
  throw new UsageError(
    `${first}${others} are not committed: nobody could say later what this version holds. Commit first, ` +
      'or upload it all the same with --dirty.',
  )
}

/** Without the key for uploads, whole or any line of it. */
const withoutKey = (text: string, key: string): string =>
  key
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= 16 && !line.startsWith('-----'))
    .reduce((rest, line) => rest.replaceAll(line, '•••'), text)
