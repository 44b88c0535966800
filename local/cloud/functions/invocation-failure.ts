import type { FunctionLimits } from './function-settings'
import type { WorkerOutcome } from './function-worker'

export interface InvocationFailure {
  readonly errCode: number
  readonly code: string
  readonly message: string
}

/** The texts that WeChat puts behind its error codes; the others have none. */
const CODE_TEXTS: Readonly<Record<number, string>> = {
  [-501007]: 'invalid parameters',
  [-504002]: 'functions execute fail',
  [-604001]: 'cloudfunction result size exceed limit (1MB)',
}

/** WeChat's limit on what a page may send to a function. */
const MAX_CLIENT_DATA_BYTES = 100 * 1024

function executeFail(message: string): InvocationFailure {
  return { errCode: -504002, code: 'FUNCTIONS_EXECUTE_FAIL', message }
}

export function functionNotFound(name: string): InvocationFailure {
  return {
    errCode: -501000,
    code: 'FUNCTION_NOT_FOUND',
    message: `FunctionName parameter could not be found. [FUNCTION_NOT_FOUND] there is no function '${name}'`,
  }
}

/** The refusal of a page's input over 100 KB; undefined for input within the limit. */
export function clientDataTooLarge(json: string): InvocationFailure | undefined {
  const bytes = Buffer.byteLength(json)
  if (bytes <= MAX_CLIENT_DATA_BYTES) return undefined
  return {
    errCode: -501007,
    code: 'INVALID_PARAM',
    message: `the data of ${bytes} bytes is over the limit of 100 KB`,
  }
}

export function configUnreadable(error: unknown): InvocationFailure {
  return executeFail(`config.json: ${error instanceof Error ? error.message : String(error)}`)
}

/** What WeChat tells the caller about an invocation that did not return. */
export function failureOf(
  outcome: Exclude<WorkerOutcome, { kind: 'returned' }>,
  limits: FunctionLimits,
): InvocationFailure {
  switch (outcome.kind) {
    case 'threw':
      return executeFail(outcome.error)
    case 'timedOut':
      return {
        errCode: -504003,
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        message: `Invoking task timed out after ${limits.timeoutSeconds} seconds`,
      }
    case 'tooLarge':
      return {
        errCode: -604001,
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: `the result has ${outcome.bytes} bytes`,
      }
    case 'outOfMemory':
      return executeFail(`memory limit exceeded: the function used over ${limits.memoryMb} MB`)
    case 'exited':
      return executeFail('145 code exit unexpected')
  }
}

/** The `errMsg` that a page sees when `wx.cloud.callFunction` fails. */
export function clientMessage({ errCode, message }: InvocationFailure): string {
  const text = CODE_TEXTS[errCode] ?? ''
  return `cloud.callFunction:fail Error: errCode: ${errCode} ${text} | errMsg: ${message}`
}
