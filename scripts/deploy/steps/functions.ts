import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { DeployError } from '../deploy-error'
import {
  checkVariables,
  listFunctions,
  namespaceOf,
  onlineVariables,
  readFunction,
  untilActive,
  untilSettled,
  variablesAs,
} from '../functions'
import type { OnlineFunction } from '../functions'
import type { WantedFunction } from '../project'

export interface FunctionsOptions {
  /** Sends all code again, also where the same was sent last. */
  force: boolean
  /** Functions that may be deleted and made anew, because their runtime changes. */
  recreate: readonly string[]
}

/** Every function is there with its code, its limits and its variables. */
export const functionsStep = (
  cloud: Cloud,
  wanted: readonly WantedFunction[],
  options: FunctionsOptions,
): Step => ({
  title: 'functions',
  async changes() {
    const names = await listFunctions(cloud)
    const changes = await forEachOf(wanted, async (one) => {
      if (!names.has(one.name)) return [creation(cloud, one)]
      const online = await readFunction(cloud, one.name)
      const { Status } = online
      const isWished = Status.endsWith('Failed') && options.recreate.includes(one.name)
      if (Status === 'CreateFailed' || isWished) return [recreation(cloud, one, online)]
      if (online.Runtime !== one.runtime) return [newRuntime(cloud, one, online, options)]
      return updates(cloud, one, online, options)
    })
    return changes.flat()
  },
})

/** What the code online was made of stands in the description, which nothing else uses. */
const descriptionOf = (one: WantedFunction) => `yidian ${one.code().fingerprint}`

function creation(cloud: Cloud, one: WantedFunction): Change {
  return {
    says: `create function ${one.name} (${one.runtime}, ${namesOf(one.variables)})`,
    apply: () => create(cloud, one, one.variables),
  }
}

async function create(
  cloud: Cloud,
  one: WantedFunction,
  variables: Record<string, string>,
): Promise<void> {
  const [logs] = cloud.info.LogServices ?? []
  await cloud.call('scf', 'CreateFunction', {
    FunctionName: one.name,
    Namespace: namespaceOf(cloud),
    Handler: one.handler,
    Runtime: one.runtime,
    Timeout: one.timeout,
    MemorySize: one.memorySize,
    InstallDependency: 'FALSE',
    Role: 'TCB_QcsRole',
    Stamp: 'MINI_QCBASE',
    Description: descriptionOf(one),
    ...(logs ? { ClsLogsetId: logs.LogsetId, ClsTopicId: logs.TopicId } : {}),
    ...(Object.keys(variables).length > 0 ? { Environment: variablesAs(variables) } : {}),
    Code: { ZipFile: one.code().zip.toString('base64') },
  })
  await untilActive(cloud, one.name)
}

/** The runtime cannot be changed on a function that is there. */
function newRuntime(
  cloud: Cloud,
  one: WantedFunction,
  online: OnlineFunction,
  { recreate }: FunctionsOptions,
): Change {
  if (recreate.includes(one.name)) return recreation(cloud, one, online)
  return {
    says: `function ${one.name} runs on ${online.Runtime}, not ${one.runtime}: it has to be made anew`,
    apply: () => {
      throw new DeployError(
        `Tencent Cloud changes no runtime: ${one.name} has to be deleted and made anew, and cannot ` +
          `be called for some seconds. If that is fine now: --recreate ${one.name}`,
      )
    },
  }
}

/** Its variables are taken along. */
function recreation(cloud: Cloud, one: WantedFunction, online: OnlineFunction): Change {
  return {
    says: `delete function ${one.name} (${online.Status}, ${online.Runtime}) and create it anew`,
    apply: async () => {
      await cloud.call('scf', 'DeleteFunction', {
        FunctionName: one.name,
        Namespace: namespaceOf(cloud),
      })
      await create(cloud, one, { ...onlineVariables(online), ...one.variables })
    },
  }
}

function updates(
  cloud: Cloud,
  one: WantedFunction,
  online: OnlineFunction,
  { force }: FunctionsOptions,
): Change[] {
  const description = descriptionOf(one)
  const isBroken = online.Status.endsWith('Failed')
  const isOtherHandler = online.Handler !== undefined && online.Handler !== one.handler
  const isOtherCode = force || isBroken || isOtherHandler || online.Description !== description
  const settings = settingChanges(one, online)
  if (!isOtherCode && settings.length === 0) return []
  const place = { FunctionName: one.name, Namespace: namespaceOf(cloud) }
  const sendCode: Change = {
    says: `update code of ${one.name}${isBroken ? `, which is ${online.Status}` : ''}`,
    apply: async () => {
      await untilSettled(cloud, one.name)
      await cloud.call('scf', 'UpdateFunctionCode', {
        ...place,
        Handler: one.handler,
        InstallDependency: 'FALSE',
        Code: { ZipFile: one.code().zip.toString('base64') },
      })
      await untilActive(cloud, one.name)
    },
  }
  const variables = { ...onlineVariables(online), ...one.variables }
  checkVariables(one.name, variables, ', those that were set online included')
  const sendSettings: Change = {
    says: `update settings of ${one.name}: ${settings.join(', ') || 'what it was made of'}`,
    apply: async () => {
      await untilActive(cloud, one.name)
      await cloud.call('scf', 'UpdateFunctionConfiguration', {
        ...place,
        Timeout: one.timeout,
        MemorySize: one.memorySize,
        // Written after the code: a deploy that stops between the two sends the code again.
        Description: description,
        ...(Object.keys(variables).length > 0 ? { Environment: variablesAs(variables) } : {}),
      })
      await untilActive(cloud, one.name)
    },
  }
  return isOtherCode ? [sendCode, sendSettings] : [sendSettings]
}

/** In words and without the values of variables, some of which are secret. */
function settingChanges(one: WantedFunction, online: OnlineFunction): string[] {
  const there = onlineVariables(online)
  return [
    ...(online.Timeout === one.timeout ? [] : [`timeout ${online.Timeout} → ${one.timeout} s`]),
    ...(online.MemorySize === one.memorySize
      ? []
      : [`memory ${online.MemorySize} → ${one.memorySize} MB`]),
    ...Object.entries(one.variables)
      .filter(([name, value]) => there[name] !== value)
      .map(([name]) => `${name in there ? 'new value of' : 'variable'} ${name}`),
  ]
}

const namesOf = (variables: Record<string, string>) =>
  Object.keys(variables).length === 0
    ? 'no variables'
    : `variables ${Object.keys(variables).join(', ')}`
