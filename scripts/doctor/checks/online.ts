import type { MessageTemplate } from '../../../cloudfunctions/_kit/documents/catalog'
import type { Change, Step } from '../../deploy/change'
import type { Cloud } from '../../deploy/cloud'
import { listCollections, readDocument } from '../../deploy/database'
import { listFunctions, onlineVariables, readFunction } from '../../deploy/functions'
import type { WantedProject } from '../../deploy/project'
import { readFunctionRules } from '../../deploy/steps/access'
import { byHand, error, ok, warning } from '../finding'
import type { Finding } from '../finding'
import { templateFindings } from './templates'

/** The environment itself. */
export const checkEnvironment = ({ envId, info }: Cloud): Finding[] => [
  ok(`${envId} is ${info.Status}${info.PackageName ? `, package ${info.PackageName}` : ''}`),
]

/** Without these something is open, is not found, or never happens; the rest is only not the newest. */
const needed = new Set([
  'collections',
  'indexes',
  'database rules',
  'storage rules',
  'function security rules',
  'timers',
])

/** Everything a deploy would change is a difference somebody should know of. */
export async function checkDifferences(steps: readonly Step[], deploy: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { title, changes } of steps) {
    const found = await changes()
    const finding = needed.has(title) ? error : warning
    if (found.length === 0) findings.push(ok(`${title}: as they should be`))
    else findings.push(finding(`${title}: ${found.length} not done: ${someOf(found)}`, deploy))
  }
  return findings
}

const shownAtMost = 3
function someOf(changes: readonly Change[]): string {
  const some = changes.slice(0, shownAtMost).map(({ says }) => says)
  const others = changes.length - some.length
  return `${some.join('; ')}${others > 0 ? `; and ${others} more` : ''}`
}

/** What decides about money: the merchant, the way to pay, and who may call what. */
export async function checkPayment(
  cloud: Cloud,
  { functions, closedFunctions }: WantedProject,
  { deploy, isForCustomers }: { deploy: string; isForCustomers: boolean },
): Promise<Finding[]> {
  const names = await listFunctions(cloud)
  const rules = await readFunctionRules(cloud)
  const open = closedFunctions.filter((name) => rules[name]?.invoke !== false)
  const [paying] = functions.filter(({ name }) => name === 'order' && names.has(name))
  const variables = paying ? onlineVariables(await readFunction(cloud, paying.name)) : {}
  return [
    ...(open.length === 0
      ? [ok(`closed to pages: ${closedFunctions.join(', ')}`)]
      : open.map((name) => error(`pages may call ${name}`, `${deploy}: it closes that`))),
    ...paymentFindings(variables, rules, isForCustomers),
  ]
}

/** What the variables online say about payment. */
export function paymentFindings(
  variables: Readonly<Record<string, string>>,
  rules: Readonly<Record<string, { invoke?: unknown }>>,
  isForCustomers: boolean,
): Finding[] {
  const { SUB_MCH_ID = '', PAYMENT_ADAPTER = '' } = variables
  const state = stateFinding(variables['MINIPROGRAM_STATE'] || 'formal', isForCustomers)
  if (PAYMENT_ADAPTER === 'integrationCenter')
    return [...integrationCenterFindings(variables, rules), state]
  if (PAYMENT_ADAPTER !== '' && PAYMENT_ADAPTER !== 'cloudPay')
    return [
      error(
        `no way to pay is called "${PAYMENT_ADAPTER}"`,
        'PAYMENT_ADAPTER is cloudPay or integrationCenter',
      ),
      state,
    ]
  return [
    /^\d{8,10}$/.test(SUB_MCH_ID)
      ? ok(`merchant ${SUB_MCH_ID}`)
      : error(
          `the merchant number is "${SUB_MCH_ID}": nobody can pay`,
          'set SUB_MCH_ID in the environment file and deploy',
        ),
    byHand(
      'the merchant belongs to this mini program',
      'bind it in the Cloud Development console, 设置 › 全局设置 › 微信支付配置, and confirm it at pay.weixin.qq.com',
    ),
    state,
  ]
}

/** Customers have the published version only, and a message that opens another shows them an error. */
function stateFinding(state: string, isForCustomers: boolean): Finding {
  if (isForCustomers === (state === 'formal')) return ok(`messages open the version "${state}"`)
  return warning(
    `messages open the version "${state}"`,
    isForCustomers
      ? 'customers have the published one only: MINIPROGRAM_STATE is formal in its environment file'
      : 'who tries this environment has a developer or trial version: set MINIPROGRAM_STATE to that',
  )
}

function integrationCenterFindings(
  { PAYMENT_FUNCTION_URL = '', PAYMENT_FUNCTION_KEY = '' }: Readonly<Record<string, string>>,
  rules: Readonly<Record<string, { invoke?: unknown }>>,
): Finding[] {
  const name = /\/functions\/([\w-]+)/.exec(PAYMENT_FUNCTION_URL)?.[1]
  return [
    PAYMENT_FUNCTION_URL.startsWith('https://') && PAYMENT_FUNCTION_KEY !== ''
      ? ok('the payment function has its address and its key')
      : error(
          'the payment function has no address or no key: nobody can pay',
          'set PAYMENT_FUNCTION_URL in the environment file and PAYMENT_FUNCTION_KEY in the process',
        ),
    name !== undefined && rules[name]?.invoke === false
      ? ok(`${name} is closed to pages`)
      : error(
          `pages may call the payment function${name === undefined ? '' : ` ${name}`}, refunds included`,
          'close it in the Cloud Development console: its permission is {"invoke": false}',
        ),
  ]
}

/** The templates as the company has set them. */
export async function checkTemplates(cloud: Cloud, deploy: string): Promise<Finding[]> {
  const names = await listCollections(cloud)
  const settings = names.has('settings')
    ? await readDocument(cloud, 'settings', 'company')
    : undefined
  if (!settings)
    return [error('there are no settings of the company', `${deploy}: it puts the first ones in`)]
  const templates = (settings['templates'] ?? {}) as Record<string, MessageTemplate>
  return templateFindings(templates, 'settings')
}
