import { CallError } from './deploy-error'

/** What helps against refusals that developers meet, by the beginning of Tencent Cloud's code. */
const advice: readonly (readonly [code: RegExp, what: string])[] = [
  [
    /^AuthFailure/,
    'The key is not accepted: compare TENCENT_SECRET_ID and TENCENT_SECRET_KEY with ' +
      'console.cloud.tencent.com/cam/capi, and the clock of this machine with the right time.',
  ],
  [
    /^UnauthorizedOperation/,
    'The key may not do this: give it the policies QcloudTCBFullAccess and QcloudSCFFullAccess.',
  ],
  [
    /^(LimitExceeded|ResourceInsufficient|ResourcesSoldOut)|Quota|Insufficient/i,
    'The package of the environment has no more room for it: take a larger one in the Cloud ' +
      'Development console, or delete there what is not needed.',
  ],
  [
    /^RequestLimitExceeded/,
    'Tencent Cloud takes no more calls for now: wait a minute, or see who else uses this account.',
  ],
]

const unanswered =
  'Nothing came back. Look at the network and at HTTPS_PROXY; a call that takes long by nature ' +
  'gets more time with --timeout SECONDS. Whether it was done is looked at by the next run.'

/** What to do about an error, in one sentence; none where the error says it itself. */
export function adviceOn(error: Error): string[] {
  if (!(error instanceof CallError)) return []
  if (error.code === '') return [unanswered]
  const found = advice.find(([code]) => code.test(error.code))
  return found ? [found[1]] : []
}
