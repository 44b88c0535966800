import cloud from 'wx-server-sdk'
import { logWarning } from './log'

/**
 * The only door to WeChat's SDK. Its own types say `void | string` where promises come back and
 * leave the payment out, so what is used of it is declared here.
 */

/** Who calls, as WeChat has checked it. */
export interface Caller {
  openId: string | undefined
  /** `wx_client`, `wx_client,scf` when nested; `wx_trigger` for a timer; empty when none is said. */
  source: string
  clientIp: string
  envId: string
}

/** A document as the database gives it. */
export type Json = Record<string, unknown>

/** The commands of conditions and changes that are used here. */
export interface Command {
  in(values: readonly unknown[]): object
  gt(value: unknown): Command
  gte(value: unknown): Command
  lt(value: unknown): Command
  lte(value: unknown): Command

  and(...conditions: unknown[]): Command & Json
  or(...conditions: unknown[]): Command & Json
  inc(by: number): object
  /** Replaces the whole value; a bare object only changes the fields it names. */
  set(value: unknown): object

  remove(): object
  push(...values: unknown[]): object
  pull(condition: object): object
}

export interface RawQuery {
  where(condition: object): RawQuery
  orderBy(field: string, order: 'asc' | 'desc'): RawQuery
  limit(count: number): RawQuery
  field(fields: Record<string, boolean>): RawQuery
  get(): Promise<{ data: Json[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

interface RawDocument {
  get(): Promise<{ data: Json | null }>
  set(options: { data: object }): Promise<unknown>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface RawCollection extends RawQuery {
  doc(id: string): RawDocument
  add(options: { data: object }): Promise<unknown>
}

export interface RawTransaction {
  collection(name: string): RawCollection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export interface RawDatabase {
  command: Command
  collection(name: string): RawCollection
  startTransaction(): Promise<RawTransaction>
}

type WeChatCall = (parameters: object) => Promise<Json>

/** The calls to WeChat that are made; each needs its permission in the function's `config.json`. */
interface OpenApi {
  wxacode: { getUnlimited(parameters: object): Promise<{ contentType: string; buffer: Buffer }> }
  subscribeMessage: { send: WeChatCall }
  security: { msgSecCheck: WeChatCall; mediaCheckAsync: WeChatCall }
  updatableMessage: { createActivityId: WeChatCall; setUpdatableMsg: WeChatCall }
  wxa: { sec: { order: { uploadShippingInfo: WeChatCall } } }
}

interface CloudPay {
  unifiedOrder: WeChatCall
  queryOrder: WeChatCall
  closeOrder: WeChatCall
  refund: WeChatCall
  queryRefund: WeChatCall
}

interface Sdk {
  init(options: { env: symbol }): void
  DYNAMIC_CURRENT_ENV: symbol
  getWXContext(): Record<string, string | number | undefined>
  database(options: { throwOnNotFound: boolean }): RawDatabase
  openapi: OpenApi
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(options: { fileList: readonly string[] }): Promise<{
    fileList: { fileID: string; status: number; errMsg: string }[]
  }>
  cloudPay: CloudPay
  getTempFileURL(options: { fileList: readonly TemporaryFile[] }): Promise<{
    fileList: { fileID: string; status: number; tempFileURL: string }[]
  }>
}

const sdk = cloud as unknown as Sdk
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })

/** The database of this environment; reading a document that is not there gives null. */
export const rawDatabase: RawDatabase = sdk.database({ throwOnNotFound: false })

/** Commands for conditions and changes. */
export const command: Command = rawDatabase.command

/** WeChat's own interfaces; a refusal is thrown with `errCode`. */
export const openapi: OpenApi = sdk.openapi

/** Stores a file under its path, in place of one that is there; says its cloud file id. */
export const storeFile = async (cloudPath: string, fileContent: Buffer): Promise<string> =>
  (await sdk.uploadFile({ cloudPath, fileContent })).fileID

const fileAbsent = -503003

/** Removes files for good; throws when one of them may still be there. */
export async function removeFiles(fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  const { fileList } = await sdk.deleteFile({ fileList: fileIds })
  const left = fileList.find(({ status }) => status !== 0 && status !== fileAbsent)
  if (left) throw new Error(`${left.fileID} could not be removed: ${left.errMsg}`)
}

/** WeChat Pay through Cloud Development. */
export const cloudPay: CloudPay = sdk.cloudPay

type TemporaryFile = string | { fileID: string; maxAge: number }

/**
 * Links to files of the cloud storage that anyone may read for so many seconds, a day when left out;
 * absent files have none.
 */
export async function temporaryUrls(
  fileIds: readonly string[],
  maxAge?: number,
): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map()
  const { fileList } = await sdk.getTempFileURL({
    fileList: fileIds.map((fileID) => (maxAge === undefined ? fileID : { fileID, maxAge })),
  })
  return new Map(
    fileList.flatMap(({ fileID, status, tempFileURL }) =>
      status === 0 ? [[fileID, tempFileURL] as const] : [],
    ),
  )
}

/**
 * Who calls this invocation. It reads the process's environment, which the next invocation
 * overwrites: take it before the first await.
 */
export function takeCaller(): Caller {
  const context = sdk.getWXContext()
  const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  const timer = process.env.TRIGGER_SRC === 'timer' ? 'timer' : ''
  return {
    openId: text(context.OPENID) || undefined,
    source: text(context.SOURCE) || timer,
    clientIp: text(context.CLIENTIP) || text(context.CLIENTIPV6),
    envId: text(context.ENV),
  }
}

/** The code WeChat refused with, or undefined when it was no answer of WeChat's. */
export function errCodeOf(error: unknown): number | undefined {
  const code = (error as { errCode?: unknown } | null | undefined)?.errCode
  return typeof code === 'number' ? code : undefined
}

/** What a stored file holds; undefined when there is none, or it may not be read. */
export async function readFile(fileId: string): Promise<Buffer | undefined> {
  try {
    return (await sdk.downloadFile({ fileID: fileId })).fileContent
  } catch (error) {
    logWarning('readFile', { fileId, error: String(error) })
    return undefined
  }
}

/** A picture that does not arrive in this time is tried again by whoever wanted it. */
const fetchMs = 8_000

/**
 * What a stored file of at most so many bytes holds; undefined when there is none, or it is larger.
 * The SDK would take a file of any size into the function's memory.
 */
export async function readSmallFile(fileId: string, most: number): Promise<Buffer | undefined> {
  const url = (await temporaryUrls([fileId])).get(fileId)
  if (url === undefined) return undefined
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchMs) })
  if (response.status === 404) return undefined
  if (!response.ok || !response.body) throw new Error(`${fileId}: ${response.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the download.
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
