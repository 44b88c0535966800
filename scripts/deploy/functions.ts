import { setTimeout as sleep } from 'node:timers/promises'
import type { Cloud } from './cloud'
import { DeployError } from './deploy-error'

/** A function as it is online. */
export interface OnlineFunction {
  FunctionName: string
  Status: string
  StatusDesc?: string | null
  Runtime: string
  Handler?: string
  Timeout: number
  MemorySize: number
  Description?: string | null
  Environment?: { Variables?: { Key: string; Value: string }[] | null } | null
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string; Enable?: number }[] | null
}

const pageSize = 50
const longestWaits = 120

/** How the environment's functions are named in calls. */
export function namespaceOf({ info }: Cloud): string {
  const namespace = info.Functions?.[0]?.Namespace
  if (namespace === undefined)
    throw new DeployError(
      'The environment has no functions yet. Open their page in the console once.',
    )
  return namespace
}

/** Names of all functions. */
export async function listFunctions(cloud: Cloud): Promise<Set<string>> {
  const names = new Set<string>()
  for (;;) {
    const { Functions, TotalCount = 0 } = await cloud.call<{
      Functions?: { FunctionName: string }[] | null
      TotalCount?: number
    }>('scf', 'ListFunctions', {
      Namespace: namespaceOf(cloud),
      Limit: pageSize,
      Offset: names.size,
    })
    for (const { FunctionName } of Functions ?? []) names.add(FunctionName)
    if ((Functions ?? []).length === 0 || names.size >= TotalCount) return names
  }
}

/** One function that is there. */
export const readFunction = (cloud: Cloud, name: string): Promise<OnlineFunction> =>
  cloud.call<OnlineFunction>('scf', 'GetFunction', {
    FunctionName: name,
    Namespace: namespaceOf(cloud),
    ShowCode: 'FALSE',
  })

/** Resolves when the function serves again; Tencent Cloud takes no second change before. */
export async function untilActive(cloud: Cloud, name: string): Promise<void> {
  const { Status, StatusDesc } = await untilSettled(cloud, name)
  if (Status !== 'Active')
    throw new DeployError(
      `The function ${name} is ${Status}${StatusDesc ? `: ${StatusDesc}` : ''}. Its page in the ` +
        'console says more.',
    )
}

/** The function once nothing is being done to it; a change that failed is put right by the next. */
export async function untilSettled(cloud: Cloud, name: string): Promise<OnlineFunction> {
  for (let waits = 0; waits < longestWaits; waits += 1) {
    const online = await readFunction(cloud, name)
    if (online.Status === 'Active' || online.Status.endsWith('Failed')) return online
    await sleep(cloud.pauseMs)
  }
  throw new DeployError(`The function ${name} did not become active. Run the same command again.`)
}

/** The variables of a function, by name. */
export const onlineVariables = ({ Environment }: OnlineFunction): Record<string, string> =>
  Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))

const mostBytes = 4096

/** Throws where Tencent Cloud would refuse the variables of a function for their size. */
export function checkVariables(
  name: string,
  variables: Readonly<Record<string, string>>,
  whose = '',
): void {
  const bytes = Object.entries(variables).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  )
  if (bytes > mostBytes)
    throw new DeployError(`The variables of ${name} are ${bytes} bytes${whose}: over ${mostBytes}.`)
}

/** Variables as calls want them. */
export const variablesAs = (variables: Record<string, string>) => ({
  Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })),
})
