import { appId } from '../start/project'
import { openCloud } from './cloud'
import type { Cloud } from './cloud'
import { DeployError } from './deploy-error'
import { readCredentials, readProxy } from './deploy-options'
import { chooseEnvironment } from './environment-file'
import type { ChosenEnvironment } from './environment-file'
import { readFunctions, wantedProject } from './project'
import type { ProjectPaths, WantedCollection, WantedMigration, WantedProject } from './project'

export interface DeploySurroundings {
  /** The environment of the process: keys and values for variables. */
  variables: Readonly<Record<string, string | undefined>>
  say(line: string): void
  /** What is deployed instead of this repository. */
  project?: ProjectPaths & {
    collections: readonly WantedCollection[]
    migrations?: readonly WantedMigration[]
  }
  environments?: string
  pauseMs?: number
  now?(): number
  /** Aborted by whoever wants a deploy to stop after the change it is at. */
  stop?: AbortSignal
}

/** An environment as it is online, and what should be there. */
export interface OpenedEnvironment {
  /** What `--env` said. */
  wish: string
  cloud: Cloud
  environment: ChosenEnvironment
  project: WantedProject
}

const defaultPauseMs = 1000

/**
 * Opens the environment that `--env` names, by an id or by the name of a file; `--as` names the
 * file for an id that none gives.
 */
export async function openEnvironment(
  { wish, as }: { wish: string; as: string | undefined },
  timeoutMs: number,
  { variables, project, environments, pauseMs = defaultPauseMs }: DeploySurroundings,
): Promise<OpenedEnvironment> {
  const environment = chooseEnvironment(wish, as, environments)
  checkVariableNames(environment, readFunctions(project))
  const { envId, region } = environment
  const proxy = readProxy(variables)
  const app = appId()
  const cloud = await openCloud({
    envId,
    region,
    credentials: readCredentials(variables),
    timeoutMs,
    pauseMs,
    ...(app === 'touristappid' ? {} : { appId: app }),
    ...(proxy === undefined ? {} : { proxy }),
  })
  const values = { ...environment.variables, ...withValue(variables), ENV_ID: envId }
  const wanted = project
    ? { ...wantedProject(values, project), ...declaredIn(project) }
    : wantedProject(values)
  return { wish, cloud, environment, project: wanted }
}

/** A misspelt name would be passed over in silence, and its value never arrive. */
function checkVariableNames(
  { name, variables }: ChosenEnvironment,
  functions: readonly { envVariables?: Record<string, string> }[],
): void {
  const text = functions.map(({ envVariables }) => JSON.stringify(envVariables ?? {})).join()
  const unknown = Object.keys(variables).filter((one) => !text.includes(`{{env.${one}}}`))
  if (unknown.length > 0)
    throw new DeployError(
      `environments/${name}.json gives ${unknown.join(', ')}, which no function of cloudbaserc.json reads.`,
    )
}

const declaredIn = ({
  collections,
  migrations = [],
}: NonNullable<DeploySurroundings['project']>) => ({
  collections,
  migrations,
})

/** A variable that is set to nothing does not hide the one in the file. */
const withValue = (variables: DeploySurroundings['variables']) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''))
