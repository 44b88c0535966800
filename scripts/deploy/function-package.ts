import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../build/source-files'
import { DeployError } from './deploy-error'
import { zipOf } from './zip'

/** A function's code as it is sent. */
export interface FunctionPackage {
  zip: Buffer
  /** The same for the same files, whatever made the archive. */
  fingerprint: string
}

/** Tencent Cloud takes no larger archive in a call. */
const largestZip = 1.5 * 1024 * 1024

/** Packs a built function. One without its entry file is never sent: online it would stop serving. */
export function packFunction(folder: string, ignore: readonly string[]): FunctionPackage {
  const name = path.basename(folder)
  const isIgnored = (file: string) =>
    ignore.some((pattern) =>
      pattern.startsWith('*.') ? file.endsWith(pattern.slice(1)) : file === pattern,
    )
  const files = (fs.existsSync(folder) ? sourceFiles(folder) : [])
    .filter((file) => !isIgnored(file))
    .sort()
    .map((file) => ({ name: file, content: fs.readFileSync(path.join(folder, file)) }))
  const entry = files.find((file) => file.name === 'index.js')
  if (!entry || entry.content.length === 0)
    throw new DeployError(
      `The function ${name} has no index.js to send. Run npm run build, and look at "ignore" in ` +
        'cloudbaserc.json.',
    )
  const zip = zipOf(files)
  if (zip.length > largestZip)
    throw new DeployError(`The function ${name} is ${zip.length} bytes packed: over 1.5 MB.`)
  const hash = createHash('sha256')
  for (const file of files)
    hash.update(`${file.name}\0${file.content.length}\0`).update(file.content)
  return { zip, fingerprint: hash.digest('hex') }
}
