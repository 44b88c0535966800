/** A refusal of API v3: an HTTP status with WeChat Pay's code and words. */
export class V3Refusal extends Error {
  override readonly name = 'V3Refusal'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly words: string,
  ) {
    super(`${code}: ${words}`)
  }
}
