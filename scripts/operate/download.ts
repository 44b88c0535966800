import http from 'node:http'
import https from 'node:https'
import tls from 'node:tls'
import type { Socket } from 'node:net'
import { DeployError } from '../deploy/deploy-error'

interface DownloadOptions {
  proxy: string | undefined
  /** How long nothing may come. */
  idleMs: number
}

/**
 * The text behind an address, piece by piece, through the proxy of the process when it has one,
 * which `fetch` passes over. Throws a DeployError when it breaks off, also in the middle.
 */
export async function* download(url: string, options: DownloadOptions): AsyncGenerator<string> {
  const address = new URL(url)
  const name = `${address.hostname}${address.pathname}`
  try {
    const socket = options.proxy === undefined ? undefined : await tunnel(address, options.proxy)
    const answer = await get(address, socket, options.idleMs)
    if (answer.statusCode !== 200) throw new Error(`the answer is ${answer.statusCode}`)
    answer.setEncoding('utf8')
    for await (const piece of answer) yield piece as string
  } catch (error) {
    throw new DeployError(`${name} cannot be fetched: ${(error as Error).message}.`)
  }
}

function get(address: URL, socket: Socket | undefined, idleMs: number) {
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const options = socket ? { createConnection: () => socket } : {}
    const request = https.get(address, options, resolve)
    request.setTimeout(idleMs, () =>
      request.destroy(new Error(`nothing came for ${idleMs / 1000} seconds`)),
    )
    request.on('error', reject)
  })
}

/** A connection to the host behind a proxy. */
function tunnel({ hostname, port }: URL, proxy: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { hostname: host, port: proxyPort } = new URL(proxy)
    const path = `${hostname}:${port || 443}`
    const request = http.request({ host, port: proxyPort || 80, method: 'CONNECT', path })
    request.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve(tls.connect({ socket, servername: hostname }))
      else reject(new Error(`the proxy answers ${statusCode}`))
    })
    request.on('error', reject).end()
  })
}
