import type { CompiledPackage } from '../compile/compiled-package'
import { createDriver } from './automator/driver'
import { takePackage, takeSavedStack } from './hot-reload'
import { startPhone } from './phone'
import { exposeControl } from './phone-control'
import { phoneClock } from './phone-clock'
import { openPhoneLink } from './phone-link'
import type { Session } from './phone-host'
import { parseUrl, urlOf } from './routes'
import type { DeviceState } from './types'

/** Reads what the phone's URL asks for, fetches the mini program and starts it. */
async function main(): Promise<void> {
  const asked = new URLSearchParams(location.search)
  const user = asked.get('user') ?? 'me'
  const [compiled, session] = await Promise.all([
    fetchJson<CompiledPackage>('/phone/package.json'),
    fetchJson<Session & { now: number }>(`/local/session?user=${encodeURIComponent(user)}`),
  ])
  phoneClock.setOffset(session.now - Date.now())
  const device: DeviceState = {
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    language: asked.get('lang') === 'en' ? 'en' : 'zh_CN',
    networkType: 'wifi',
    fontSizeSetting: 16,
    permissions: {},
  }
  const saved = takeSavedStack(user)
  const path = asked.get('path')
  const [first = path ? parseUrl(`/${path.replace(/^\//, '')}`) : null, ...rest] = saved
  const scene = Number(asked.get('scene') ?? 1001)
  const phone = startPhone({ compiled, session, device, scene, start: first })
  for (const page of rest) await phone.stack.navigateTo(urlOf(page))
  exposeControl(phone)
  const driver = createDriver(phone, (event) => link.send(event))
  const link = openPhoneLink(user, (message) => {
    if (message.type === 'request') void driver.answer(message).then(link.send)
    else if (message.version !== compiled.version) void takePackage(phone, compiled)
  })
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

main().catch((error: unknown) => {
  console.error(error)
  const message = document.createElement('pre')
  message.textContent = `The phone could not start.\n${String(error)}`
  document.body.append(message)
})
