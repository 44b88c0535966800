import type { CompiledPackage } from '../compile/compiled-package'
import type { AppLife, EnterOptions } from './app-life'
import type { PhoneFrame } from './chrome/phone-frame'
import { packageScript } from './module-registry'
import type { PageStack } from './page-stack'
import type { PhoneEvents } from './phone-events'
import { parseUrl, type Destination } from './routes'

interface Parts {
  compiled: CompiledPackage
  app: AppLife
  stack: PageStack
  frame: PhoneFrame
  events: PhoneEvents
  run(file: string): unknown
  onFailure(error: unknown, where: string): void
  onRejection(reason: unknown): void
  enterOptions(): EnterOptions
}

/** The mini program's way into the front and out of it. */
export interface AppSession {
  launch(to: Destination, first: Destination): void
  toBackground(): void
  toForeground(): void
  /** Comes to the front at a page, as from a message; returns the options it came with. */
  enter(path: string, scene: number): EnterOptions
}

export function createAppSession(parts: Parts): AppSession {
  const { compiled, app, stack, frame, events, onFailure } = parts
  const top = () => stack.stack.at(-1)
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    const value = { reason: reason as unknown, promise }
    parts.onRejection(reason)
    app.tell('onUnhandledRejection', value)
    events.send('unhandledRejection', value)
  })

  function toBackground(): void {
    if (!app.isShown) return
    top()?.hide()
    app.hide()
    frame.setClosed(true)
    events.send('appHide', {})
  }

  function show(options: EnterOptions): void {
    if (app.isShown) return
    frame.setClosed(false)
    app.show(options)
    events.send('appShow', options)
  }

  return {
    toBackground,
    toForeground() {
      show(parts.enterOptions())
      top()?.show()
    },
    enter(path, scene) {
      toBackground()
      const { route, query } = parseUrl(`/${path.replace(/^\//, '')}`)
      const options: EnterOptions = { path: route, query, scene, referrerInfo: {} }
      show(options)
      stack
        .reLaunch(`/${path.replace(/^\//, '')}`)
        .catch((error: unknown) => onFailure(error, path))
      return options
    },
    launch(to, first) {
      const script = packageScript('app')
      const broken = compiled.problems.filter(
        ({ file, severity, page }) =>
          severity === 'error' && page === undefined && (file === script || file === 'app.json'),
      )
      if (broken.length > 0)
        return frame.overlay.showProblems('The mini program cannot start', broken)
      try {
        if (script in compiled.scripts) parts.run(script)
      } catch (error) {
        onFailure(error, script)
      }
      const options = parts.enterOptions()
      app.launch(options)
      show(options)
      if (compiled.pages.includes(to.route)) return stack.launch(to)
      const notFound = { path: to.route, query: to.query, isEntryPage: true }
      events.send('pageNotFound', notFound)
      const isHandled = app.tell('onPageNotFound', notFound)
      if (stack.stack.length > 0) return
      if (!isHandled) onFailure(new Error(`page "${to.route}" is not found`), 'launch')
      stack.launch(first)
    },
  }
}

/** The page a mini program opens with when nothing else is asked for. */
export function entryDestination(compiled: CompiledPackage): Destination {
  const { entryPagePath } = compiled.app
  const route = typeof entryPagePath === 'string' ? entryPagePath : (compiled.pages[0] ?? '')
  return { route: route.replace(/^\/|\.html$/g, ''), query: {} }
}
