import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { Overlay } from './chrome/overlay'

/** Where failures of page code end: over the page, in the console, and in the App's `onError`. */
export interface Failures {
  report(error: unknown, where: string): void
  warn(message: string): void
}

/** Warnings of the framework about what WeChat passes over without a word. */
const SILENT = [
  /is not a valid property/,
  /target of relation/,
  /not a valid event binding/,
  /for-list data is neither/,
  /Use number as for-list/,
  /received type-incompatible value/,
]
const BUILTIN = 'wx://'

export function createFailures(
  overlay: Overlay,
  tellApp: (message: string, stack: string) => void,
): Failures {
  const report = (error: unknown, where: string): void => {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const stack = error instanceof Error ? (error.stack ?? message) : message
    console.error(`[${where}]`, error)
    overlay.showFailure(`${message} (${where})`, packageStack(stack))
    tellApp(message, stack)
  }
  addGlobalErrorListener((error, method, component) => {
    const owner = typeof component === 'string' ? component : (component?.is ?? '')
    report(error, `${owner} ${method ?? ''}`.trim())
    return false
  })
  addGlobalWarningListener((message, component) => {
    const owner = typeof component === 'string' ? component : component.is
    const isSilent = owner.startsWith(BUILTIN) || SILENT.some((pattern) => pattern.test(message))
    if (!isSilent) console.warn(`${message} (${owner})`)
    return false
  })
  window.addEventListener('error', ({ error, message }) => report(error ?? message, 'script'))
  return { report, warn: (message) => console.warn(message) }
}

/** The part of a stack that is page code, for those who wrote it. */
function packageStack(stack: string): string {
  const lines = stack.split('\n')
  const [first = ''] = lines
  const own = lines.filter((line) => line.includes('miniprogram:///'))
  return own.length === 0 ? stack : [first, ...own].join('\n').replaceAll('miniprogram:///', '')
}
