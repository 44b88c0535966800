import type { SettingsPart, SettingsView } from '../../../../shared/contract/settings'
import { accents } from '../../../../shared/domain/accent'
import type { Localized } from '../../../../shared/domain/localized'
import { messageFacts } from '../../../../shared/domain/message-kinds'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'
import { fenOf } from '../order-file/order-view'

type Texts = MessageTexts['company']
type Template = SettingsView['templates'][number]

/** Which form is open: one part of the settings, one template or one store. */
export type FormId =
  | 'company'
  | 'modules'
  | 'delivery'
  | 'guarantees'
  | 'search'
  | `template:${Template['kind']}`
  | `store:${number}`

/** One thing to fill in; every value is a text, a switch is `on` or empty. */
export interface FormField {
  key: string
  kind: 'text' | 'lines' | 'switch' | 'choice' | 'picture'
  label: string
  value: string
  choices?: { value: string; label: string }[]
}

type Filled = { ok: true; change: SettingsPart } | { ok: false; problem: string }

const moduleNames = ['coupons', 'flashSale', 'groupBuy', 'recommendations'] as const

const textField = (key: string, label: string, value: string): FormField => ({
  key,
  kind: 'text',
  label,
  value,
})
const both = (key: string, label: string, { zh, en }: Localized, t: Texts): FormField[] => [
  textField(`${key}.zh`, `${label} ${t.zh}`, zh),
  textField(`${key}.en`, `${label} ${t.en}`, en),
]
const pairs = (key: string, label: string, words: readonly Localized[]): FormField => ({
  key,
  kind: 'lines',
  label,
  value: words.map(({ zh, en }) => `${zh} | ${en}`).join('\n'),
})

const nothing: Localized = { zh: '', en: '' }

/** What a form asks for, filled with what is set now. */
export function toForm(id: FormId, settings: SettingsView, t: Texts): FormField[] {
  if (id.startsWith('template:')) return templateForm(id, settings, t)
  if (id.startsWith('store:')) return storeForm(Number(id.slice(6)), settings, t)
  switch (id) {
    case 'company': {
      const { name, accent, logo = '' } = settings.company
      const choices = accents.map((value) => ({ value, label: accentText(value, t) }))
      return [
        ...both('name', t.name, name, t),
        { key: 'accent', kind: 'choice', label: t.accent, value: accent, choices },
        { key: 'logo', kind: 'picture', label: t.logo, value: logo },
      ]
    }
    case 'modules':
      return moduleNames.map((key) => ({
        key,
        kind: 'switch',
        label: t[`module${capital(key)}`],
        value: settings.modulesOff.includes(key) ? '' : 'on',
      }))
    case 'delivery': {
      const { feeFen, freeFromFen, from, promise } = settings.delivery
      return [
        textField('fee', t.fee, String(feeFen / 100)),
        textField('freeFrom', t.freeFrom, String(freeFromFen / 100)),
        ...both('from', t.from, from, t),
        ...both('today', t.promiseToday, promise.today, t),
        ...both('tomorrow', t.promiseTomorrow, promise.tomorrow, t),
      ]
    }
    case 'guarantees':
      return [pairs('words', t.pairHint, settings.guarantees)]
    default:
      return [
        ...both('hint', t.hint, settings.search.hint, t),
        pairs('words', t.pairHint, settings.search.hotWords),
      ]
  }
}

function templateForm(id: FormId, { templates }: SettingsView, t: Texts): FormField[] {
  const template = templates.find(({ kind }) => id === `template:${kind}`)
  return [
    textField('id', t.templateId, template?.id ?? ''),
    {
      key: 'fields',
      kind: 'lines',
      label: `${t.templateFields}. ${fill(t.templateFacts, { facts: messageFacts.join(' ') })}`,
      value: (template?.fields ?? []).map(({ field, fact }) => `${field}=${fact}`).join('\n'),
    },
  ]
}

