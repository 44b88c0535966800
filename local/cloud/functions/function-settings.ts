import { statSync } from 'node:fs'
import { LocalCloudError } from '../local-cloud-error'

/** The limits and variables of one function, as `cloudbaserc.json` gives them. */
export interface FunctionSettings {
  /** Seconds, 1 to 60; WeChat's default is 3. */
  readonly timeout?: number
  /** MB, 64 to 3072; WeChat's default is 256. */
  readonly memorySize?: number
  readonly envVariables?: Readonly<Record<string, string>>
}

export interface FunctionLimits {
  readonly timeoutSeconds: number
  readonly memoryMb: number
}

/** The limits of a function, with WeChat's defaults. */
export function limitsIn({ timeout = 3, memorySize = 256 }: FunctionSettings = {}): FunctionLimits {
  return { timeoutSeconds: timeout, memoryMb: memorySize }
}

/** Throws a LocalCloudError for limits that WeChat does not take. */
export function checkSettings(settings: Readonly<Record<string, FunctionSettings>>): void {
  for (const [name, given] of Object.entries(settings)) {
    const { timeoutSeconds, memoryMb } = limitsIn(given)
    if (timeoutSeconds >= 1 && timeoutSeconds <= 60 && memoryMb >= 64 && memoryMb <= 3072) continue
    throw new LocalCloudError(
      'BAD_OPTION',
      `Function '${name}' asks for ${timeoutSeconds} s and ${memoryMb} MB.`,
      'WeChat takes a timeout of 1 to 60 seconds and a memory size of 64 to 3072 MB.',
    )
  }
}

/** Throws a LocalCloudError when there is no folder of built functions. */
export function checkDirectory(directory: string): void {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return
  throw new LocalCloudError(
    'FUNCTIONS_MISSING',
    `There is no folder of built functions at ${directory}.`,
    'Build the functions first, then start the local cloud.',
  )
}
