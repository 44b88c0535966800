import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import type { CompiledPackage } from '../compile/compiled-package'
import type { Overlay } from './chrome/overlay'
import { SOURCE_ROOT } from './evaluate'
import { packageStack } from './package-stack'

/** Where failures of page code end: over the page, in the console, and in the App's `onError`. */
export interface Failures {
  report(error: unknown, where: string): void
  /** An error that a promise of page code rejected with, and nobody took. */
  reject(reason: unknown): void
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
/** Built-ins, and components of other people: their authors have to be told, not this one. */
const FOREIGN = /^(wx:\/\/|(.*\/)?miniprogram_npm\/)/

export function createFailures(
  overlay: Overlay,
  scripts: CompiledPackage['scripts'],
  tellApp: (message: string, stack: string) => void,
): Failures {
  const textOf = (error: unknown): { message: string; stack: string } => {
    if (!(error instanceof Error)) return { message: String(error), stack: String(error) }
    const message = `${error.name}: ${error.message}`
    return { message, stack: error.stack ?? message }
  }
  const show = (error: unknown, where: string): void => {
    const { message, stack } = textOf(error)
    overlay.showFailure(`${message} (${where})`, packageStack(stack, scripts))
  }
  const report = (error: unknown, where: string): void => {
    console.error(`[${where}]`, error)
    show(error, where)
    const { message, stack } = textOf(error)
    tellApp(message, stack)
  }
  addGlobalErrorListener((error, method, component) => {
    const owner = typeof component === 'string' ? component : (component?.is ?? '')
    report(error, `${owner} ${method ?? ''}`.trim())
    return false
  })
  addGlobalWarningListener((message, component) => {
    const owner = typeof component === 'string' ? component : component.is
    const isSilent = FOREIGN.test(owner) || SILENT.some((pattern) => pattern.test(message))
    if (!isSilent) console.warn(`${message} (${owner})`)
    return false
  })
  window.addEventListener('error', ({ error, message }) => report(error ?? message, 'script'))
  return {
    report,
    reject(reason) {
      // WeChat's own failures are plain objects; what page code throws is an Error with its places.
      if (reason instanceof Error && textOf(reason).stack.includes(SOURCE_ROOT)) {
        show(reason, 'promise')
      }
    },
    warn: (message) => console.warn(message),
  }
}
