import type { Functions } from '../functions/functions'
import type { Invocation } from '../functions/invocation'
import { newNonce } from './pay-ledger'
import { requiredText } from './cloud-pay/parameters'
import { PayParameterError, PayRefusal } from './pay-refusal'

/** Who is paid: the mini program and the merchant that is bound to it. */
export interface Merchant {
  readonly appId: string
  readonly envId: string
  readonly subMchId: string
}

/** What a function gives to WeChat Pay, in snake case. */
export type PayRequest = Readonly<Record<string, unknown>>

/** One API of WeChat Pay, answered in snake case; throws PayRefusal or PayParameterError. */
export type PayApi = (request: PayRequest, invocation: Invocation) => object

/** The merchant's numbers and the mark of success, as every answer and notification starts. */
export function identityFields({ appId, subMchId }: Merchant): object {
  return {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    appid: 'wx0000000000local',
    mch_id: '1800000000',
    sub_appid: appId,
    sub_mch_id: subMchId,
    nonce_str: newNonce(),
  }
}

/** The merchant's number in a request; refused when it is another's. */
export function merchantIdOf(request: PayRequest, { subMchId }: Merchant): string {
  const wanted = requiredText(request, 'sub_mch_id')
  requiredText(request, 'nonce_str')
  if (wanted === subMchId) return wanted
  throw new PayRefusal('MCHID_NOT_EXIST', `商户号 ${wanted} 与小程序没有绑定`)
}

/** Where notifications go: a function of this environment that is there. */
export function callbackOf(request: PayRequest, { envId }: Merchant, functions: Functions): string {
  const functionName = requiredText(request, 'function_name')
  if (requiredText(request, 'env_id') !== envId) {
    throw new PayParameterError(`参数错误: env_id 不是当前环境 ${envId}`)
  }
  if (!functions.exists(functionName)) {
    throw new PayParameterError(`参数错误: 没有云函数 ${functionName}`)
  }
  return functionName
}
