import { CloudFailure, cloudFailure } from './cloud-failure'
import { cloudApi, type CloudSession } from './settle-cloud'

interface InvokeAnswer {
  errCode?: number
  errMsg: string
  requestID?: string
  result?: unknown
}

/** `wx.cloud.callFunction` against the functions of the local cloud. */
export function callFunctionApi(session: CloudSession) {
  const { host } = session
  return cloudApi(
    session,
    'callFunction',
    { name: 'String!', data: 'Object', config: 'Object', slow: 'Boolean' },
    async ({ name, data }) => {
      const answer = await host.request<InvokeAnswer>(`/local/invoke/${encodeURIComponent(name)}`, {
        user: host.user,
        data: serialisable(data),
      })
      if (answer.errCode !== undefined && answer.errCode !== 0) {
        throw new CloudFailure(answer.errCode, answer.errMsg, answer.requestID)
      }
      return answer
    },
  )
}

function serialisable(data: unknown): unknown {
  try {
    JSON.stringify(data ?? {})
    return data ?? {}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw cloudFailure('callFunction', -401001, `parameter.data is not JSON: ${reason}`)
  }
}
