import type { DeployOptions } from './deploy-options'
import { hasDocuments, listCollections } from './database'
import { listFunctions, onlineVariables, readFunction } from './functions'
import type { OpenedEnvironment } from './open-environment'
import { outstandingMigrations } from './steps/migrations'

/** What is left to do after a deploy or a plan, each in one line. */
export async function notesOn(
  opened: OpenedEnvironment,
  { isPlan, migrate, owner }: Pick<DeployOptions, 'isPlan' | 'migrate' | 'owner'>,
): Promise<string[]> {
  const name = opened.environment.name
  const where = opened.wish
  return [
    ...(await unsetVariables(opened)).map(
      (variable) =>
        `Look: ${variable} has no value, neither here nor online, and nobody can pay without it. ` +
        (variable.endsWith('_KEY')
          ? 'Set it in the environment of this process.'
          : `Write it into environments/${name}.json.`),
    ),
    ...(owner === undefined && !(await hasStaff(opened))
      ? ['Look: nobody may work in the console yet. Deploy once with --owner OPENID.']
      : []),
    ...(migrate ? [] : await waiting(opened, where)),
    ...(isPlan ? [] : [`Next: npm run doctor -- --env ${where}`]),
  ]
}

const neededToPay: Readonly<Record<string, readonly string[]>> = {
  cloudPay: ['SUB_MCH_ID'],
  integrationCenter: ['PAYMENT_FUNCTION_URL', 'PAYMENT_FUNCTION_KEY'],
}

/** Variables of the function that takes payments which have no value anywhere. */
async function unsetVariables({ cloud, project }: OpenedEnvironment): Promise<string[]> {
  const [paying] = project.functions.filter(({ declared }) => declared.includes('PAYMENT_ADAPTER'))
  if (!paying) return []
  const online = (await listFunctions(cloud)).has(paying.name)
    ? onlineVariables(await readFunction(cloud, paying.name))
    : {}
  const values: Record<string, string> = { ...online, ...paying.variables }
  const needed = neededToPay[values['PAYMENT_ADAPTER'] ?? 'cloudPay'] ?? []
  return needed.filter((name) => (values[name] ?? '') === '')
}

async function hasStaff({ cloud, project }: OpenedEnvironment): Promise<boolean> {
  if (!project.collections.some(({ name }) => name === 'staff')) return true
  return (await listCollections(cloud)).has('staff') && (await hasDocuments(cloud, 'staff'))
}

async function waiting({ cloud, project }: OpenedEnvironment, where: string): Promise<string[]> {
  const outstanding = await outstandingMigrations(cloud, project.migrations)
  if (outstanding.length === 0) return []
  const ids = outstanding.map(({ id }) => id).join(', ')
  return [`Left undone: ${ids}. Next: npm run migrate -- --env ${where} --dry, then without --dry`]
}
