import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../scripts/paths'
import { openBrowser } from '../harness/browser'
import { temporaryFolder } from '../harness/server'
import { median, round } from './measure'

export interface Start {
  /** From `npm start` to its ready line, with everything built before. */
  readyMs: number
  /** From `npm start` to a home page that shows products and answers a tap. */
  interactiveMs: number
  /** As `readyMs`, from a clone that was never built. */
  coldReadyMs: number
}

const rounds = 3

export async function measureStart(): Promise<Start> {
  const browser = await openBrowser()
  try {
    const cold: number[] = []
    const warm: { readyMs: number; interactiveMs: number }[] = []
    for (let index = 0; index < rounds; index++) {
      fs.rmSync(path.join(projectRoot, 'dist'), { recursive: true, force: true })
      fs.rmSync(path.join(projectRoot, '.cache', 'phone'), { recursive: true, force: true })
      const folder = temporaryFolder()
      cold.push((await startOnce(folder, () => Promise.resolve())).readyMs)
      warm.push(
        await startOnce(folder, async (url) => {
          const page = await browser.newPage()
          await page.goto(`${url}/phone?user=bench`)
          await page.frameLocator('iframe').getByText('云山雾尖').first().waitFor()
          await page.close()
        }),
      )
      fs.rmSync(folder, { recursive: true, force: true })
    }
    return {
      readyMs: round(median(warm.map(({ readyMs }) => readyMs)), 0),
      interactiveMs: round(median(warm.map(({ interactiveMs }) => interactiveMs)), 0),
      coldReadyMs: round(median(cold), 0),
    }
  } finally {
    await browser.close()
  }
}

async function startOnce(
  folder: string,
  open: (url: string) => Promise<void>,
): Promise<{ readyMs: number; interactiveMs: number }> {
  const started = performance.now()
  const child = spawn('npm', ['start', '--', '--port', '0', '--no-open', '--data', folder], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let output = ''
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const [, found] = /^ready (\S+)$/m.exec(output) ?? []
        if (found) resolve(found)
      })
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}.\n${output}`)))
    })
    const readyMs = performance.now() - started
    await open(url)
    return { readyMs, interactiveMs: performance.now() - started }
  } finally {
    if (child.pid) process.kill(-child.pid, 'SIGTERM')
    await gone
    // npm ends before what it started: the data folder is free only when the whole group is gone.
    while (child.pid && isAlive(-child.pid)) await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
