/** A failure of `wx.cloud` as the mini program receives it: an Error with `errCode` and `errMsg`. */
export class CloudFailure extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
    readonly requestID?: string,
  ) {
    super(errMsg)
    this.name = 'CloudSDKError'
  }
}

/** The text WeChat gives when a cloud API fails before or outside the service. */
export function cloudFailure(api: string, errCode: number, reason: string): CloudFailure {
  return new CloudFailure(
    errCode,
    `cloud.${api}:fail Error: errCode: ${errCode}  | errMsg: ${reason}`,
  )
}

/** What a phone without network answers to every cloud API. */
export function offlineFailure(api: string): CloudFailure {
  return cloudFailure(api, -1, 'network request failed: net::ERR_INTERNET_DISCONNECTED')
}
