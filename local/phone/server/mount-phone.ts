import type { ServerResponse } from 'node:http'
import type { Handler } from '../../cloud/http/call'
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
  cloud.routes.mount('/phone', async ({ path, response }) => {
    if (path === '' || path === '/') send(response, 'text/html', PHONE_PAGE)
    else if (path === '/runtime.js') send(response, 'text/javascript', await bundle.code())
    else if (path === '/package.json') send(response, 'application/json', text)
    else if (path.startsWith('/package/')) {
      const file = decodeURIComponent(path.slice('/package/'.length))
      sendPackageFile(response, miniprogramDirectory, file)
    } else {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`The phone has nothing at ${path}`)
    }
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

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-cache',
  })
  response.end(body)
}
