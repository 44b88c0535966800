import * as v from 'valibot'
import type { MessageTemplate } from '../../cloudfunctions/_kit/documents/catalog'
import { messageKinds } from '../../shared/domain/message-kinds'
import type { MessageKind } from '../../shared/domain/message-kinds'
import type { Localized } from '../../shared/domain/localized'
import { DeployError } from './deploy-error'

/** `environments/NAME.json`: what one cloud environment is, without secrets. */
export interface EnvironmentFile {
  /** The environment's id; empty until the company has made one. */
  envId: string
  region: string
  /** Values for `{{env.X}}` of `cloudbaserc.json`; the process's own environment goes before. */
  variables: Record<string, string>
  /** What the company is called before its owner changes the settings. */
  companyName: Localized
  /** Subscribe-message templates as picked in WeChat's console, by what they tell. */
  templates: Partial<Record<MessageKind, MessageTemplate>>
}

const template = v.strictObject({ id: v.string(), fields: v.record(v.string(), v.string()) })
const form = v.strictObject({
  envId: v.string(),
  region: v.string(),
  variables: v.record(v.string(), v.string()),
  companyName: v.strictObject({ zh: v.string(), en: v.string() }),
  templates: v.strictObject(
    Object.fromEntries(messageKinds.map((kind) => [kind, v.optional(template)])),
  ),
})

/** Reads such a file; throws a DeployError that names every slip in it. */
export function readForm(text: string, file: string): EnvironmentFile {
  const result = v.safeParse(form, parsed(text, file))
  if (!result.success) throw new DeployError(result.issues.map((one) => slip(one, file)).join('\n'))
  return result.output as EnvironmentFile
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DeployError(`${file} is no JSON: ${(error as Error).message}`)
  }
}

function slip(issue: v.BaseIssue<unknown>, file: string): string {
  const name = v.getDotPath(issue) ?? 'the file'
  if (issue.expected === 'never') return `${file}: nobody knows "${name}". Is it misspelt?`
  if (issue.received === 'undefined') return `${file}: "${name}" is missing.`
  return `${file}: "${name}" is ${issue.received}, not ${issue.expected ?? 'what it has to be'}.`
}
