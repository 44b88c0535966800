import type { CompiledPackage } from '../compile/compiled-package'
import type { Phone } from './phone'
import { urlOf } from './routes'
import type { DeviceState } from './types'

/**
 * Takes a new version of the package: changed style sheets are swapped in place, anything else
 * starts the phone again with the pages that are open.
 */
export async function takePackage(phone: Phone, compiled: CompiledPackage): Promise<void> {
  const response = await fetch('/phone/package.json')
  const next = (await response.json()) as CompiledPackage
  if (next.version === compiled.version) return
  if (!differsOnlyInStyles(compiled, next)) return reloadPhone(phone)
  compiled.version = next.version
  compiled.styles = next.styles
  for (const page of phone.stack.alive()) page.refresh()
}

/** Starts the phone again where it is. */
export function reloadPhone(phone: Phone): void {
  const { user, device } = phone.host
  const saved: SavedPhone = { urls: phone.stack.stack.map((page) => urlOf(page)), device }
  sessionStorage.setItem(keyOf(user), JSON.stringify(saved))
  location.reload()
}

/** What a phone was before it started again; it is told once. */
interface SavedPhone {
  urls: string[]
  device: DeviceState
}

export function takeSavedPhone(user: string): SavedPhone | null {
  const saved = sessionStorage.getItem(keyOf(user))
  sessionStorage.removeItem(keyOf(user))
  return saved === null ? null : (JSON.parse(saved) as SavedPhone)
}

function differsOnlyInStyles(before: CompiledPackage, after: CompiledPackage): boolean {
  const rest = ({ styles: _, version: __, ...others }: CompiledPackage): string =>
    JSON.stringify(others)
  return rest(before) === rest(after)
}

function keyOf(user: string): string {
  return `phone-before-reload:${user}`
}
