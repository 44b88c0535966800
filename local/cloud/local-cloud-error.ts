export type LocalCloudErrorCode =
  | 'BAD_OPTION'
  | 'BAD_PORT'
  | 'PORT_IN_USE'
  | 'DATA_IN_USE'
  | 'DATA_CORRUPT'
  | 'DATA_NOT_WRITABLE'
  | 'FUNCTIONS_MISSING'

/** A failure of the local cloud itself, with one sentence of advice on what to do about it. */
export class LocalCloudError extends Error {
  override readonly name = 'LocalCloudError'

  constructor(
    readonly code: LocalCloudErrorCode,
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
