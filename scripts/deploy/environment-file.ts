import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../paths'
import { DeployError, UsageError } from './deploy-error'
import { readForm } from './environment-form'
import type { EnvironmentFile } from './environment-form'
import { secretName } from './without-secrets'

const environmentsFolder = path.join(projectRoot, 'environments')

/** The names of the environment files, `production` and the like. */
export const environmentNames = (folder = environmentsFolder): string[] =>
  fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()

/** One environment file; refuses one that holds a secret. */
export function readEnvironmentFile(name: string, folder = environmentsFolder): EnvironmentFile {
  const file = path.join(folder, `${name}.json`)
  const environment = readForm(fs.readFileSync(file, 'utf8'), `environments/${name}.json`)
  for (const [variable, value] of Object.entries(environment.variables)) {
    if (secretName.test(variable) && value !== '')
      throw new DeployError(
        `environments/${name}.json gives ${variable}, which is a secret: take it out of the file ` +
          'and out of the history of the repository, and set it in the environment of the process.',
      )
  }
  return environment
}

export interface ChosenEnvironment extends EnvironmentFile {
  name: string
  /** Whether a file gives the id, or another stands in for one. */
  isNamed: boolean
}

/**
 * The environment that `--env` names: by the name of its file, or by an id that one of the files
 * gives. For an id that none of them gives, the file that `--as` names says the rest.
 */
export function chooseEnvironment(
  wish: string,
  as: string | undefined,
  folder = environmentsFolder,
): ChosenEnvironment {
  const names = environmentNames(folder)
  if (names.includes(wish)) {
    const environment = readEnvironmentFile(wish, folder)
    if (environment.envId === '')
      throw new UsageError(
        `environments/${wish}.json has no envId yet. Make an environment in the Cloud Development ` +
          'console of WeChat DevTools and write its id there, or give the id itself: --env ENV_ID.',
      )
    const { envId } = environment
    onlyOne(namesOf(envId, names, folder), envId)
    return { ...environment, name: wish, isNamed: true }
  }
  if (!/^[a-z][a-z0-9-]{2,60}$/.test(wish))
    throw new UsageError(`"${wish}" is neither an environment id nor one of: ${names.join(', ')}.`)
  const named = onlyOne(namesOf(wish, names, folder), wish)
  const name = named ?? as
  if (name === undefined)
    throw new UsageError(
      `No file in environments/ gives the id ${wish}. Is it one of ${names.join(', ')}, ` +
        'misspelt? Else write the id into its file, or say which file to go by: --as NAME.',
    )
  if (!names.includes(name))
    throw new UsageError(`--as ${name}: that is none of: ${names.join(', ')}.`)
  return { ...readEnvironmentFile(name, folder), name, envId: wish, isNamed: named !== undefined }
}

const namesOf = (envId: string, names: readonly string[], folder: string) =>
  names.filter((name) => readEnvironmentFile(name, folder).envId === envId)

/** Two files for one environment would take turns in changing it. */
function onlyOne(names: readonly string[], envId: string): string | undefined {
  if (names.length > 1)
    throw new UsageError(
      `${names.map((name) => `environments/${name}.json`).join(' and ')} both give ${envId}: each ` +
        'environment has one file. Write into the other what is its own.',
    )
  return names[0]
}
