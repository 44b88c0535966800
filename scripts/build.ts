import { FunctionsBuilder } from './build/build-functions'
import { MiniprogramBuilder } from './build/build-miniprogram'
import { BuildError } from './build/build-error'

/** `npm run build [-- --release]`: dist/miniprogram and dist/cloudfunctions, minified on release. */
async function main(): Promise<void> {
  const minify = process.argv.includes('--release')
  const functions = new FunctionsBuilder(minify)
  try {
    await Promise.all([new MiniprogramBuilder({ minify }).build(), functions.build()])
  } finally {
    await functions.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error)
  process.exitCode = 1
})
