import fs from 'node:fs'
import path from 'node:path'
import type { WantedCollection } from '../../../scripts/deploy/project'
import { envId } from './tencent-cloud'
import type { DeployOrder } from './deploy-runner'

/** How one function of a small project differs from the plainest. */
export interface SmallFunction {
  code?: string
  /** Into its entry in `cloudbaserc.json`. */
  settings?: Record<string, unknown>
}

/** A project of a few small functions and collections in a folder, ready to deploy. */
export function smallProject(
  folder: string,
  functions: Record<string, SmallFunction>,
  collections: readonly WantedCollection[],
  /** What its only environment file gives. */
  givenId = envId,
): Pick<DeployOrder, 'project' | 'environments'> {
  const write = (file: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), content)
  }
  fs.rmSync(path.join(folder, 'built'), { recursive: true, force: true })
  for (const [name, { code = 'exports.main = async () => 1', settings }] of Object.entries(
    functions,
  )) {
    write(`built/${name}/index.js`, code)
    write(`source/${name}/config.json`, JSON.stringify({ triggers: settings?.['triggers'] }))
  }
  const entries = Object.entries(functions).map(([name, { settings }]) => ({
    name,
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    timeout: 20,
    memorySize: 256,
    installDependency: false,
    envVariables: {},
    ignore: ['*.map'],
    ...settings,
  }))
  write('cloudbaserc.json', JSON.stringify({ functionRoot: 'built', functions: entries }))
  write(
    'environments/production.json',
    JSON.stringify({
      envId: givenId,
      region: 'ap-shanghai',
      companyName: { zh: '试', en: 'Trial' },
      variables: {},
      templates: {},
    }),
  )
  return {
    environments: path.join(folder, 'environments'),
    project: {
      settings: path.join(folder, 'cloudbaserc.json'),
      functionsSource: path.join(folder, 'source'),
      functionsOutput: path.join(folder, 'built'),
      collections,
    },
  }
}

/** A collection that nobody but functions reaches. */
export const closedCollection = (
  name: string,
  indexes: WantedCollection['indexes'] = [],
): WantedCollection => ({ name, indexes, rule: { read: false, write: false } })

/** One timer, as `cloudbaserc.json` and `config.json` name it. */
export const timer = (name: string, config: string) => ({ name, type: 'timer', config })
