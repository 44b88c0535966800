import path from 'node:path'
import { build } from 'esbuild'
import { functionsSource, projectRoot } from '../paths'

/**
 * The calls to WeChat that a function's code can reach, such as `subscribeMessage.send`, sorted. Read from
 * its bundle, where what nobody reaches is gone. Throws where the code uses `openapi` in a way that does
 * not say which call it makes.
 */
export async function openApiCallsOf(name: string): Promise<string[]> {
  const { outputFiles } = await build({
    entryPoints: [path.join(functionsSource, name, 'index.ts')],
    absWorkingDir: projectRoot,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // Its own source names calls that are not ours.
    external: ['wx-server-sdk'],
    logLevel: 'silent',
  })
  return openApiCallsIn(outputFiles[0]?.text ?? '')
}

/** The same for the text of a bundle. */
export function openApiCallsIn(bundle: string): string[] {
  const calls = new Set<string>()
  for (const { 0: use, index } of bundle.matchAll(/\bopenapi\d*\b/g)) {
    const before = bundle.slice(0, index)
    // `openapi = sdk.openapi`, in the one file that knows the SDK.
    if (/\b(?:var|let|const) $/.test(before) || /\bsdk\d*\.$/.test(before)) continue
    const call = /^((?:\.\w+)+)\(/.exec(bundle.slice(index + use.length))?.[1]
    if (call === undefined) {
      const line = before.slice(before.lastIndexOf('\n') + 1) + bundle.slice(index).split('\n')[0]
      throw new Error(`no call can be read from "${line.trim()}": write openapi.area.call(…)`)
    }
    calls.add(call.slice(1))
  }
  return [...calls].sort()
}
