import { createRequire } from 'node:module'
import path from 'node:path'
import { withWechatTool } from './with-wechat-tool'

/** Bytes of each package in the form it is uploaded in; `` is the main package. */
export type UploadSizes = ReadonlyMap<string, number>

interface CompilerPackage {
  Project: new (options: object) => {
    attr: () => Promise<unknown>
  }
  getCompiledResult(options: object, target?: string): Promise<Record<string, string | Buffer>>
  proxy(url: string): void
}

/** What of `miniprogram-ci` is inside and has no type: the settings of an account, the packer. */
interface Internals {
  settings: unknown
  pack(files: Record<string, string | Buffer>): { validSize: number }
}

/**
 * Compiles the project as WeChat does before an upload, without an account and without the net:
 * the settings of an account are the tool's own defaults, and its one request meets a closed port.
 * Throws what the compiler says is wrong, which is its first finding only.
 */
export async function compileForUpload(
  compilersFolder: string,
  projectFolder: string,
): Promise<UploadSizes> {
  const require = createRequire(path.join(compilersFolder, 'package.json'))
  const inside = (file: string): unknown =>
    require(path.join(compilersFolder, 'node_modules', 'miniprogram-ci', 'dist', file))
  return withWechatTool(() =>
    compile(require('miniprogram-ci') as CompilerPackage, inside, projectFolder),
  )
}

async function compile(
  ci: CompilerPackage,
  inside: (file: string) => unknown,
  projectFolder: string,
): Promise<UploadSizes> {
  const { DefaultProjectAttr } = inside('config/config.js') as { DefaultProjectAttr: unknown }
  const { pack } = inside('ci/utils/pack.js') as Pick<Internals, 'pack'>
  ci.proxy('http://127.0.0.1:9')
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: projectFolder,
    privateKey: 'none',
    attr: () => Promise.resolve(DefaultProjectAttr),
  })
  const files = await ci.getCompiledResult({
    project,
    version: '0.0.0',
    desc: '',
    setting: { minify: false },
    onProgressUpdate: () => undefined,
  })
  return sizesOf(files, pack)
}

function sizesOf(files: Record<string, string | Buffer>, pack: Internals['pack']): UploadSizes {
  const settings = JSON.parse(String(files['app.json'])) as { subPackages?: { root: string }[] }
  const roots = (settings.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const groups = new Map<string, Record<string, string | Buffer>>()
  for (const root of ['', ...roots]) groups.set(root, {})
  for (const [file, content] of Object.entries(files)) {
    const root = roots.find((candidate) => file.startsWith(`${candidate}/`)) ?? ''
    groups.get(root)![file] = content
  }
  return new Map([...groups].map(([root, group]) => [root, pack(group).validSize]))
}
