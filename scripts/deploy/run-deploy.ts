import { BuildError } from '../build/build-error'
import { FunctionsBuilder } from '../build/build-functions'
import { adviceOn } from './advice'
import { carryOut } from './carry-out'
import type { Tally } from './carry-out'
import type { Step } from './change'
import { DeployError, UsageError } from './deploy-error'
import { readDeployOptions } from './deploy-options'
import type { DeployOptions } from './deploy-options'
import { takeLease } from './lease'
import { notesOn } from './notes'
import { openEnvironment } from './open-environment'
import type { DeploySurroundings, OpenedEnvironment } from './open-environment'
import { ownerOf } from './owner'
import { repository } from './project'
import type { WantedProject } from './project'
import { functionAccessStep, storageStep } from './steps/access'
import { collectionsStep, rulesStep } from './steps/collections'
import { firstDocuments, firstDocumentsStep } from './steps/first-documents'
import { functionsStep } from './steps/functions'
import { indexesStep, replacedIndexesStep } from './steps/indexes'
import { migrationsStep } from './steps/migrations'
import { timersStep } from './steps/timers'
import { withoutSecrets } from './without-secrets'

/**
 * `npm run deploy`: brings online what differs, and nothing else. Answers the exit code: 0 when all of
 * it is online, or, with `--plan`, when the differences could be told. A run that stopped can simply
 * be run again.
 */
export async function runDeploy(
  words: readonly string[],
  surroundings: DeploySurroundings,
): Promise<number> {
  const { variables, now = Date.now, stop = new AbortController().signal } = surroundings
  const say = withoutSecrets(surroundings.say, variables)
  const tally: Tally = { found: 0, made: 0, begun: '' }
  try {
    const options = readDeployOptions(words, variables)
    const { environment: wish, as, timeoutMs } = options
    const opened = await openEnvironment({ wish, as }, timeoutMs, surroundings)
    const { cloud, environment } = opened
    const { isPlan, isTakeOver } = options
    say(`${isPlan ? 'A plan for' : 'Deploying to'} ${cloud.envId}, ${saidBy(environment)}`)
    checkNames(options.recreate, opened.project)
    const steps = await wantedSteps(opened, surroundings, options)
    const lease = () => takeLease(cloud, { owner: ownerOf(variables), now, isTakeOver })
    await carryOut(steps, { isPlan, say, takeLease: lease, stop }, tally)
    say(summaryOf(tally, isPlan))
    for (const note of await notesOn(opened, options)) say(note)
    return 0
  } catch (error) {
    say(explain(error, tally))
    return 1
  }
}

type StepOptions = Pick<DeployOptions, 'force' | 'recreate' | 'owner' | 'migrate'>
const plain: StepOptions = { force: false, recreate: [], owner: undefined, migrate: true }

/**
 * The parts of a deploy, what is sent already built. In this order: what functions stand on is there,
 * and closed, before they are; documents change when the functions that know both forms are online, and
 * what only the functions of before needed goes last.
 */
export async function wantedSteps(
  { cloud, environment, project }: OpenedEnvironment,
  surroundings: Pick<DeploySurroundings, 'project'>,
  options: StepOptions = plain,
): Promise<Step[]> {
  if (!surroundings.project) await build()
  const { collections, functions, closedFunctions, migrations } = project
  return [
    collectionsStep(cloud, collections),
    indexesStep(cloud, collections),
    rulesStep(cloud, collections),
    storageStep(cloud),
    functionAccessStep(cloud, closedFunctions),
    functionsStep(cloud, functions, options),
    timersStep(cloud, functions),
    firstDocumentsStep(cloud, firstDocuments(environment, options.owner, Date.now())),
    ...(options.migrate ? [migrationsStep(cloud, migrations)] : []),
    replacedIndexesStep(cloud, collections),
  ]
}

async function build(): Promise<void> {
  const builder = new FunctionsBuilder(true, repository.functionsOutput)
  try {
    await builder.build()
  } finally {
    await builder.stop()
  }
}

/** A misspelt name would be passed over, and the function stay as it is. */
function checkNames(recreate: readonly string[], { functions }: WantedProject): void {
  const names = functions.map(({ name }) => name)
  const unknown = recreate.filter((name) => !names.includes(name))
  if (unknown.length > 0)
    throw new UsageError(`${unknown.join(', ')} is no function of ours: ${names.join(', ')}.`)
}

const saidBy = ({ name, isNamed }: OpenedEnvironment['environment']) =>
  `with environments/${name}.json${isNamed ? '' : ', as no file there gives this id'}`

function summaryOf({ found }: Tally, isPlan: boolean): string {
  if (found === 0) return 'Nothing to change.'
  const changes = counted(found)
  return isPlan
    ? `${changes}, none made. Without --plan they are made in this order.`
    : `${changes} made; what else is online was as it should be, or is not ours, and stays.`
}

function explain(error: unknown, { made, begun }: Tally): string {
  if (error instanceof UsageError || error instanceof BuildError) return error.message
  if (!(error instanceof DeployError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const where =
    begun === ''
      ? `Stopped with ${made === 0 ? 'nothing changed' : `${counted(made)} made, which stay`}`
      : `Stopped at: ${begun}. ${made === 0 ? 'Nothing was' : `${counted(made)}`} made before it`
  return [error.message, ...adviceOn(error), `${where}; run the same command again to go on.`].join(
    '\n',
  )
}

const counted = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
