import type { IncomingMessage } from 'node:http'

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** False for a name that merely resolves to this machine, which is how DNS rebinding arrives. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK_HOST.test(host)
}

/** True when a browser says that the request comes from a page of another origin. */
export function isCrossOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return true
  const site = request.headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}
