import type { CompiledPackage } from '../compile/compiled-package'
import { createDriver } from './automator/driver'
import { takePackage, takeSavedPhone } from './hot-reload'
import { startPhone } from './phone'
import { exposeControl } from './phone-control'
import { phoneClock } from './phone-clock'
import { openPhoneLink } from './phone-link'
import type { Session } from './phone-host'
import { parseUrl } from './routes'
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
  const saved = takeSavedPhone(user)
  const device: DeviceState = saved?.device ?? {
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    language: asked.get('lang') === 'en' ? 'en' : 'zh_CN',
    networkType: 'wifi',
    fontSizeSetting: 16,
    permissions: {},
  }
  const path = asked.get('path')
  const [first = path, ...rest] = saved?.urls ?? []
  const start = first ? parseUrl(`/${first.replace(/^\//, '')}`) : null
  const scene = Number(asked.get('scene') ?? 1001)
  const phone = startPhone({ compiled, session, device, scene, start })
  for (const url of rest) {
    await phone.stack.navigateTo(url).catch((error: unknown) => phone.host.reportError(error, url))
  }
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
