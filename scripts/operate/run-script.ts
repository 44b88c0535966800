import { LocalCloudError } from '../../local/cloud/local-cloud-error'
import { BackupError } from '../backup/backup-error'
import { BuildError } from '../build/build-error'
import { DeployError, UsageError } from '../deploy/deploy-error'

/** Runs an operator's script: what it throws is said in words and makes the exit code 1. */
export function runScript(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(explain(error))
      process.exit(1)
    },
  )
}

/** What an operator is told of an error: words where there are any, else where it happened. */
export function explain(error: unknown): string {
  if (error instanceof LocalCloudError) return `${error.message}\n${error.advice}`
  const isSaid = [UsageError, DeployError, BackupError, BuildError].some(
    (kind) => error instanceof kind,
  )
  if (isSaid) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
