import path from 'node:path'
import { build } from 'esbuild'
import type { ServerResponse } from 'node:http'
import type { Handler } from '../../cloud/http/call'
import type { Mounts } from '../../cloud/http/http-server'

const pageFolder = path.join(__dirname, '..', 'page')

const html = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>一店 Yidian</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/desk/desk.css" />
  </head>
  <body>
    <script src="/desk/desk.js"></script>
  </body>
</html>
`

/** Serves the desk at `/`: the page with the phones, messages, cashier, function runs and data. */
export function mountDesk(routes: Mounts<Handler>): void {
  let script: Promise<string> | undefined
  let style: Promise<string> | undefined
  routes.mount('/', ({ path: place, response }) => {
    if (place === '/') send(response, 200, 'text/html', html)
    else send(response, 404, 'text/plain', `Nothing is served at ${place}.`)
  })
  routes.mount('/desk', async ({ path: place, response }) => {
    if (place === '/desk.js') {
      script ??= bundle('main.ts')
      send(response, 200, 'text/javascript', await script)
    } else if (place === '/desk.css') {
      style ??= bundle('desk.css')
      send(response, 200, 'text/css', await style)
    } else send(response, 404, 'text/plain', `Nothing is served at /desk${place}.`)
  })
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(pageFolder, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
  })
  response.end(body)
}
