import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A worker of the tool was not ready in time, as happens on a machine that is busy. */
const isBusy = (problem: unknown) => /fork process timeout/.test(String(problem))
const mostTries = 3

/**
 * Does work with WeChat's tool, `miniprogram-ci`: in silence, as it tells of every step; in a folder that
 * is gone afterwards, as it leaves empty ones in the current one; and again when the machine was too
 * busy for it. A failure that it left to nobody counts as the work's: of its own processes it does not
 * catch those, and Node would end with a stack trace. More of them may come until the process ends.
 */
export async function withWechatTool<T>(work: () => Promise<T>): Promise<T> {
  const { log, info, warn, error } = console
  const quiet = () => undefined
  const before = process.cwd()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wechat-tool-'))
  Object.assign(console, { log: quiet, info: quiet, warn: quiet, error: quiet })
  process.chdir(folder)
  try {
    return await tryAgain(work, mostTries)
  } finally {
    process.chdir(before)
    Object.assign(console, { log, info, warn, error })
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

async function tryAgain<T>(work: () => Promise<T>, triesLeft: number): Promise<T> {
  try {
    return await orStrayFailure(work)
  } catch (problem) {
    if (triesLeft > 1 && isBusy(problem)) return tryAgain(work, triesLeft - 1)
    throw problem
  }
}

const orStrayFailure = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    process.on('unhandledRejection', reject)
    process.on('uncaughtException', reject)
    work().then(resolve, reject)
  })
