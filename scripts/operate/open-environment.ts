import { appId } from '../start/project'
import { openCloud } from '../deploy/cloud'
import type { Cloud, Credentials } from '../deploy/cloud'
import { readCredentials, readProxy } from '../deploy/deploy-options'
import { chooseEnvironment } from '../deploy/environment-file'

/** An environment that is online, with the keys it was opened with. */
export interface OnlineEnvironment {
  cloud: Cloud
  credentials: Credentials
  region: string
  proxy: string | undefined
}

/**
 * Opens the environment that `--env` names, and `--as` the file of, with keys from the environment
 * of the process only.
 */
export async function openEnvironment(
  { env, as }: { env: string; as: string | undefined },
  variables: Readonly<Record<string, string | undefined>>,
): Promise<OnlineEnvironment> {
  const { envId, region } = chooseEnvironment(env, as)
  const credentials = readCredentials(variables)
  const proxy = readProxy(variables)
  const app = appId()
  const cloud = await openCloud({
    envId,
    region,
    credentials,
    timeoutMs: 60_000,
    pauseMs: 1000,
    ...(app === 'touristappid' ? {} : { appId: app }),
    ...(proxy === undefined ? {} : { proxy }),
  })
  return { cloud, credentials, region, proxy }
}
