import type { PhoneHost } from '../runtime/types'

/** What WeChat itself keeps for a user, whichever mini program is open: addresses, titles, picture. */
export interface WechatMemory<T> {
  read(): T
  write(value: T): void
}

/** A remembered value of this phone's user, with what a new user starts from. */
export function wechatMemory<T>(host: PhoneHost, name: string, initial: () => T): WechatMemory<T> {
  const view = host.document.defaultView
  if (!view) throw new Error('The phone has no window: nothing can be remembered')
  const key = `wechat:${host.user}:${name}`
  return {
    read() {
      const text = view.localStorage.getItem(key)
      return text === null ? initial() : (JSON.parse(text) as T)
    },
    write: (value) => view.localStorage.setItem(key, JSON.stringify(value)),
  }
}

/** The name of the mini program as WeChat writes it on its dialogs. */
export function appNameOf(host: PhoneHost): string {
  const { window: look } = host.appConfig as { window?: { navigationBarTitleText?: string } }
  return look?.navigationBarTitleText || '小程序'
}
