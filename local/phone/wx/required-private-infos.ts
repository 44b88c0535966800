import type { PhoneHost } from '../runtime/types'
import { ApiFailure } from './define-api'

/** Fails as WeChat does when app.json does not declare the location API it uses. */
export function requireDeclared(host: PhoneHost, api: string): void {
  const { requiredPrivateInfos } = host.appConfig as { requiredPrivateInfos?: string[] }
  if (requiredPrivateInfos?.includes(api)) return
  throw new ApiFailure(
    'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    { errno: 112 },
  )
}
