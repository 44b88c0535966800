import { createRequire } from 'node:module'
import path from 'node:path'

/** The part of `miniprogram-ci` that is used, with the names that it documents. */
export interface UploadTool {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKeyPath: string
    ignores: string[]
  }) => object
  /** What its requests go through. */
  proxy(url: string): void
  upload(options: UploadRequest & { version: string }): Promise<unknown>
  preview(
    options: UploadRequest & { qrcodeFormat: 'image'; qrcodeOutputDest: string },
  ): Promise<unknown>
}

interface UploadRequest {
  project: object
  desc: string
  robot: number
  setting: Record<'es6' | 'es7' | 'minify' | 'minifyJS' | 'minifyWXML' | 'minifyWXSS', boolean>
  onProgressUpdate(): void
}

/** `miniprogram-ci` out of the folder it is installed in. */
export const loadUploadTool = (folder: string): UploadTool =>
  createRequire(path.join(folder, 'package.json'))('miniprogram-ci') as UploadTool

/** What WeChat's refusals mean, by what they say. */
const advice: readonly (readonly [says: RegExp, todo: string])[] = [
  [
    /invalid ip|-10008/i,
    'Allow the address of this machine at mp.weixin.qq.com, 开发管理 › 开发设置 › 小程序代码上传 › IP白名单.',
  ],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|socket hang up/,
    'WeChat was not reached: look at the network and at HTTPS_PROXY.',
  ],
  [
    /signature|private ?key|invalid appid/i,
    'The key does not belong to this AppID: compare the AppID in project.config.json with the one the ' +
      'key was made for, or make a new key at mp.weixin.qq.com, 开发管理 › 开发设置 › 小程序代码上传.',
  ],
]

/** Why WeChat did not take it, in a line or two, and what to do where that is known. */
export function explainRefusal(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem)
  const [reason = text] = text.replace(/^(?:Error: )+/, '').split(/\n\s+at /)
  const todo = advice.find(([says]) => says.test(text))?.[1]
  return [`WeChat did not take it: ${reason.trim()}`, ...(todo ? [todo] : [])].join('\n')
}
