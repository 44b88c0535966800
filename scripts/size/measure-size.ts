import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { FunctionsBuilder, functionNames } from '../build/build-functions'
import { MiniprogramBuilder } from '../build/build-miniprogram'
import { sourceFiles } from '../build/source-files'
import { projectRoot } from '../paths'

export interface Size {
  /** The package a customer waits for, minified, KB of 1024 bytes. */
  mainKB: number
  totalKB: number
  /** Each subpackage by its root. */
  packages: Record<string, number>
  functions: Record<string, { KB: number; gzipKB: number; requireMs: number }>
}

/** Largest sizes in KB; above them the test fails. */
export const sizeLimits = { mainKB: 700, packageKB: 500, totalKB: 2560, functionGzipKB: 250 }

/** Builds for release, apart from the working build, and measures what would be uploaded. */
export async function measureSize(): Promise<Size> {
  const folder = path.join(projectRoot, '.cache', 'size')
  const pages = path.join(folder, 'miniprogram')
  const functions = path.join(folder, 'cloudfunctions')
  const builder = new FunctionsBuilder(true, functions)
  await Promise.all([
    new MiniprogramBuilder({ minify: true, output: pages }).build(),
    builder.build(),
  ])
  await builder.stop()
  return {
    ...packageSizes(pages),
    functions: Object.fromEntries(
      functionNames().map((name) => [name, functionSize(path.join(functions, name, 'index.js'))]),
    ),
  }
}

function packageSizes(folder: string): Pick<Size, 'mainKB' | 'totalKB' | 'packages'> {
  const { subPackages = [] } = JSON.parse(
    fs.readFileSync(path.join(folder, 'app.json'), 'utf8'),
  ) as { subPackages?: { root: string }[] }
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const bytes = new Map<string, number>(['', ...roots].map((root) => [root, 0]))
  for (const file of sourceFiles(folder)) {
    const root = roots.find((candidate) => file.startsWith(`${candidate}/`)) ?? ''
    bytes.set(root, (bytes.get(root) ?? 0) + fs.statSync(path.join(folder, file)).size)
  }
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0)
  return {
    mainKB: toKB(bytes.get('') ?? 0),
    totalKB: toKB(total),
    packages: Object.fromEntries(roots.map((root) => [root, toKB(bytes.get(root) ?? 0)])),
  }
}

function functionSize(file: string): { KB: number; gzipKB: number; requireMs: number } {
  const code = fs.readFileSync(file)
  return {
    KB: toKB(code.length),
    gzipKB: toKB(gzipSync(code).length),
    requireMs: median(Array.from({ length: 3 }, () => requireTime(file))),
  }
}

/** Milliseconds to load a bundle in a fresh process, as a cold start does. */
function requireTime(file: string): number {
  const program =
    'const t=performance.now();require(process.argv[1]);process.stdout.write(String(performance.now()-t))'
  const env = {
    ...process.env,
    TENCENTCLOUD_RUNENV: 'SCF',
    TCB_ENV: 'size',
    // Without these the SDK complains of where it is.
    SCF_NAMESPACE: 'size',
    TENCENTCLOUD_REGION: 'ap-shanghai',
  }
  return Math.round(Number(execFileSync(process.execPath, ['-e', program, file], { env })))
}

const toKB = (bytes: number) => Math.round((bytes / 1024) * 10) / 10
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
