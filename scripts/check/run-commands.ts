import { spawn } from 'node:child_process'
import { projectRoot } from '../paths'

/** A command of the check, run as `npx` would, without a shell. */
export interface Command {
  name: string
  /** The program in node_modules/.bin, or `node`. */
  program: string
  options: string[]
}

export interface Outcome {
  name: string
  ok: boolean
  seconds: number
  output: string
}

/** Runs one command to its end and keeps what it printed. */
export function runCommand({ name, program, options }: Command): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: projectRoot,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, seconds: (performance.now() - started) / 1000, output }),
    )
  })
}

/** Runs the commands, `width` at a time in the given order, and says each outcome as it comes. */
export async function runCommands(
  commands: readonly Command[],
  width: number,
  say: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const queue = [...commands]
  const lane = async () => {
    for (let command = queue.shift(); command; command = queue.shift()) {
      const outcome = await runCommand(command)
      say(outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return outcomes
}
