import path from 'node:path'
import { UsageError } from '../deploy/deploy-error'
import { readWords } from '../deploy/read-words'
import { projectRoot } from '../paths'

export interface StartOptions {
  port: number
  opensBrowser: boolean
  dataDirectory: string
  reset: boolean
}

const usage = `npm start -- [--port N] [--no-open] [--data DIR] [--reset]
  --port N    where the desk is served; 5173 when left out, 0 takes any free port
  --no-open   does not open a browser
  --data DIR  where the data is kept; .local when left out
  --reset     begins with the demo company as new`

const defaultPort = 5173

const wording = {
  usage,
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    reset: { type: 'boolean' },
    'no-open': { type: 'boolean' },
  },
} as const

/** Reads the command line of `npm start`; throws a UsageError that says what to write. */
export function readStartOptions(
  words: readonly string[],
  variables: Readonly<Record<string, string | undefined>> = process.env,
): StartOptions {
  const { values } = readWords(words, wording, variables)
  const { port, data, reset, 'no-open': noOpen } = values
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
