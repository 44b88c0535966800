import { createPrivateKey } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { UsageError } from '../deploy/deploy-error'
import { readWords } from '../deploy/read-words'

export interface UploadOptions {
  isPreview: boolean
  version: string
  description: string
  /** Which of the thirty robots stands as the uploader. */
  robot: number
  /** Whether what no commit holds may be uploaded. */
  isDirtyAllowed: boolean
}

const usage = `npm run upload -- --version 1.2.0 --desc "what is new" [--robot N] [--dirty]
npm run preview [-- --desc "what to look at"] [--robot N]
  --version  the version that WeChat shows
  --desc     what is new in it
  --robot    1 to 30; 1 when left out
  --dirty    uploads changes too that are not committed`

const wording = {
  usage,
  options: {
    preview: { type: 'boolean' },
    version: { type: 'string' },
    desc: { type: 'string' },
    robot: { type: 'string' },
    dirty: { type: 'boolean' },
  },
} as const

type ProcessVariables = Readonly<Record<string, string | undefined>>

/** Reads the command line of an upload; throws a UsageError that says what to write. */
export function readUploadOptions(
  words: readonly string[],
  variables: ProcessVariables = {},
): UploadOptions {
  const { values } = readWords(words, wording, variables)
  const { preview = false, version = '', desc = '', robot = '1', dirty = false } = values
  if (!preview && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    throw new UsageError(`--version takes a version like 1.2.0, not "${version}".\n\n${usage}`)
  if (!preview && desc.trim() === '') throw new UsageError(`Say what is new: --desc.\n\n${usage}`)
  const number = Number(robot)
  if (!Number.isInteger(number) || number < 1 || number > 30)
    throw new UsageError(`--robot takes a number from 1 to 30, not "${robot}".\n\n${usage}`)
  return {
    isPreview: preview,
    version,
    description: desc,
    robot: number,
    isDirtyAllowed: dirty,
  }
}

/** The file with the key for uploads, which is a key. */
export function readKeyPath(variables: ProcessVariables): string {
  const named = variables['MINIPROGRAM_PRIVATE_KEY_PATH'] ?? ''
  const file = named === '' ? '' : path.resolve(named)
  if (file === '' || !fs.statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(
      'MINIPROGRAM_PRIVATE_KEY_PATH names no file. Download the key for uploads at mp.weixin.qq.com ' +
        '(开发管理 › 开发设置 › 小程序代码上传), keep it outside this folder, and set its path. ' +
        'There, too, the address of this machine has to be allowed.',
    )
  try {
    createPrivateKey(fs.readFileSync(file))
  } catch {
    throw new UsageError(
      `${file} holds no private key: it begins with -----BEGIN RSA PRIVATE KEY----- when it is as ` +
        'mp.weixin.qq.com gave it. Download it again, or save all of its lines.',
    )
  }
  return file
}

/** The mini program that is uploaded; nobody can upload for the tourist. */
export function requireAppId(appId: string): string {
  if (!/^wx[0-9a-f]{16}$/.test(appId))
    throw new UsageError(`The AppID is ${appId}: write the own one into project.config.json.`)
  return appId
}
