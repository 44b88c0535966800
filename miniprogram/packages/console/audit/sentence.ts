import type { AuditChange, AuditEntry } from '../../../../shared/contract/console-company'
import type { StaffRole } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { priceText } from '../../../lib/price-text'
import { carrierName } from '../ship/ship-view'
import { roleText } from '../tasks/tasks-view'

export type AuditTexts = Pick<MessageTexts, 'staffActions' | 'desk' | 'shipping'>
type Texts = AuditTexts['staffActions']
type Values = Readonly<Partial<Record<string, string>>>

/** One change as people say it: who did what, about what, from what to what. */
export function sentenceOf(
  entry: AuditEntry,
  { who, about }: { who: string; about: string },
  texts: AuditTexts,
): string {
  const t = texts.staffActions
  const [first, ...others] = entry.changes ?? []
  if (first) {
    const sentence = phrase(t[changeTexts[first.what]], {
      who,
      about,
      ...wordsOf(first, texts),
    })
    return others.length === 0 ? sentence : fill(t.andMore, { sentence, count: others.length })
  }
  const values = { ...valuesOf(entry, texts), who, about, action: entry.action }
  return phrase(templateOf(entry, values, t), values)
}

const changeTexts = {
  price: 'changedPrice',
  name: 'changedName',
  roles: 'changedRoles',
} as const satisfies Record<AuditChange['what'], keyof Texts>

/** What stands in brackets goes with its fields; the rest is filled as it is. */
const phrase = (text: string, values: Values): string =>
  fill(
    text.replace(/\[([^\]]*)\]/g, (_whole, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values[name]) ? part : '',
    ),
    values as Record<string, string>,
  )

/** A verb has several texts where one field decides what it means. */
function templateOf({ action, subject }: AuditEntry, values: Values, t: Texts): string {
  const verb = action.slice(action.indexOf('.') + 1)
  const isBack = [values.isOn, values.isListed, values.isShown].includes('false')
  const wanted = [
    ...(isBack ? [`${verb}Not`] : []),
    ...(subject === undefined ? [`${verb}New`] : []),
    `${verb}${capital(values.kind)}`,
    `${verb}${capital(values.account)}`,
    verb,
    'unknown',
  ]
  const key = wanted.find((name): name is keyof Texts => name in t) ?? 'unknown'
  return t[key]
}

const capital = (word = ''): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The fields that were sent, by the last part of their path, in words. */
function valuesOf(
  { fields = [], action }: AuditEntry,
  { staffActions, shipping }: AuditTexts,
): Values {
  const values: Record<string, string> = {}
  for (const { name, value, called } of fields) {
    const last = name.replace(/\.(zh|en)$/, '').replace(/^.*\./, '')
    values[last] ??=
      called ?? (last.endsWith('Fen') ? priceText(Number(value), 'always') : String(value))
  }
  const names = fields.flatMap(({ name, called }) =>
    name.includes('Ids.') && called ? [called] : [],
  )
  return {
    ...values,
    names: names.join(staffActions.separator) || staffActions.goneProduct,
    ...(values.carrier && { carrier: carrierName(values.carrier, shipping) }),
    ...(action.endsWith('adjustWallet') && values.change
      ? { change: signed(Number(values.change), values.account === 'balance') }
      : {}),
  }
}

const signed = (change: number, isMoney: boolean): string => {
  const size = isMoney ? priceText(Math.abs(change), 'always') : String(Math.abs(change))
  return `${change < 0 ? '\u2212' : '+'}${size}`
}

/** From what to what, and of what. */
function wordsOf({ what, part, from, to }: AuditChange, texts: AuditTexts): Values {
  const word = (value: string | number) => {
    if (what === 'price') return priceText(Number(value))
    return what === 'roles' ? rolesText(String(value), texts) : String(value)
  }
  return { from: word(from), to: word(to), ...(part ? { of: part } : {}) }
}

const rolesText = (roles: string, { staffActions, desk }: AuditTexts): string =>
  roles
    .split(' ')
    .filter(Boolean)
    .map((role) => roleText(role as StaffRole, desk))
    .join(staffActions.separator) || staffActions.noRole
