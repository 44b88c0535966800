import { callMethod } from './call-method'

export interface EnterOptions {
  path: string
  query: Record<string, string>
  scene: number
  referrerInfo: Record<string, unknown>
}

/** The mini program's App object and its lifecycle. */
export interface AppLife {
  readonly globals: { App(definition: Record<string, unknown>): void; getApp(): unknown }
  readonly isShown: boolean
  launch(options: EnterOptions): void
  show(options: EnterOptions): void
  hide(): void
  /** Calls one of the App's other listeners, e.g. `onThemeChange`. Returns false without one. */
  tell(name: string, value: unknown): boolean
}

export function createAppLife(onFailure: (error: unknown, where: string) => void): AppLife {
  let app: Record<string, unknown> | undefined
  let isShown = false
  const call = (name: string, value?: unknown): void => {
    const values = value === undefined ? [] : [value]
    if (app) callMethod(app, name, values, (error) => onFailure(error, `App ${name}`))
  }
  return {
    get isShown() {
      return isShown
    },
    globals: {
      App(definition) {
        if (app) throw new Error('App() must be called once, in app.js')
        app = definition
      },
      getApp: () => app,
    },
    launch(options) {
      call('onLaunch', options)
    },
    show(options) {
      if (isShown) return
      isShown = true
      call('onShow', options)
    },
    hide() {
      if (!isShown) return
      isShown = false
      call('onHide')
    },
    tell(name, value) {
      if (typeof app?.[name] !== 'function') return false
      call(name, value)
      return true
    },
  }
}
