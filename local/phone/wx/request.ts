import type { PhoneHost } from '../runtime/types'
import { type Api, ApiFailure, asyncApi } from './define-api'
import { loadFile } from './files/resources'
import type { PhoneContext } from './phone-context'

const DEFAULT_TIMEOUT_MS = 60_000

/** A running transfer as WeChat returns it beside the callbacks. */
interface Task {
  abort(): void
  onHeadersReceived(listener: (result: { header: Record<string, string> }) => void): void
  offHeadersReceived(): void
  onProgressUpdate(listener: (result: { progress: number }) => void): void
  offProgressUpdate(): void
}

interface Transfer {
  signal: AbortSignal
  received(header: Record<string, string>): void
}

type Rules = Parameters<typeof asyncApi>[2]

/**
 * `wx.request`, `uploadFile`, `downloadFile`. Only hosts of this machine are reached: nothing a
 * mini program asks for leaves it.
 */
export function requestApis(phone: PhoneContext): Api[] {
  return [requestApi(phone), uploadApi(phone), downloadApi(phone)]
}

const REQUEST_RULES = {
  url: 'String!',
  data: 'Any',
  header: 'Object',
  method: 'String',
  timeout: 'Number',
  dataType: 'String',
  responseType: 'String',
} as const

function requestApi({ host }: PhoneContext): Api {
  return taskApi(host, 'request', REQUEST_RULES, async (options, transfer) => {
    const { data, method = 'GET', dataType = 'json', responseType = 'text' } = options
    const header = (options.header ?? {}) as Record<string, string>
    const { url, body, type } = bodyOf(
      String(options.url),
      String(method).toUpperCase(),
      data,
      header,
    )
    const answer = await reach(host, url, {
      method: String(method).toUpperCase(),
      headers: { ...(type ? { 'content-type': type } : {}), ...header },
      body,
      signal: transfer.signal,
    })
    const answered = Object.fromEntries(answer.headers)
    transfer.received(answered)
    const content =
      responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text()
    return {
      data: typeof content === 'string' && dataType === 'json' ? parsed(content) : content,
      statusCode: answer.status,
      header: answered,
      cookies: [],
    }
  })
}

function uploadApi({ host }: PhoneContext): Api {
  const rules = {
    url: 'String!',
    filePath: 'String!',
    name: 'String!',
    header: 'Object',
    formData: 'Object',
    timeout: 'Number',
  } as const
  return taskApi(host, 'uploadFile', rules, async (options, transfer) => {
    const file = await loadFile(host, String(options.filePath))
    const form = new FormData()
    Object.entries((options.formData ?? {}) as Record<string, unknown>).forEach(([key, value]) =>
      form.append(key, String(value)),
    )
    form.append(String(options.name), new Blob([file.bytes], { type: file.type }), 'file')
    const answer = await reach(host, String(options.url), {
      method: 'POST',
      headers: (options.header ?? {}) as Record<string, string>,
      body: form,
      signal: transfer.signal,
    })
    return { data: await answer.text(), statusCode: answer.status }
  })
}

function downloadApi({ host, files }: PhoneContext): Api {
  const rules = { url: 'String!', header: 'Object', timeout: 'Number', filePath: 'String' } as const
  return taskApi(host, 'downloadFile', rules, async (options, transfer) => {
    const answer = await reach(host, String(options.url), {
      headers: (options.header ?? {}) as Record<string, string>,
      signal: transfer.signal,
    })
    transfer.received(Object.fromEntries(answer.headers))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    if (typeof options.filePath === 'string') {
      files.put(options.filePath, { bytes, type, createdAt: host.now() })
      return { filePath: options.filePath, statusCode: answer.status }
    }
    return { tempFilePath: files.addTemporary(bytes, type), statusCode: answer.status }
  })
}

/** These three return a task when called with callbacks, and a promise that is one without. */
function taskApi(
  host: PhoneHost,
  name: string,
  rules: Rules,
  run: (options: Record<string, unknown>, transfer: Transfer) => Promise<object>,
): Api {
  const value = (given?: { timeout?: unknown }) => {
    const controller = new AbortController()
    const headerListeners: ((result: { header: Record<string, string> }) => void)[] = []
    const progressListeners: ((result: { progress: number }) => void)[] = []
    const timeout = typeof given?.timeout === 'number' ? given.timeout : DEFAULT_TIMEOUT_MS
    const transfer: Transfer = {
      signal: AbortSignal.any([controller.signal, AbortSignal.timeout(timeout)]),
      received: (header) => headerListeners.forEach((listener) => listener({ header })),
    }
    const api = asyncApi(host, name, rules, async (options) => {
      const result = await run(options as Record<string, unknown>, transfer)
      progressListeners.forEach((listener) => listener({ progress: 100 }))
      return result
    })
    const task: Task = {
      abort: () => controller.abort(),
      onHeadersReceived: (listener) => headerListeners.push(listener),
      offHeadersReceived: () => headerListeners.splice(0),
      onProgressUpdate: (listener) => progressListeners.push(listener),
      offProgressUpdate: () => progressListeners.splice(0),
    }
    const promise = (api.value as (given: unknown) => Promise<object> | undefined)(given)
    return promise ? Object.assign(promise, task) : task
  }
  return { name, value, options: Object.keys(rules), returns: ['data', 'statusCode', 'header'] }
}

async function reach(host: PhoneHost, url: string, init: RequestInit): Promise<Response> {
  if (host.device.networkType === 'none') {
    throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
  }
  const target = parseUrl(url)
  if (!isLoopback(target.hostname)) {
    // What WeChat says of a host that is not on the list of the mini program's account.
    throw new ApiFailure(`url not in domain list:${target.hostname}`, { errno: 600002 })
  }
  try {
    return await fetch(target, init)
  } catch (error) {
    const { name } = error as Error
    if (name === 'TimeoutError') throw new ApiFailure('timeout', { errno: 5 })
    if (name === 'AbortError') throw new ApiFailure('abort')
    throw new ApiFailure('net::ERR_CONNECTION_REFUSED', { errno: 600001 })
  }
}

function parseUrl(url: string): URL {
  try {
    return new URL(url)
  } catch (error) {
    throw new ApiFailure(`invalid url "${url}"`, { errno: 600009, cause: error })
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

function bodyOf(url: string, method: string, data: unknown, header: Record<string, string>) {
  const given = Object.entries(header).find(([key]) => key.toLowerCase() === 'content-type')?.[1]
  const type = given ?? 'application/json'
  if (data === undefined || data === null) return { url }
  if (method === 'GET' || method === 'HEAD') {
    const target = parseUrl(url)
    if (typeof data === 'object') {
      Object.entries(data).forEach(([key, value]) => target.searchParams.set(key, String(value)))
    }
    return { url: target.href }
  }
  if (typeof data === 'string' || data instanceof ArrayBuffer) return { url, body: data, type }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const pairs = Object.entries(data).map(([key, value]) => [key, String(value)])
    return { url, body: new URLSearchParams(pairs).toString(), type }
  }
  return { url, body: JSON.stringify(data), type }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // As in WeChat, an answer that is not JSON is handed over as it came.
    return text
  }
}
