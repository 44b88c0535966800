import type { Functions } from '../../functions/functions'
import { WireRefusal, stringField } from '../../gateway/wire'
import type { WireAction } from '../../gateway/wire'
import { identityFields } from '../merchant'
import type { Merchant, PayApi } from '../merchant'
import type { PayFaults } from '../pay-faults'
import { PayParameterError, PayRefusal } from '../pay-refusal'

/** `cloud.cloudPay.*`: answers and refusals in the form of APIv2, as JSON in snake case. */
export function payAction(
  apis: Readonly<Record<string, PayApi>>,
  merchant: Merchant,
  functions: Functions,
  faults: PayFaults,
): WireAction {
  return (request) => {
    const invocation = functions.running(request.wxCloudApiToken ?? '')
    if (!invocation) {
      throw new WireRefusal('INVALID_REQUEST_SOURCE', 'cloudPay works inside a running function')
    }
    const name = stringField(request, 'apiName')
    const api = apis[name]
    if (!api) throw new WireRefusal('INVALID_PARAM', `the local cloud has no cloudPay.${name}`)
    const given = JSON.parse(String(request['requestData'])) as Record<string, unknown>
    const fault = faults.next()
    const answer = perform(() => {
      if (fault === 'busy') throw new PayRefusal('SYSTEMERROR', '系统繁忙，请稍后再试')
      return api(given, invocation)
    }, merchant)
    if (fault === 'lost') throw new WireRefusal('REQUEST_TIMEOUT', 'WeChat Pay did not answer')
    return { bytes: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' }
  }
}

function perform(work: () => object, merchant: Merchant): object {
  try {
    return { ...identityFields(merchant), return_msg: 'OK', sign: 'LOCAL', ...work() }
  } catch (error) {
    if (error instanceof PayParameterError) {
      return { return_code: 'FAIL', return_msg: error.message }
    }
    if (!(error instanceof PayRefusal)) throw error
    return {
      ...identityFields(merchant),
      return_msg: 'OK',
      result_code: 'FAIL',
      err_code: error.errCode,
      err_code_des: error.description,
    }
  }
}
