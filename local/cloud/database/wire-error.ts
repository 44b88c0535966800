/** The codes of the cloud's database gateway; the SDK maps each to its errCode. */
export type WireErrorCode =
  | 'INVALID_PARAM'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_PERMISSION_DENIED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'

/** A refusal that travels to the SDK as `{code, message}` with HTTP 200. */
export class WireError extends Error {
  override readonly name = 'WireError'

  constructor(
    readonly code: WireErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** The refusal of a query, update or document that the database cannot take. */
export function requestFailed(reason: string): WireError {
  return new WireError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)
}

/** The refusal of a malformed request. */
export function invalidParam(reason: string): WireError {
  return new WireError('INVALID_PARAM', `[InvalidParameter] ${reason}`)
}
