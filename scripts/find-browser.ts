import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { projectRoot } from './paths'

/** For machines that the packaged browser is not built for. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium: the one that `CHROMIUM` names, else the one of the npm package, which is
 * the same on every machine, else the machine's own.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROMIUM']
  if (named) return named
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser()
  const system = systemBrowsers.find((file) => fs.existsSync(file))
  if (system) return system
  throw new Error('No browser found. Put the path of a Chromium or Chrome into CHROMIUM.')
}

/**
 * The package's own way to unpack leaves a half of a browser to whoever comes while it unpacks, and
 * an old one after an upgrade: here it has its version in its name and comes into being whole.
 */
async function packagedBrowser(): Promise<string> {
  const folder = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..')
  const { version } = JSON.parse(
    await fs.promises.readFile(path.join(folder, 'package.json'), 'utf8'),
  ) as { version: string }
  const browser = path.join(projectRoot, '.cache/browser', `chromium-${version}`)
  if (fs.existsSync(browser)) return browser
  await fs.promises.mkdir(path.dirname(browser), { recursive: true })
  const unfinished = `${browser}.${randomUUID()}`
  await pipeline(
    fs.createReadStream(path.join(folder, 'bin/chromium.br')),
    createBrotliDecompress(),
    fs.createWriteStream(unfinished, { mode: 0o755 }),
  )
  await fs.promises.rename(unfinished, browser)
  return browser
}
