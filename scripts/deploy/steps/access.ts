import { storageRule } from '../../../cloudfunctions/_kit/storage-rule'
import type { Step } from '../change'
import type { Cloud } from '../cloud'
import { isSameRule } from '../database'
import type { OnlineRule } from '../database'
import { DeployError } from '../deploy-error'

/** The bucket of the environment's storage. */
function bucketOf({ info }: Cloud): string {
  const bucket = info.Storages?.[0]?.Bucket
  if (bucket === undefined)
    throw new DeployError('The environment has no storage yet. Open its page in the console once.')
  return bucket
}

/** Files are seen by whom they are for and replaced by nobody else. Tencent Cloud takes minutes. */
export const storageStep = (cloud: Cloud): Step => ({
  title: 'storage rules',
  async changes() {
    const place = { EnvId: cloud.envId, Bucket: bucketOf(cloud) }
    const online = await cloud.call<OnlineRule>('tcb', 'DescribeStorageSafeRule', place)
    if (isSameRule(online, storageRule)) return []
    return [
      {
        says:
          `set the rule of files, ${online.AclTag ?? 'none'} until now: pictures are for all; ` +
          'proofs, invoices and sheets for who put them there; the rest for functions',
        apply: async () => {
          await cloud.call('tcb', 'ModifyStorageSafeRule', {
            ...place,
            AclTag: 'CUSTOM',
            Rule: JSON.stringify(storageRule),
          })
        },
      },
    ]
  },
})

/** Who may call which function; `*` stands for those that are not named. */
type FunctionRules = Record<string, { invoke?: unknown }>

const openByDefault = '*'

/**
 * Functions that only WeChat's platform calls are closed to pages. Rules about functions that are
 * not ours stay: the payment function of the Integration Center is closed by such a one.
 */
export const functionAccessStep = (cloud: Cloud, closed: readonly string[]): Step => ({
  title: 'function security rules',
  async changes() {
    const online = await readFunctionRules(cloud)
    const opened = Object.keys(online).length === 0 ? [openByDefault] : []
    const open = closed.filter((name) => online[name]?.invoke !== false)
    if (opened.length === 0 && open.length === 0) return []
    const rules: FunctionRules = { ...online }
    for (const name of opened) rules[name] = { invoke: true }
    for (const name of open) rules[name] = { invoke: false }
    return [
      {
        says: `close to pages: ${open.join(', ')}`,
        apply: async () => {
          await cloud.call('tcb', 'ModifySecurityRule', {
            EnvId: cloud.envId,
            ResourceType: 'FUNCTION',
            AclTag: 'CUSTOM',
            Rule: JSON.stringify(rules),
          })
        },
      },
    ]
  },
})

/** The rules of functions as they are online; none before somebody set them. */
export async function readFunctionRules(cloud: Cloud): Promise<FunctionRules> {
  const { Rule } = await cloud.call<OnlineRule>('tcb', 'DescribeSecurityRule', {
    EnvId: cloud.envId,
    ResourceType: 'FUNCTION',
  })
  if (typeof Rule !== 'string' || Rule.trim() === '') return {}
  try {
    return JSON.parse(Rule) as FunctionRules
  } catch {
    throw new DeployError(
      'The security rules of the functions are no JSON. Put them right in the console (functions, ' +
        'permissions), so that nothing of them is lost.',
    )
  }
}
