import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../paths'

export interface StartOptions {
  port: number
  opensBrowser: boolean
  dataDirectory: string
  reset: boolean
}

/** A mistake in the command line, with what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const usage = `npm start -- [--port N] [--no-open] [--data DIR] [--reset]
  --port N    where the desk is served; 5173 when left out, 0 takes any free port
  --no-open   does not open a browser
  --data DIR  where the data is kept; .local when left out
  --reset     begins with the demo company as new`

const defaultPort = 5173

/** Reads the command line of `npm start`; throws a UsageError that says what to write. */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { port, data, reset, 'no-open': noOpen } = parse(words)
  const number = port === undefined ? defaultPort : Number(port)
  if (!/^\d+$/.test(port ?? '0') || number > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${port}".\n\n${usage}`)
  }
  return {
    port: number,
    opensBrowser: !noOpen,
    dataDirectory: path.resolve(data ?? path.join(projectRoot, '.local')),
    reset: reset ?? false,
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        'no-open': { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}
