import path from 'node:path'
import { collections } from '../../cloudfunctions/_kit/collections'
import { storageRule } from '../../cloudfunctions/_kit/storage-rule'
import { createLocalCloud } from '../../local/cloud/local-cloud'
import type { LocalCloud } from '../../local/cloud/local-cloud'
import { mountDesk } from '../../local/desk/server/mount-desk'
import { mountPhone } from '../../local/phone/server/mount-phone'
import { FunctionsBuilder } from '../build/build-functions'
import { BuildRecord } from '../build/build-record'
import { MiniprogramBuilder } from '../build/build-miniprogram'
import { buildRecords, functionsOutput, pagesOutput, projectRoot } from '../paths'
import { localSeedTarget } from '../seed/local-seed-target'
import { seedDemo } from '../seed/seed-demo'
import { demoTemplates } from '../seed/templates'
import { functionSettings, localVariables, paymentFunction } from './function-settings'
import { appId, pagePaths } from './project'
import { watchSources } from './watch-sources'

export interface YidianOptions {
  /** 0 takes a free port. */
  port: number
  dataDirectory: string
  /** Begins with the demo company as new. */
  reset?: boolean
  /** Builds again when a source changes. */
  watch?: boolean
  /** Leaves building to whoever calls: the output is already there. */
  isBuilt?: boolean
  log?: (line: string) => void
}

export interface Yidian {
  url: string
  cloud: LocalCloud
  stop(): Promise<void>
}

/** Builds everything and starts it: cloud, phones and desk on one port, with the demo company. */
export async function startYidian({
  port,
  dataDirectory,
  reset = false,
  watch = false,
  isBuilt = false,
  log = console.error,
}: YidianOptions): Promise<Yidian> {
  const builders = {
    pages: new MiniprogramBuilder({ minify: false, record: recordOf('pages') }),
    functions: new FunctionsBuilder(false, functionsOutput, recordOf('functions')),
  }
  const build = async () => {
    await Promise.all([builders.pages.build(), builders.functions.build()])
  }
  const stops: (() => void | Promise<void>)[] = [() => builders.functions.stop()]
  try {
    if (!isBuilt) await build()
    const cloud = await startCloud(port, dataDirectory, log)
    stops.unshift(() => cloud.stop())
    if (reset) await cloud.reset()
    else await seedDemo(localSeedTarget(cloud))
    const phone = await mountPhone(cloud, {
      miniprogramDirectory: pagesOutput,
      cacheDirectory: path.join(projectRoot, '.cache', 'phone'),
      watch,
    })
    stops.unshift(() => phone.close())
    mountDesk(cloud.routes)
    if (watch) stops.unshift(watchSources(() => rebuild(build, cloud, log)))
    return {
      url: cloud.url,
      cloud,
      async stop() {
        for (const stop of stops) await stop()
      },
    }
  } catch (error) {
    for (const stop of stops) await stop()
    throw error
  }
}

const recordOf = (name: string) => new BuildRecord(path.join(buildRecords, `${name}.json`))

async function startCloud(
  port: number,
  dataDirectory: string,
  log: (line: string) => void,
): Promise<LocalCloud> {
  const cloud: LocalCloud = await createLocalCloud({
    dataDirectory,
    functionsDirectory: functionsOutput,
    functionSettings: functionSettings(),
    appId: appId(),
    envId: localVariables['ENV_ID'] ?? '',
    merchant: { subMchId: localVariables['SUB_MCH_ID'] ?? '' },
    paymentFunction,
    collections,
    storageRule,
    subscribeTemplates: Object.values(demoTemplates).map(({ id, title, kind, labels }) => ({
      id,
      title,
      kind,
      fields: labels,
    })),
    messagePush: [{ msgType: 'event', event: 'wxa_media_check', functionName: 'push' }],
    pages: pagePaths,
    port,
    onReset: () => seedDemo(localSeedTarget(cloud)),
    onScan: ({ collection, query, plan }) =>
      log(`no index for ${collection} ${JSON.stringify(query)}: ${plan.examined} looked at`),
    log,
  })
  return cloud
}

/** A mistake in a source is shown where the developer looks; the last good build goes on. */
async function rebuild(
  build: () => Promise<void>,
  cloud: LocalCloud,
  log: (line: string) => void,
): Promise<void> {
  try {
    await build()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    log(message)
    cloud.events.emit('build-error', { errors: [{ message }] })
  }
}
