import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { CompiledPackage } from '../compile/compiled-package'
import type { Overlay } from './chrome/overlay'
import { packageStack } from './package-stack'

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
  scripts: CompiledPackage['scripts'],
  tellApp: (message: string, stack: string) => void,
): Failures {
  const report = (error: unknown, where: string): void => {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const stack = error instanceof Error ? (error.stack ?? message) : message
    console.error(`[${where}]`, error)
    overlay.showFailure(`${message} (${where})`, packageStack(stack, scripts))
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
