import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import type { Socket } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { projectRoot } from '../../scripts/paths'

/** The whole of Yidian in a process of its own. */
export interface Server {
  url: string
  pid: number
  dataDirectory: string
  /** Ends it as a person would. */
  stop(): Promise<void>
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
}

export interface ServerOptions {
  /** Kept and used again when given; else a new one that goes with the process. */
  dataDirectory?: string
  /** Stock of every SKU; the demo's own when left out. */
  stock?: number
  /** How the company is paid, instead of through Cloud Development. */
  paymentAdapter?: 'integrationCenter'
}

const readyWithinMs = 60_000

/** A folder that no other test uses. */
export const temporaryFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'yidian-'))

/** Starts Yidian from the built output and resolves when its home page can be opened. */
export async function startServer({
  dataDirectory,
  stock,
  paymentAdapter,
}: ServerOptions = {}): Promise<Server> {
  const folder = dataDirectory ?? temporaryFolder()
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(__dirname, 'serve.ts'),
      folder,
      ...(stock === undefined ? [] : [String(stock)]),
    ],
    {
      cwd: projectRoot,
      // It ends when its input does, that is with whoever started it, however that one ended.
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...(paymentAdapter && { PAYMENT_ADAPTER: paymentAdapter }) },
    },
  )
  const url = await readyLine(child)
  holdOpen(child, false)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url,
    pid: child.pid ?? 0,
    dataDirectory: folder,
    async stop() {
      holdOpen(child, true)
      child.kill('SIGTERM')
      await gone
      if (dataDirectory === undefined) fs.rmSync(folder, { recursive: true, force: true })
    },
    async kill() {
      holdOpen(child, true)
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Whether this process waits for the server: a test that failed before its end must not. */
function holdOpen(child: ChildProcess, isHeld: boolean): void {
  const handles = [child, child.stdin, child.stdout, child.stderr] as (ChildProcess | Socket)[]
  for (const handle of handles) {
    if (isHeld) handle.ref()
    else handle.unref()
  }
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (reason: string) => {
      clearTimeout(timer)
      reject(new Error(`The server ${reason}.\n${output}`))
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`was not ready within ${readyWithinMs / 1000} s`)
    }, readyWithinMs)
    const onData = (chunk: Buffer) => {
      output += chunk.toString()
      const [, url] = /^ready (\S+)$/m.exec(output) ?? []
      if (!url) return
      clearTimeout(timer)
      resolve(url)
    }
    child.stdout?.on('data', onData)
    child.stderr?.on('data', onData)
    child.once('exit', (code) => fail(`ended with ${code} before it was ready`))
  })
}
