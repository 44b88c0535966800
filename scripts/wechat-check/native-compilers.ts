import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { sourceFiles } from '../build/source-files'
import { CompilersError } from './install-compilers'

const compilers = [
  { program: 'wcc', endings: ['.wxml', '.wxs'], options: ['-d'] },
  { program: 'wcsc', endings: ['.wxss'], options: ['-db', '-pc', '0'] },
] as const

/**
 * Compiles all markup and all style sheets of a built mini program with `wcc` and `wcsc`, the
 * programs inside WeChat's own tools; every complaint of theirs is a problem.
 */
export function nativeProblems(compilersFolder: string, builtFolder: string): string[] {
  const binaries = path.join(
    compilersFolder,
    'node_modules',
    'miniprogram-compiler',
    'bin',
    platformFolder(),
  )
  return compilers.flatMap(({ program, endings, options }) => {
    const binary = path.join(binaries, program)
    fs.chmodSync(binary, 0o755)
    const files = sourceFiles(builtFolder)
      .filter((file) => endings.some((ending) => file.endsWith(ending)))
      .map((file) => `./${file}`)
    const { status, stderr, error } = spawnSync(binary, [...options, ...files], {
      cwd: builtFolder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    if (error) throw error
    const complaints = stderr
      .split('\n')
      .map((line) => line.trim())
      // Its last line after others, whatever they say.
      .filter(
        (line) =>
          line !== '' && line !== 'wcsc: error file count: 0' && line !== 'error file count: 0',
      )
    if (status === 0 && complaints.length === 0) return []
    return complaints.length > 0
      ? complaints.map((complaint) => `${program}: ${complaint}`)
      : [`${program} ended with ${String(status)} and did not say why`]
  })
}

function platformFolder(): string {
  if (process.platform === 'darwin') return 'mac'
  if (process.platform === 'linux' && process.arch === 'x64') return 'linux'
  throw new CompilersError(
    `WeChat's compilers do not run on ${process.platform} ${process.arch}: use Linux on x64, WSL or macOS.`,
  )
}
