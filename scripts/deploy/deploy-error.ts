/** What stops a deploy, in words that say what to do; nothing that was done before is undone. */
export class DeployError extends Error {
  override readonly name = 'DeployError'
}

/** A mistake in the command line or the process's environment, with what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Tencent Cloud refused a call or was not reached. */
export class CallError extends DeployError {
  constructor(
    readonly action: string,
    /** Tencent Cloud's code, such as `AuthFailure.SecretIdNotFound`; empty when nothing answered. */
    readonly code: string,
    message: string,
  ) {
    super(code === '' ? `${action}: ${message}` : `${action}: ${code}: ${message}`)
  }
}
