import { measureSize, sizeLimits } from './size/measure-size'
import type { Size } from './size/measure-size'

/** `npm run size [-- --json]`: sizes of what is uploaded; fails above the limits. */
async function main(): Promise<void> {
  const size = await measureSize()
  if (!process.argv.includes('--json')) print(size)
  console.log(JSON.stringify(size))
  const problems = overLimit(size)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}

function print(size: Size): void {
  console.log(`main    ${size.mainKB} KB (at most ${sizeLimits.mainKB})`)
  for (const [root, kilobytes] of Object.entries(size.packages))
    console.log(`${root}  ${kilobytes} KB`)
  console.log(`total   ${size.totalKB} KB (at most ${sizeLimits.totalKB})`)
  for (const [name, { KB, gzipKB, requireMs }] of Object.entries(size.functions)) {
    console.log(`${name}()  ${KB} KB, ${gzipKB} KB gzipped, loads in ${requireMs} ms`)
  }
}

function overLimit(size: Size): string[] {
  const { mainKB, packageKB, totalKB, functionGzipKB } = sizeLimits
  return [
    ...(size.mainKB > mainKB ? [`The main package is over ${mainKB} KB.`] : []),
    ...(size.totalKB > totalKB ? [`The packages together are over ${totalKB} KB.`] : []),
    ...Object.entries(size.packages)
      .filter(([, kilobytes]) => kilobytes > packageKB)
      .map(([root]) => `The package ${root} is over ${packageKB} KB.`),
    ...Object.entries(size.functions)
      .filter(([, { gzipKB }]) => gzipKB > functionGzipKB)
      .map(([name]) => `The function ${name} is over ${functionGzipKB} KB gzipped.`),
  ]
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
