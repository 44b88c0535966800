import { ReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
// The very copy that the SDK brings along; it is no dependency of ours.
import { Db } from '../../../node_modules/@cloudbase/database'
import type { WireRequest } from '../../../local/cloud/database/wire-request'
import { fakeCloud, Refusal } from './fake-cloud'
import { encodeResponse, decodeRequest } from './openapi-codec'

/**
 * The part of `@cloudbase/node-sdk` that `wx-server-sdk` stands on, answered in this process. The
 * database client is the real one.
 */

let requests = 0

function nextRequestId(): string {
  requests += 1
  return `fake-${requests}`
}

/** An error as the real package throws it for an answer that carries a code. */
class TcbError extends Error {
  readonly requestId = nextRequestId()

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

class Requester {
  async send(action: string, parameters: WireRequest = {}): Promise<object> {
    try {
      return { requestId: nextRequestId(), ...(await fakeCloud.wire(action, parameters)) }
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      throw new TcbError(code ?? 'DATABASE_REQUEST_FAILED', message)
    }
  }
}

Db.reqClass = Requester

interface WeChatCall {
  apiName: string
  requestData: Buffer
}

class FakeCloudBase {
  readonly #config: object

  constructor(config: object) {
    this.#config = config
  }

  database(config: object = {}): Db {
    return new Db({ ...this.#config, ...config })
  }

  async callFunction({ name, data }: { name: string; data?: Record<string, unknown> }) {
    const parameters = JSON.parse(JSON.stringify(data ?? {})) as Record<string, unknown>
    try {
      const result = fakeCloud.outside(`callFunction.${name}`, parameters)
      return { result, requestId: nextRequestId() }
    } catch (error) {
      if (error instanceof Refusal) throw new TcbError('FUNCTIONS_EXECUTE_FAIL', error.errMsg)
      throw error
    }
  }

  async callCompatibleWxOpenApi({ apiName, requestData }: WeChatCall): Promise<Buffer> {
    return encodeResponse(weChat(`openapi.${apiName}`, decodeRequest(requestData)))
  }

  async callWxPayApi({ apiName, requestData }: WeChatCall): Promise<Buffer> {
    const parameters = JSON.parse(requestData.toString()) as Record<string, unknown>
    return Buffer.from(JSON.stringify(fakeCloud.outside(`cloudPay.${apiName}`, parameters)))
  }

  async uploadFile({ cloudPath, fileContent }: { cloudPath: string; fileContent: unknown }) {
    const fileID = `cloud://fake-env.fake/${cloudPath}`
    fakeCloud.files.set(fileID, await bytesOf(fileContent))
    return { fileID }
  }

  async downloadFile({ fileID }: { fileID: string }) {
    const fileContent = fakeCloud.files.get(fileID)
    if (fileContent === undefined)
      throw new TcbError('STORAGE_FILE_NONEXIST', `${fileID} does not exist`)
    return { fileContent, message: '文件下载完成' }
  }

  async deleteFile({ fileList }: { fileList: string[] }) {
    const results = fileList.map((fileID) => ({
      fileID,
      code: fakeCloud.files.delete(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
    }))
    return { fileList: results, requestId: nextRequestId() }
  }

  async getTempFileURL({ fileList }: { fileList: (string | { fileID: string })[] }) {
    const results = fileList.map((file) => {
      const fileID = typeof file === 'string' ? file : file.fileID
      return fakeCloud.files.has(fileID)
        ? { code: 'SUCCESS', fileID, maxAge: 86400, tempFileURL: fakeUrl(fileID) }
        : { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
    })
    return { fileList: results, requestId: nextRequestId() }
  }

  logger(): Record<string, (entry: object) => void> {
    const ignore = () => {}
    return { log: ignore, info: ignore, warn: ignore, error: ignore }
  }
}

/** WeChat's refusals travel inside the answer. */
function weChat(api: string, parameters: Record<string, unknown>): Record<string, unknown> {
  try {
    return fakeCloud.outside(api, parameters)
  } catch (error) {
    if (error instanceof Refusal) return { errcode: error.errCode, errmsg: error.errMsg }
    throw error
  }
}

async function bytesOf(content: unknown): Promise<Buffer> {
  if (Buffer.isBuffer(content)) return content
  if (content instanceof ReadStream) return buffer(content)
  throw new TcbError(
    'INVALID_PARAM',
    '[node-sdk] fileContent should be instance of fs.ReadStream or Buffer',
  )
}

const linkPrefix = 'https://fake.invalid/'

function fakeUrl(fileID: string): string {
  return linkPrefix + fileID.slice('cloud://'.length)
}

/** Links lead to the fake cloud's files; anything else goes out as ever. */
const goOut = globalThis.fetch
globalThis.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input)
  if (!url.startsWith(linkPrefix)) return goOut(input, init)
  const bytes = fakeCloud.files.get(`cloud://${url.slice(linkPrefix.length)}`)
  return bytes ? new Response(new Uint8Array(bytes)) : new Response('NoSuchKey', { status: 404 })
}

/** The real package's sign for the environment that a function runs in. */
export const SYMBOL_CURRENT_ENV = Symbol.for('SYMBOL_CURRENT_ENV')

export function init(config: object): FakeCloudBase {
  return new FakeCloudBase(config)
}
