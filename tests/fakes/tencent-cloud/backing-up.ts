import { fork } from 'node:child_process'
import path from 'node:path'
import type { BackupOrder } from './backup-runner'
import type { DeployOutcome } from './deploy-runner'

/** A process that backs up and restores as often as it is asked to. */
export function startBackupRunner(variables: Record<string, string>) {
  const child = fork(path.join(__dirname, 'backup-runner.ts'), {
    execArgv: ['--import', 'tsx'],
    env: variables,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    run(order: BackupOrder): Promise<DeployOutcome> {
      return new Promise((resolve, reject) => {
        const gone = () => reject(new Error('the process ended'))
        child.once('exit', gone)
        child.once('message', (outcome) => {
          child.off('exit', gone)
          resolve(outcome as DeployOutcome)
        })
        child.send(order)
      })
    },
    /** As the machine does that runs out of memory: nothing is tidied up. */
    kill: () => child.kill('SIGKILL'),
    stop: () => child.disconnect(),
  }
}
