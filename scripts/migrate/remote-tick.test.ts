import { expect, test } from '@jest/globals'
import type { Cloud } from '../deploy/cloud'
import { remoteTick } from './remote-tick'

/** An environment whose function `tick` ends like this. */
function online(result: unknown) {
  const asked: unknown[] = []
  const cloud: Cloud = {
    envId: 'shop-1',
    appId: undefined,
    info: { EnvId: 'shop-1', Status: 'NORMAL', Functions: [{ Namespace: 'shop-1' }] },
    timeoutMs: 1000,
    pauseMs: 0,
    call: <T>(service: string, action: string, parameters: object) => {
      asked.push([service, action, parameters])
      return Promise.resolve(result as T)
    },
  }
  return { cloud, asked }
}

test('the function is called through the account, with what is wanted of it', async () => {
  const { cloud, asked } = online({ Result: { InvokeResult: 0, RetMsg: '{"kind":"unknown"}' } })
  expect(await remoteTick(cloud)({ task: 'migrate', dry: '0001-a' })).toEqual({ kind: 'unknown' })
  expect(asked).toEqual([
    [
      'scf',
      'Invoke',
      {
        FunctionName: 'tick',
        Namespace: 'shop-1',
        ClientContext: '{"task":"migrate","dry":"0001-a"}',
      },
    ],
  ])
})

test.each([
  [{ Result: { InvokeResult: 1, ErrMsg: 'Invoking task timed out', RetMsg: '' } }, 'timed out'],
  [{ Result: { InvokeResult: 0 } }, 'no answer'],
  [{}, 'no answer'],
])('a call that failed is told in its words: %j', async (result, words) => {
  await expect(remoteTick(online(result).cloud)({ task: 'migrate' })).rejects.toThrow(words)
})
