import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { BuildError } from '../build/build-error'
import { MiniprogramBuilder } from '../build/build-miniprogram'
import { projectRoot } from '../paths'
import { CompilersError, installCompilers } from './install-compilers'
import { nativeProblems } from './native-compilers'
import { ourProblems } from './our-problems'
import { uploadLimits, uploadProblems } from './upload-limits'
import { compileForUpload } from './uploadable'
import type { UploadSizes } from './uploadable'

export interface CheckSurroundings {
  say(line: string): void
  /** What is used instead of this repository's own. */
  compilers?(): string
  build?(output: string): Promise<unknown>
  ours?(): Promise<string[]>
}

/**
 * `npm run wechat-check`: the mini program through WeChat's own compilers, offline, its sizes in the form
 * they are uploaded in, and what those compilers let pass. Answers the exit code. Works on a copy: a
 * step of theirs writes into the project.
 */
export async function runWechatCheck({
  say,
  compilers = installCompilers,
  build = buildForRelease,
  ours = ourProblems,
}: CheckSurroundings): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wechat-check-'))
  try {
    const built = path.join(folder, 'dist', 'miniprogram')
    await build(built)
    const place = compilers()
    fs.mkdirSync(path.join(folder, 'dist', 'cloudfunctions'))
    const settings = 'project.config.json'
    fs.copyFileSync(path.join(projectRoot, settings), path.join(folder, settings))
    const native = nativeProblems(place, built)
    const problems = [
      ...(await ours()),
      ...native,
      // It says only its first, and much longer, what those have said already.
      ...(native.length > 0 ? [] : await uploadFormProblems(place, folder, say)),
    ]
    for (const problem of problems) say(problem)
    say(`wechat-check: ${problems.length} problems`)
    return problems.length === 0 ? 0 : 1
  } catch (problem) {
    const isExpected = problem instanceof BuildError || problem instanceof CompilersError
    say(isExpected ? problem.message : String((problem as Error).stack ?? problem))
    return 1
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

const buildForRelease = (output: string) => new MiniprogramBuilder({ minify: true, output }).build()

async function uploadFormProblems(
  compilers: string,
  folder: string,
  say: CheckSurroundings['say'],
): Promise<string[]> {
  let sizes: UploadSizes
  try {
    sizes = await compileForUpload(compilers, folder)
  } catch (problem) {
    return [`miniprogram-ci: ${problem instanceof Error ? problem.message : String(problem)}`]
  }
  for (const [root, bytes] of sizes) say(`${root || 'main'}  ${(bytes / 1024).toFixed(1)} KB`)
  say(`at most ${uploadLimits.packageBytes / 1024} KB each`)
  return uploadProblems(sizes)
}
