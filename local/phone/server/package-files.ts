import { createReadStream, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { ServerResponse } from 'node:http'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Serves a file of the mini program's package; nothing outside of its folder. */
export function sendPackageFile(response: ServerResponse, root: string, path: string): void {
  const file = fileInside(root, path)
  const stats = file === null ? undefined : statSync(file, { throwIfNoEntry: false })
  if (file === null || !stats?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(`The package has no file ${path}`)
    return
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': stats.size,
    'cache-control': 'no-cache',
    etag: `"${stats.mtimeMs}-${stats.size}"`,
  })
  createReadStream(file).pipe(response)
}

function fileInside(root: string, path: string): string | null {
  const file = join(root, path)
  if (!file.startsWith(root + sep)) return null
  if (!statSync(file, { throwIfNoEntry: false })) return null
  // A link may lead out of the package only where the package folder itself holds it.
  return realpathSync(file)
}
