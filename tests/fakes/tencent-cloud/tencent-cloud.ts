import { createAuthority } from './certificate'
import { databaseActions, emptyDatabase } from './database'
import type { DatabaseState } from './database'
import { functionActions } from './functions'
import type { FunctionState, Invocation } from './functions'
import { migrateActions } from './migrate-jobs'
import { objectStorage } from './object-storage'
import { startInterceptingProxy } from './proxy'
import type { Answer, NoAnswer, Request } from './proxy'
import { Refusal } from './refusal'
import type { Action, Parameters } from './refusal'
import { isSigned } from './signature'

interface Call {
  service: string
  action: string
  parameters: Parameters
}

/**
 * How a call fails: refused, with this code and these words, refused because calls come too fast, never answered, its connection
 * broken before anything was done, or broken after it was done.
 */
export type Failure =
  'refused' | 'tooFast' | 'silent' | 'broken' | 'lost' | { code: string; message: string }

/** Tencent Cloud on this machine, for the real tools: they come in through `proxyUrl`. */
export interface TencentCloud {
  proxyUrl: string
  /** Of the authority that its certificates are from, in PEM. */
  certificate: string
  envId: string
  /** The only key it knows. */
  secretId: string
  database: DatabaseState
  /** What lies in its storage, by path. */
  filePaths(): string[]
  functions: Map<string, FunctionState>
  /** What functions do when they are called, by name. */
  invocations: Map<string, Invocation>
  /** `NORMAL`, or what is in its way. */
  environment: { Status: string }
  /** Every call that came in, in order. */
  calls: Call[]
  /** Calls of this action fail, so many times or until `heal`, when so many have gone well. */
  fail(action: string, failure: Failure, times?: number, after?: number): void
  heal(): void
  /** An environment as new. */
  reset(): void
  stop(): Promise<void>
}

const hosts = [
  '*.tencentcloudapi.com',
  '*.ap-shanghai.tcb-api.tencentcloudapi.com',
  '*.cos.ap-shanghai.myqcloud.com',
  '*.cos.ap-shanghai.tencentcos.cn',
]
const isCos = /\.(myqcloud\.com|tencentcos\.cn)$/
export const envId = 'yidian-test-4g'
const secretId = 'AKIDyidiantest'
/** The secret of that key, long enough to be found where it must not be. */
export const secretKey = 'a-secret-key-that-nobody-may-see'

export async function startTencentCloud(): Promise<TencentCloud> {
  const authority = createAuthority()
  const database = emptyDatabase()
  const functions = new Map<string, FunctionState>()
  const invocations = new Map<string, Invocation>()
  const files = objectStorage()
  const calls: Call[] = []
  const failures = new Map<string, { failure: Failure; left: number; after: number }>()
  const environment = { ...newEnvironment }
  /** How this call of an action, or of a method of the storage, fails. */
  const failureOf = (action: string): Failure | undefined => {
    const failing = failures.get(action)
    if (!failing || failing.after-- > 0) return undefined
    return failing.left-- > 0 ? failing.failure : undefined
  }
  const services: Record<string, Record<string, Action>> = {
    tcb: {
      ...environmentActions(environment),
      ...databaseActions(database),
      ...migrateActions(database, files),
    },
    scf: functionActions(functions, invocations, files.read),
  }
  const proxy = await startInterceptingProxy(
    /(\.tencentcloudapi\.com|\.myqcloud\.com|\.tencentcos\.cn):443$/,
    authority.issue(hosts),
    (request) => {
      if (isCos.test(request.host)) {
        calls.push({ service: 'cos', action: request.method, parameters: { path: request.path } })
        return storageAnswer(files.answer(request), failureOf(request.method))
      }
      if (request.host.includes('.tcb-api.')) return uploadMetadata(request)
      const call = callOf(request)
      calls.push(call)
      const failure = failureOf(call.action)
      if (failure === 'silent' || failure === 'broken') return failure
      if (failure === 'refused') return refused('InternalError', 'An internal error has occurred.')
      if (typeof failure === 'object') return refused(failure.code, failure.message)
      if (failure === 'tooFast') return refused('RequestLimitExceeded', 'Too many requests.')
      const answer = answerOf(services, call, request)
      return failure === 'lost' ? 'broken' : answer
    },
  )
  return {
    proxyUrl: proxy.url,
    certificate: authority.certificate,
    envId,
    secretId,
    database,
    filePaths: files.paths,
    functions,
    environment,
    invocations,
    calls,
    fail: (action, failure, times = Infinity, after = 0) =>
      failures.set(action, { failure, left: times, after }),
    heal: () => failures.clear(),
    reset: () => {
      functions.clear()
      files.clear()
      Object.assign(environment, newEnvironment)
      invocations.clear()
      Object.assign(database, emptyDatabase())
      failures.clear()
      calls.length = 0
    },
    stop: () => proxy.stop(),
  }
}

