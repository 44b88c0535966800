import { runDoctor } from '../../../scripts/doctor/run-doctor'
import { runDeploy } from '../../../scripts/deploy/run-deploy'
import type { DeploySurroundings } from '../../../scripts/deploy/open-environment'

/** One deploy, as the test asks for it, or one look of the doctor. */
export interface DeployOrder {
  tool?: 'deploy' | 'doctor'
  words: string[]
  variables: Record<string, string>
  project: NonNullable<DeploySurroundings['project']>
  environments: string
  /** The AppID instead of the one in this repository. */
  appId?: string
}

export interface DeployOutcome {
  code: number
  output: string
}

// A process of its own, because which authorities Node believes is settled when it starts.
process.on('message', ({ tool, words, ...surroundings }: DeployOrder) => {
  const lines: string[] = []
  const run = tool === 'doctor' ? runDoctor : runDeploy
  void run(words, {
    ...surroundings,
    pauseMs: 2,
    say: (line) => lines.push(line),
  }).then((code) => process.send?.({ code, output: lines.join('\n') } satisfies DeployOutcome))
})
process.on('disconnect', () => process.exit())