function storeForm(index: number, { stores }: SettingsView, t: Texts): FormField[] {
  const store = stores[index]
  return [
    ...both('name', t.storeName, store?.name ?? nothing, t),
    ...both('address', t.storeAddress, store?.address ?? nothing, t),
    ...both('hours', t.storeHours, store?.hours ?? nothing, t),
    textField('phone', t.storePhone, store?.phone ?? ''),
    { key: 'isOn', kind: 'switch', label: t.storeOn, value: (store?.isOn ?? true) ? 'on' : '' },
  ]
}

/** The change a filled form stands for, or what is missing in it. */
export function fromForm(
  id: FormId,
  fields: readonly FormField[],
  settings: SettingsView,
  { t, newId }: { t: Texts; newId: string },
): Filled {
  const value = (key: string) => fields.find((field) => field.key === key)?.value.trim() ?? ''
  const words = (key: string): Localized => ({ zh: value(`${key}.zh`), en: value(`${key}.en`) })
  const isMissing = fields.some(({ key, value: typed }) => /\.(zh|en)$/.test(key) && !typed.trim())
  if (isMissing) return { ok: false, problem: t.missing }
  if (id.startsWith('template:'))
    return templateChange(id.slice(9) as Template['kind'], value('id'), value('fields'), t)
  if (id.startsWith('store:')) {
    const index = Number(id.slice(6))
    const store = {
      id: settings.stores[index]?.id ?? newId,
      name: words('name'),
      address: words('address'),
      hours: words('hours'),
      phone: value('phone'),
      isOn: value('isOn') === 'on',
    }
    const stores = [...settings.stores]
    stores[Math.min(index, stores.length)] = store
    return { ok: true, change: { part: 'stores', stores } }
  }
  switch (id) {
    case 'company': {
      const accent = accents.find((name) => name === value('accent')) ?? 'dai'
      const logo = value('logo')
      const change = { part: 'company', name: words('name'), accent } as const
      return { ok: true, change: { ...change, ...(logo ? { logo } : {}) } }
    }
    case 'modules': {
      const off = moduleNames.filter((name) => value(name) !== 'on')
      return { ok: true, change: { part: 'modules', off } }
    }
    case 'delivery': {
      const feeFen = fenOf(value('fee'))
      const freeFromFen = fenOf(value('freeFrom'))
      if (feeFen === undefined || freeFromFen === undefined)
        return { ok: false, problem: t.moneyWrong }
      const promise = { today: words('today'), tomorrow: words('tomorrow') }
      const change = {
        part: 'delivery',
        feeFen,
        freeFromFen,
        from: words('from'),
        promise,
      } as const
      return { ok: true, change }
    }
    default: {
      const list = pairsOf(value('words'))
      if (!list) return { ok: false, problem: t.missing }
      return id === 'guarantees'
        ? { ok: true, change: { part: 'guarantees', guarantees: list } }
        : { ok: true, change: { part: 'search', hint: words('hint'), hotWords: list } }
    }
  }
}

function templateChange(kind: Template['kind'], id: string, lines: string, t: Texts): Filled {
  if (id === '') return { ok: true, change: { part: 'template', kind } }
  const fields: Template['fields'] = []
  for (const line of linesOf(lines)) {
    const [field = '', named = ''] = line.split('=').map((part) => part.trim())
    const fact = messageFacts.find((known) => known === named)
    if (!/^[a-z_]{3,20}\d{1,3}$/.test(field) || !fact)
      return { ok: false, problem: fill(t.templateWrong, { line }) }
    fields.push({ field, fact })
  }
  if (fields.length === 0) return { ok: false, problem: t.templateFields }
  return { ok: true, change: { part: 'template', kind, template: { id, fields } } }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** `中文 | English`, one a line; undefined when a line lacks one of them. */
function pairsOf(text: string): Localized[] | undefined {
  const list = linesOf(text).map((line) => {
    const [zh = '', en = ''] = line.split('|').map((part) => part.trim())
    return { zh, en }
  })
  return list.every(({ zh, en }) => zh && en) ? list : undefined
}

const capital = <T extends string>(word: T) =>
  (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<T>

const accentText = (accent: (typeof accents)[number], t: Texts): string =>
  t[`accent${capital(accent)}`]
