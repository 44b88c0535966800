import { join } from 'node:path'
import { build } from 'esbuild'

let source: Promise<string> | undefined

/**
 * The worker's program as one script. Workers run it as text: a thread started from a TypeScript
 * file would load the whole compiler again before it loads the function.
 */
export function workerSource(): Promise<string> {
  source ??= bundle()
  return source
}

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [join(__dirname, 'worker-main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  })
  return result.outputFiles[0]!.text
}
