import { backUp, restore } from '../../../scripts/backup/back-up'
import { explain } from '../../../scripts/operate/run-script'
import type { DeployOutcome } from './deploy-runner'

/** One backup or restore, as the test asks for it. */
export interface BackupOrder {
  script: 'backup' | 'restore'
  words: string[]
}

// A process of its own, because which authorities Node believes is settled when it starts.
process.on('message', ({ script, words }: BackupOrder) => {
  const lines: string[] = []
  const work = { backup: backUp, restore }[script]
  void work(words, process.env, (line) => lines.push(line)).then(
    () => process.send?.({ code: 0, output: lines.join('\n') } satisfies DeployOutcome),
    (error: unknown) => process.send?.({ code: 1, output: explain(error) } satisfies DeployOutcome),
  )
})
process.on('disconnect', () => process.exit())