function answerOf(
  services: Record<string, Record<string, Action>>,
  { service, action, parameters }: Call,
  request: Request,
): Answer | NoAnswer {
  if (!String(request.headers.authorization).includes(`Credential=${secretId}/`))
    return refused('AuthFailure.SecretIdNotFound', 'The SecretId is not found.')
  if (!isSigned(request, secretKey))
    return refused(
      'AuthFailure.SignatureFailure',
      'The provided credentials could not be validated.',
    )
  const act = services[service]?.[action]
  if (!act) return refused('InvalidAction', `There is no ${action} of ${service} here.`)
  try {
    return response(act(parameters))
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message)
    throw error
  }
}

const callOf = ({ host, headers, body }: Request): Call => ({
  service: host.split('.')[0] ?? '',
  action: String(headers['x-tc-action']),
  parameters: body.length === 0 ? {} : (JSON.parse(body.toString()) as Parameters),
})

/** Of the storage: what fails is refused, breaks off, or ends before all of it is there. */
function storageAnswer(answer: Answer, failure: Failure | undefined): Answer | NoAnswer {
  if (failure === undefined) return answer
  if (failure === 'silent' || failure === 'broken') return failure
  if (failure !== 'lost') return { status: 403, body: '' }
  const { length } = answer.body
  return {
    ...answer,
    headers: { ...answer.headers, 'content-length': String(length) },
    body: answer.body.slice(0, length / 2),
  }
}

/** What an upload has to know of the file that will be there. */
function uploadMetadata({ body }: Request): Answer {
  const { action, path } = JSON.parse(body.toString()) as { action: string; path: string }
  const data = { fileId: `cloud://${envId}/${path}`, cosFileId: path, token: '', url: '' }
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      action === 'storage.getUploadMetadata'
        ? { requestId: 'upload', data }
        : { code: 'INVALID_ACTION', message: `There is no ${action} here.` },
    ),
  }
}

let requests = 0
const response = (content: object): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ Response: { ...content, RequestId: `request-${(requests += 1)}` } }),
})
const refused = (Code: string, Message: string) => response({ Error: { Code, Message } })

const newEnvironment = {
  EnvId: envId,
  Alias: 'yidian',
  Status: 'NORMAL',
  Region: 'ap-shanghai',
  Source: 'miniapp',
  PackageId: 'baas_personal',
  PackageName: '个人版',
  Functions: [{ Namespace: envId, Region: 'ap-shanghai' }],
  Storages: [{ Bucket: `796f-${envId}-1250000000`, AppId: '1250000000', Region: 'ap-shanghai' }],
  Databases: [{ InstanceId: 'tnt-yidian', Status: 'RUNNING', Region: 'ap-shanghai' }],
  LogServices: [{ LogsetId: 'logset', TopicId: 'topic', LogsetName: 'tcb', TopicName: 'tcb' }],
}

function environmentActions(environment: typeof newEnvironment): Record<string, Action> {
  return {
    DescribeTcbAccountInfo: () => ({ AppId: '1250000000', Uin: '100000000001' }),
    DescribeEnvs: () => ({ EnvList: [environment], Total: 1 }),
    DescribeEnvInfo: () => ({
      EnvInfo: { EnvBaseInfo: environment, UserInfo: { AppId: '1250000000' } },
    }),
  }
}
