import { BuildError } from '../build/build-error'
import { adviceOn } from '../deploy/advice'
import { CallError, DeployError, UsageError } from '../deploy/deploy-error'
import { openEnvironment } from '../deploy/open-environment'
import type { DeploySurroundings } from '../deploy/open-environment'
import { wantedSteps } from '../deploy/run-deploy'
import { withoutSecrets } from '../deploy/without-secrets'
import { checkEnvironmentFiles } from './checks/environments'
import { checkFunctions, checkRoom } from './checks/functions-online'
import { checkDifferences, checkEnvironment, checkPayment, checkTemplates } from './checks/online'
import { checkPermissions } from './checks/permissions'
import { checkPrivacy } from './checks/privacy'
import { checkMachine, checkProject, checkSizes } from './checks/project'
import { appId } from '../start/project'
import { readDoctorOptions } from './doctor-options'
import type { DoctorOptions } from './doctor-options'
import { estimateCost } from './estimate-cost'
import { error } from './finding'
import type { Finding, Group } from './finding'
import { countFindings, printReport } from './report'

interface DoctorSurroundings extends DeploySurroundings {
  /** Instead of the one in `project.config.json`. */
  appId?: string
}

/**
 * `npm run doctor`: everything that can be known before customers meet it, each finding with what to do.
 * Answers the exit code: 1 when something has to be put right. Changes nothing.
 */
export async function runDoctor(
  words: readonly string[],
  surroundings: DoctorSurroundings,
): Promise<number> {
  const say = withoutSecrets(surroundings.say, surroundings.variables)
  try {
    const options = readDoctorOptions(words, surroundings.variables)
    const groups = await lookAtAll(options, surroundings)
    if (options.json) say(JSON.stringify({ groups, cost: estimateCost(options) }, null, 2))
    else printReport(groups, options, say)
    return countFindings(groups).error === 0 ? 0 : 1
  } catch (problem) {
    say(explain(problem))
    return 1
  }
}

async function lookAtAll(
  { env, as, sizes, onlyOnline }: DoctorOptions,
  surroundings: DoctorSurroundings,
): Promise<Group[]> {
  const isOnline = env !== undefined
  const app = surroundings.appId ?? appId()
  const online = isOnline ? await onlineGroups({ wish: env, as }, surroundings) : []
  if (onlyOnline) return online
  return [
    { title: 'This machine', findings: checkMachine(surroundings.variables, isOnline) },
    {
      title: 'The project',
      findings: [
        ...checkProject(app, isOnline),
        ...checkEnvironmentFiles(env, surroundings.environments, as),
      ],
    },
    { title: 'Privacy', findings: await checkPrivacy() },
    ...(sizes ? [{ title: 'Sizes', findings: await checkSizes() }] : []),
    ...online,
    { title: 'Allowed by WeChat', findings: await checkPermissions() },
  ]
}

const callTimeoutMs = 60_000

async function onlineGroups(
  { wish, as }: { wish: string; as: string | undefined },
  surroundings: DeploySurroundings,
): Promise<Group[]> {
  const groups: Group[] = []
  const deploy = `npm run deploy -- --env ${wish}${as === undefined ? '' : ` --as ${as}`}`
  const add = async (title: string, findings: () => Promise<Finding[]> | Finding[]) =>
    void groups.push({ title, findings: await findings() })
  try {
    const opened = await openEnvironment({ wish, as }, callTimeoutMs, surroundings)
    const { cloud, project, environment } = opened
    const isForCustomers = environment.name === 'production'
    await add('The environment', async () => [
      ...checkEnvironment(cloud),
      ...(await checkRoom(cloud, project)),
      ...(await checkFunctions(cloud, project, deploy)),
    ])
    await add('Payment and access', () => checkPayment(cloud, project, { deploy, isForCustomers }))
    await add('Messages', () => checkTemplates(cloud, deploy))
    await add('Online against here', async () =>
      checkDifferences(await wantedSteps(opened, surroundings), deploy),
    )
  } catch (problem) {
    if (!(problem instanceof DeployError || problem instanceof UsageError)) throw problem
    groups.push({ title: 'Online', findings: [error(problem.message, adviceFor(problem))] })
  }
  return groups
}

function adviceFor(problem: DeployError | UsageError): string {
  if (!(problem instanceof CallError)) return 'put that right and look again'
  if (problem.code === '') return 'nothing came back: look at the network and at HTTPS_PROXY'
  const [advice] = adviceOn(problem)
  return (
    advice ?? 'look again in a minute; if it stays, see the page of the environment in the console'
  )
}

function explain(problem: unknown): string {
  const isExpected =
    problem instanceof UsageError || problem instanceof DeployError || problem instanceof BuildError
  if (isExpected) return problem.message
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}
