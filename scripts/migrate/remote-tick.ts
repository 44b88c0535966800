import type { MigrationAnswer } from '../../cloudfunctions/_kit/migrations/migrate-task'
import type { Cloud } from '../deploy/cloud'
import { DeployError } from '../deploy/deploy-error'
import { namespaceOf } from '../deploy/functions'
import type { CallTick } from './migrate-with'

interface Invocation {
  Result?: { RetMsg?: string; ErrMsg?: string; InvokeResult?: number; Log?: string }
}

/** Calls the function through the account's own interface, which no phone can. */
export const remoteTick =
  (cloud: Cloud): CallTick =>
  async (event) => {
    const { Result } = await cloud.call<Invocation>('scf', 'Invoke', {
      FunctionName: 'tick',
      Namespace: namespaceOf(cloud),
      ClientContext: JSON.stringify(event),
    })
    if (!Result || (Result.InvokeResult ?? 0) !== 0 || !Result.RetMsg)
      throw new DeployError(`tick did not do it: ${Result?.ErrMsg ?? 'it gave no answer'}`)
    return JSON.parse(Result.RetMsg) as MigrationAnswer
  }
