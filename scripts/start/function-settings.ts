import fs from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../paths'

export interface FunctionSettings {
  timeout: number
  memorySize: number
  envVariables: Record<string, string>
}

/** The function that CloudBase's Integration Center would have made for the company. */
export const paymentFunction = { name: 'wx-pay', key: 'local-key', notify: 'paynotify' }

/** What the environment fills in when deployed, and the local cloud by itself. */
export const localVariables: Record<string, string> = {
  ENV_ID: 'yunshan-local',
  SUB_MCH_ID: '1900000001',
  MINIPROGRAM_STATE: 'developer',
  PAYMENT_ADAPTER: process.env['PAYMENT_ADAPTER'] ?? 'cloudPay',
  PAYMENT_FUNCTION_URL: `{{url}}/v1/functions/${paymentFunction.name}?webfn=true`,
  PAYMENT_FUNCTION_KEY: paymentFunction.key,
}

/** Limits and variables of each function from `cloudbaserc.json`, its `{{env.X}}` filled. */
export function functionSettings(): Record<string, FunctionSettings> {
  const source = fs.readFileSync(path.join(projectRoot, 'cloudbaserc.json'), 'utf8')
  const filled = source.replace(/\{\{env\.(\w+)\}\}/g, (place, name: string) => {
    const value = localVariables[name]
    if (value === undefined)
      throw new Error(`cloudbaserc.json names ${place}, which is not known here`)
    return value
  })
  const { functions } = JSON.parse(filled) as { functions: ({ name: string } & FunctionSettings)[] }
  return Object.fromEntries(
    functions.map(({ name, timeout, memorySize, envVariables }) => [
      name,
      { timeout, memorySize, envVariables },
    ]),
  )
}
