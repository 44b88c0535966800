import {
  chooseEnvironment,
  environmentNames,
  readEnvironmentFile,
} from '../../deploy/environment-file'
import type { EnvironmentFile } from '../../deploy/environment-form'
import { DeployError } from '../../deploy/deploy-error'
import { readFunctions } from '../../deploy/project'
import { error, ok } from '../finding'
import type { Finding } from '../finding'
import { givenTemplateFindings } from './templates'

/** Which version of the mini program a message opens; WeChat knows no other. */
const states = ['developer', 'trial', 'formal']
const adapters = ['cloudPay', 'integrationCenter']

/** The files of the environments: of one when it is asked for, else of all. */
export function checkEnvironmentFiles(
  wish: string | undefined,
  folder?: string,
  as?: string,
): Finding[] {
  try {
    const names = wish === undefined ? environmentNames(folder) : [nameOf(wish, as, folder)]
    const findings = names.flatMap((name) =>
      environmentFindings(name, readEnvironmentFile(name, folder), knownVariables()),
    )
    return findings.some(({ level }) => level !== 'ok')
      ? findings
      : [ok(`environments ${names.join(', ')}: no secret, every variable known`), ...findings]
  } catch (problem) {
    if (problem instanceof DeployError) return [error(problem.message, 'correct the file')]
    if (problem instanceof SyntaxError)
      return [error(`an environment file is no JSON: ${problem.message}`, 'correct it')]
    throw problem
  }
}

const nameOf = (wish: string, as: string | undefined, folder: string | undefined) =>
  environmentNames(folder).includes(wish) ? wish : chooseEnvironment(wish, as, folder).name

const knownVariables = (): Set<string> =>
  new Set(readFunctions().flatMap(({ envVariables = {} }) => Object.keys(envVariables)))

/** What one file says that nothing understands. */
export function environmentFindings(
  name: string,
  { region, variables, templates }: EnvironmentFile,
  known: ReadonlySet<string>,
): Finding[] {
  const file = `environments/${name}.json`
  const allowed: [variable: string, values: readonly string[]][] = [
    ['MINIPROGRAM_STATE', states],
    ['PAYMENT_ADAPTER', adapters],
  ]
  return [
    ...(region === ''
      ? [error(`${file} names no region`, 'write ap-shanghai, or where it is')]
      : []),
    ...Object.keys(variables)
      .filter((variable) => !known.has(variable))
      .map((variable) =>
        error(`${file} gives ${variable}, which no function reads`, 'correct or remove it'),
      ),
    ...allowed
      .filter(
        ([variable, values]) =>
          variable in variables && !values.includes(variables[variable] ?? ''),
      )
      .map(([variable, values]) =>
        error(
          `${file}: ${variable} is "${variables[variable] ?? ''}"`,
          `write one of ${values.join(', ')}`,
        ),
      ),
    ...givenTemplateFindings(templates, file),
  ]
}
