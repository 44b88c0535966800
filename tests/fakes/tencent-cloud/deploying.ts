import { fork, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import type { DeployOrder, DeployOutcome } from './deploy-runner'
import { secretKey, startTencentCloud } from './tencent-cloud'
import type { TencentCloud } from './tencent-cloud'

export { secretKey }

/** A folder that is gone after the tests. */
export const newFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'yidian-deploy-'))

/** The environment of a process that knows this cloud for Tencent's. */
export function variablesFor(cloud: TencentCloud, folder: string): Record<string, string> {
  const authority = path.join(folder, 'authority.pem')
  fs.writeFileSync(authority, cloud.certificate)
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    NODE_EXTRA_CA_CERTS: authority,
    HTTPS_PROXY: cloud.proxyUrl,
    http_proxy: cloud.proxyUrl,
    TENCENT_SECRET_ID: cloud.secretId,
    TENCENT_SECRET_KEY: secretKey,
  }
}

/** Runs a command to its end. */
export function runCommand(
  program: string,
  words: readonly string[],
  options: { env: Record<string, string>; cwd: string },
): Promise<DeployOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, options)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (output += part.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}

/** A process that deploys as often as it is asked to. */
export function startDeployer(cloud: TencentCloud, folder: string) {
  const variables = variablesFor(cloud, folder)
  const child = fork(path.join(__dirname, 'deploy-runner.ts'), {
    execArgv: ['--import', 'tsx'],
    env: variables,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    variables,
    deploy(order: Omit<DeployOrder, 'variables'> & { variables?: Record<string, string> }) {
      return new Promise<DeployOutcome>((resolve, reject) => {
        const gone = () => reject(new Error('the deploying process ended'))
        child.once('exit', gone)
        child.once('message', (outcome) => {
          child.off('exit', gone)
          resolve(outcome as DeployOutcome)
        })
        child.send({ ...order, variables: { ...variables, ...order.variables } })
      })
    },
    pid: child.pid,
    /** As the machine does that runs out of memory: nothing is tidied up. */
    kill: () => child.kill('SIGKILL'),
    stop: () => child.disconnect(),
  }
}

export type Deployer = ReturnType<typeof startDeployer>

/**
 * A cloud and a process that deploys to it, while the tests of a file run; answers the folder that both
 * write to, which is gone after them.
 */
export function useTencentCloud(
  onStarted: (started: { cloud: TencentCloud; deployer: Deployer }) => void,
): string {
  const folder = newFolder()
  let cloud: TencentCloud
  let deployer: Deployer
  beforeAll(async () => {
    cloud = await startTencentCloud()
    deployer = startDeployer(cloud, folder)
    onStarted({ cloud, deployer })
  })
  afterAll(async () => {
    deployer.stop()
    await cloud.stop()
    fs.rmSync(folder, { recursive: true })
  })
  return folder
}
