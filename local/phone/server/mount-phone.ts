import { HttpError, type Call, type Handler } from '../../cloud/http/call'
import type { Mounts, UpgradeHandler } from '../../cloud/http/http-server'
import type { EventHub } from '../../cloud/events'
import type { CompiledPackage, Problem } from '../compile/compiled-package'
import { createPackageCompiler } from '../compile/compile-package'
import { sendPackageFile } from './package-files'
import { createPhoneLines } from './phone-lines'
import { PHONE_PAGE } from './phone-page'
import { createRuntimeBundle } from './runtime-bundle'
import { watchFolders } from './watch-folders'

/** The parts of the local cloud that phones are mounted on. */
export interface PhoneCloud {
  readonly routes: Mounts<Handler>
  readonly upgrades: Mounts<UpgradeHandler>
  readonly events: EventHub
}

export interface PhoneServerOptions {
  /** The folder of built mini program output, with app.json in it. */
  miniprogramDirectory: string
  cacheDirectory: string
  /** Compile again when a file changes; on by default. */
  watch?: boolean
}

export interface PhoneServer {
  /** Compiles what changed and tells the open phones. Errors in the sources are returned. */
  refresh(): Promise<readonly Problem[]>
  close(): void
}

/** Serves phones at `/phone`, and WeChat's automator protocol at `/automator`. */
export async function mountPhone(
  cloud: PhoneCloud,
  { miniprogramDirectory, cacheDirectory, watch = true }: PhoneServerOptions,
): Promise<PhoneServer> {
  const compiler = createPackageCompiler(miniprogramDirectory, cacheDirectory)
  const bundle = createRuntimeBundle(cacheDirectory)
  const lines = createPhoneLines(() => ({ type: 'package', version: compiled.version }))
  const folders = watchFolders(miniprogramDirectory, () => {
    refresh().catch((error: unknown) => {
      cloud.events.emit('build-error', { errors: [String(error)] })
    })
  })
  let compiled: CompiledPackage
  let text = ''
  let running: Promise<readonly Problem[]> | null = null
  let isStale = false

  async function compile(): Promise<readonly Problem[]> {
    const started = performance.now()
    const result = await compiler.compile()
    if (watch) folders.cover(result.tree.folders)
    const before: string | undefined = text === '' ? undefined : compiled.version
    compiled = result.compiled
    if (compiled.version === before) return compiled.problems
    text = JSON.stringify(compiled)
    const errors = compiled.problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) cloud.events.emit('build-error', { errors })
    else cloud.events.emit('build-ok', { durationMs: Math.round(performance.now() - started) })
    if (before !== undefined) {
      lines.tell({ type: 'package', version: compiled.version })
      cloud.events.emit('reload', {})
    }
    return compiled.problems
  }

  /** A change during a run makes one more run after it. */
  async function refresh(): Promise<readonly Problem[]> {
    isStale = true
    running ??= (async () => {
      let problems: readonly Problem[] = []
      while (isStale) {
        isStale = false
        problems = await compile()
      }
      return problems
    })().finally(() => {
      running = null
    })
    return running
  }

  await refresh()
  cloud.routes.mount('/phone', async (call) => {
    const { path, response } = call
    if (path === '' || path === '/') sendText(call, 'text/html', PHONE_PAGE)
    else if (path === '/runtime.js') {
      const { code, version } = await bundle.read()
      sendText(call, 'text/javascript', code, version)
    } else if (path === '/runtime.js.map') {
      sendText(call, 'application/json', (await bundle.read()).map)
    } else if (path === '/package.json') {
      sendText(call, 'application/json', text, compiled.version)
    } else if (path.startsWith('/package/')) {
      const file = decodeURIComponent(path.slice('/package/'.length))
      sendPackageFile(response, miniprogramDirectory, file)
    } else throw new HttpError(404, 'NOT_FOUND', `The phone has nothing at ${path}.`)
  })
  cloud.upgrades.mount('/phone/link', (upgrade) => lines.joinPhone(upgrade))
  cloud.upgrades.mount('/automator', (upgrade) => lines.joinDriver(upgrade))
  return {
    refresh,
    close() {
      folders.close()
      lines.close()
    },
  }
}

/** Sends a text; one with a version is sent again only when the browser has another. */
function sendText({ request, response }: Call, type: string, body: string, version?: string): void {
  const etag = version === undefined ? undefined : `"${version}"`
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
    ...(etag === undefined ? {} : { etag }),
  })
  response.end(body)
}
