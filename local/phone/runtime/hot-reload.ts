import type { CompiledPackage } from '../compile/compiled-package'
import type { Phone } from './phone'
import { parseUrl, urlOf, type Destination } from './routes'

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
  const urls = phone.stack.stack.map((page) => urlOf(page))
  sessionStorage.setItem(stackKey(phone.host.user), JSON.stringify(urls))
  location.reload()
}

/** The pages that were open before a reload; they are told once. */
export function takeSavedStack(user: string): Destination[] {
  const saved = sessionStorage.getItem(stackKey(user))
  if (saved === null) return []
  sessionStorage.removeItem(stackKey(user))
  return (JSON.parse(saved) as string[]).map((url) => parseUrl(url))
}

function differsOnlyInStyles(before: CompiledPackage, after: CompiledPackage): boolean {
  const rest = ({ styles: _, version: __, ...others }: CompiledPackage): string =>
    JSON.stringify(others)
  return rest(before) === rest(after)
}

function stackKey(user: string): string {
  return `phone-stack:${user}`
}
