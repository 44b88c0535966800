/** A refusal of WeChat Pay: the request was understood, and `errCode` says why it is not done. */
export class PayRefusal extends Error {
  override readonly name = 'PayRefusal'

  constructor(
    readonly errCode: string,
    readonly description: string,
  ) {
    super(`${errCode}: ${description}`)
  }
}

/** A request that WeChat Pay does not take at all: a parameter is missing or malformed. */
export class PayParameterError extends Error {
  override readonly name = 'PayParameterError'
}
