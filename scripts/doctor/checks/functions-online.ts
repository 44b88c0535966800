import { listFunctions, readFunction } from '../../deploy/functions'
import type { OnlineFunction } from '../../deploy/functions'
import type { Cloud } from '../../deploy/cloud'
import { listCollections, listIndexes } from '../../deploy/database'
import { forEachOf } from '../../deploy/change'
import type { WantedFunction, WantedProject } from '../../deploy/project'
import { error, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { quotas } from '../quotas'

/** Functions serve, on the runtime they were made for. */
export async function checkFunctions(
  cloud: Cloud,
  { functions }: WantedProject,
  deploy: string,
): Promise<Finding[]> {
  const names = await listFunctions(cloud)
  const missing = functions.filter(({ name }) => !names.has(name))
  const there = functions.filter(({ name }) => names.has(name))
  const findings = await forEachOf(there, async (one) =>
    functionFindings(one, await readFunction(cloud, one.name), deploy),
  )
  const found = [
    ...(missing.length === 0
      ? []
      : [error(`not online: ${missing.map(({ name }) => name).join(', ')}`, deploy)]),
    ...findings.flat(),
  ]
  return found.length > 0 ? found : [ok(`${there.length} functions serve, on ${runtimesOf(there)}`)]
}

const runtimesOf = (functions: readonly WantedFunction[]) =>
  [...new Set(functions.map(({ runtime }) => runtime))].join(', ')

/** What keeps one function from serving as it should. */
function functionFindings(
  { name, runtime }: Pick<WantedFunction, 'name' | 'runtime'>,
  { Runtime, Status, StatusDesc }: OnlineFunction,
  deploy: string,
): Finding[] {
  return [
    ...(Status === 'Active'
      ? []
      : [
          error(
            `${name} is ${Status}${StatusDesc ? `: ${StatusDesc}` : ''}`,
            Status.endsWith('Failed') ? deploy : 'wait a minute and look again',
          ),
        ]),
    ...(Runtime === runtime
      ? []
      : [error(`${name} runs on ${Runtime}, not ${runtime}`, `${deploy} --recreate ${name}`)]),
  ]
}

/** Room for what a deploy would add to what is online, ours or not. */
export async function checkRoom(
  cloud: Cloud,
  { functions, collections }: WantedProject,
): Promise<Finding[]> {
  const names = await listFunctions(cloud)
  const tables = await listCollections(cloud)
  const withAll = (there: ReadonlySet<string>, wanted: readonly { name: string }[]) =>
    new Set([...there, ...wanted.map(({ name }) => name)]).size
  const indexes = await forEachOf(collections, async (collection) => ({
    name: collection.name,
    count: withAll(
      new Set(
        (tables.has(collection.name) ? await listIndexes(cloud, collection.name) : []).map(
          ({ Name }) => Name,
        ),
      ),
      collection.indexes,
    ),
  }))
  return roomFindings({
    functions: withAll(names, functions),
    collections: withAll(tables, collections),
    indexes,
  })
}

interface Room {
  functions: number
  collections: number
  indexes: readonly { name: string; count: number }[]
}

/** An environment takes no more than its quotas; what would not fit stops a deploy half-way. */
export function roomFindings({ functions, collections, indexes }: Room): Finding[] {
  const over = (what: string, count: number, most: number) =>
    count <= most
      ? []
      : [
          error(
            `${count} ${what} in all, and an environment takes ${most}`,
            'delete what is not used',
          ),
        ]
  const crowded = indexes.filter(({ count }) => count > quotas.indexes)
  const findings = [
    ...over('functions', functions, quotas.functions),
    ...over('collections', collections, quotas.collections),
    ...crowded.map(({ name, count }) =>
      warning(
        `${name} has ${count} indexes; some packages take ${quotas.indexes} a collection`,
        'delete those in the console that were made by hand',
      ),
    ),
  ]
  const most = Math.max(0, ...indexes.map(({ count }) => count))
  return findings.length > 0
    ? findings
    : [
        ok(
          `room: ${functions} of ${quotas.functions} functions, ${collections} of ` +
            `${quotas.collections} collections, at most ${most} of ${quotas.indexes} indexes`,
        ),
      ]
}
