import fs from 'node:fs'
import path from 'node:path'
import { functionNames } from '../../build/build-functions'
import { functionsSource } from '../../paths'
import { byHand, error, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { openApiCallsOf } from '../openapi-calls'

/** What one function's code calls at WeChat, and what its `config.json` asks for. */
export interface FunctionPermissions {
  name: string
  calls: readonly string[]
  asked: readonly string[]
}

/** Every function of this repository. */
export const readPermissions = (): Promise<FunctionPermissions[]> =>
  Promise.all(
    functionNames().map(async (name) => ({
      name,
      calls: await openApiCallsOf(name),
      asked: askedBy(name),
    })),
  )

function askedBy(name: string): string[] {
  const file = path.join(functionsSource, name, 'config.json')
  const { permissions } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
    permissions?: { openapi?: string[] }
  }
  return permissions?.openapi ?? []
}

/** A call that is not asked for is refused with -604101; one asked for in vain is a door left open. */
export function permissionFindings(functions: readonly FunctionPermissions[]): Finding[] {
  const findings = functions.flatMap(({ name, calls, asked }) => {
    const file = `cloudfunctions/${name}/config.json`
    return [
      ...calls
        .filter((call) => !asked.includes(call))
        .map((call) =>
          error(
            `${name} calls ${call} without permission: WeChat refuses it with -604101`,
            `name it under permissions.openapi in ${file}`,
          ),
        ),
      ...asked
        .filter((call) => !calls.includes(call))
        .map((call) =>
          warning(`${name} may call ${call} and never does`, `take it out of ${file}`),
        ),
    ]
  })
  const callers = functions.filter(({ calls }) => calls.length > 0)
  return [
    ...(findings.length > 0
      ? findings
      : [ok(`${callers.length} functions call WeChat, each with permission for what it calls`)]),
    byHand(
      `${callers.map(({ name }) => name).join(', ')} call WeChat's interfaces, and WeChat knows that they may`,
      'no deploy tool brings them online: npm run build, open this folder in WeChat DevTools, and upload ' +
        'each of them once (right click, 上传并部署：所有文件); again when a config.json changes. They ' +
        'count after ten minutes. Then deploy with --force, which puts the code right again',
    ),
    byHand(
      "WeChat's verdicts on pictures (wxa_media_check) reach the function push",
      'set it in the Cloud Development console, 设置 › 全局设置 › 云函数接收消息推送',
    ),
  ]
}

/** The functions of this repository against their `config.json`. */
export const checkPermissions = async (): Promise<Finding[]> =>
  permissionFindings(await readPermissions())
