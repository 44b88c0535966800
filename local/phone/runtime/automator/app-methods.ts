import { mountSurfaces } from '../../surfaces/mount-surfaces'
import { nativeActions } from '../../surfaces/native-actions'
import type { Phone } from '../phone'
import { jsonParts } from './json-parts'
import type { Method } from './methods'
import { callOwn } from './methods'
import { createWxMocks } from './wx-mocks'

declare global {
  interface Window {
    /** A test harness may give this: it returns the phone's picture as PNG in base64. */
    capturePhone?: () => Promise<string>
  }
}

/** `App.*` and `Tool.*` of the automator's protocol. */
export function appMethods(phone: Phone, send: (event: object) => void): Record<string, Method> {
  const { host, stack, wx } = phone
  const mocks = createWxMocks(wx, phone.evaluate)
  const describe = (page: { id: number; route: string; query: object }): object => ({
    pageId: page.id,
    path: page.route,
    query: page.query,
  })
  const onSurfaces = nativeActions(mountSurfaces(host))
  let isLogging = false
  return {
    'Tool.getInfo': () => {
      const info = (wx.getAppBaseInfo as () => { SDKVersion: string })()
      return { SDKVersion: info.SDKVersion }
    },
    'Tool.close': () => ({}),
    'Tool.native': async ({ method = '', data }) => {
      await native(method, data)
      return {}
    },
    'App.getPageStack': () => ({ pageStack: stack.stack.map(describe) }),
    'App.getCurrentPage': () => {
      const page = stack.stack.at(-1)
      if (!page) throw new Error('no page is open')
      return describe(page)
    },
    'App.exit': () => {
      phone.toBackground()
      return {}
    },
    'App.callWxMethod': async ({ method = '', args = [] }) => {
      try {
        return { result: jsonParts(await callOwn(wx, method, args)) }
      } catch (error) {
        throw wxError(error)
      }
    },
    'App.mockWxMethod': (params) => {
      mocks.set(params)
      return {}
    },
    'App.callFunction': async ({ functionDeclaration = '', args = [] }) => {
      const run = phone.evaluate(`return (${functionDeclaration}\n)`)
      return { result: await (run as (...values: unknown[]) => unknown)(...args) }
    },
    'App.addBinding': ({ name = '' }) => {
      const call = (...args: unknown[]) =>
        send({ method: 'App.bindingCalled', params: { name, args } })
      phone.define(name, call)
      return {}
    },
    'App.enableLog': () => {
      if (!isLogging)
        watchConsole((type, args) => send({ method: 'App.logAdded', params: { type, args } }))
      isLogging = true
      return {}
    },
    'App.captureScreenshot': async () => {
      if (!window.capturePhone) {
        throw new Error('captureScreenshot needs a harness that gives window.capturePhone')
      }
      return { data: await window.capturePhone() }
    },
  }

  async function native(method: string, data: unknown): Promise<void> {
    if (method === 'navigateLeft') return stack.navigateBack(1)
    if (method === 'goHome') return stack.reLaunch(`/${phone.homeRoute}`)
    if (method === 'switchTab') return stack.switchTab((data as { url: string }).url)
    if (!Object.hasOwn(onSurfaces, method)) throw new Error(`nothing on the phone takes ${method}`)
    onSurfaces[method as keyof typeof onSurfaces]()
  }
}

/** wx APIs fail with `{errMsg}`: the client's error carries that text. */
function wxError(error: unknown): Error {
  const { errMsg } = (error ?? {}) as { errMsg?: unknown }
  if (typeof errMsg === 'string') return new Error(errMsg)
  return error instanceof Error ? error : new Error(String(error))
}

function watchConsole(logged: (type: string, args: unknown[]) => void): void {
  for (const type of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const write = console[type].bind(console)
    console[type] = (...args: unknown[]) => {
      write(...args)
      logged(type, args.map(plain))
    }
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
  } catch {
    // A circular value: the client gets what can be said of it.
    return String(value)
  }
}
