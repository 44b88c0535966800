import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../paths'

const manifest = path.join(__dirname, 'compilers')
const ownFolder = path.join(projectRoot, '.cache', 'wechat-compilers')
const manifestFiles = ['package.json', 'package-lock.json']

/** WeChat's compilers are not here and could not be fetched. */
export class CompilersError extends Error {
  override readonly name = 'CompilersError'
}

/**
 * The folder WeChat's compilers are installed in. They weigh 280 MB in 1,100 packages, so they
 * live apart from the project's own dependencies and are installed once, when first asked for. What
 * an install that was ended left behind is installed anew.
 */
export function installCompilers(folder = ownFolder, install = installInto): string {
  const read = (from: string) =>
    manifestFiles.map((file) => fs.readFileSync(path.join(from, file), 'utf8')).join('\n')
  const done = path.join(folder, 'installed')
  const wanted = read(manifest)
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === wanted) return folder
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  for (const file of manifestFiles)
    fs.copyFileSync(path.join(manifest, file), path.join(folder, file))
  install(folder)
  fs.writeFileSync(done, wanted)
  return folder
}

function installInto(folder: string): void {
  console.log('Fetching WeChat’s compilers, 280 MB, once.')
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env['npm_execpath']
  // npm is a script: run by its path it needs no shell, on Windows neither.
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const { status, error } = spawnSync(program, [...first, ...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) return
  throw new CompilersError(
    `WeChat's compilers could not be installed into ${path.relative(projectRoot, folder)}` +
      `${error ? `: ${error.message}` : ''}. It takes the npm registry and 300 MB of room; then run this again.`,
  )
}
