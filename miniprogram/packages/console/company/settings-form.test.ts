import { expect, test } from '@jest/globals'
import type { SettingsView } from '../../../../shared/contract/settings'
import { settingsPart } from '../../../../shared/contract/settings'
import * as v from 'valibot'
import { messages } from '../../../../shared/messages/messages'
import { messageKinds } from '../../../../shared/domain/message-kinds'
import { fromForm, toForm } from './settings-form'
import type { FormId } from './settings-form'

const t = messages['zh-CN'].company
const word = (zh: string) => ({ zh, en: `${zh}-en` })

const settings: SettingsView = {
  version: 3,
  canChange: true,
  company: { name: word('云山'), accent: 'tea' },
  modulesOff: ['groupBuy'],
  templates: [{ kind: 'orderPaid', id: 'tpl-1', fields: [{ field: 'thing1', fact: 'goods' }] }],
  delivery: {
    feeFen: 1_050,
    freeFromFen: 9_900,
    from: word('云山镇'),
    promise: { today: word('今天'), tomorrow: word('明天') },
  },
  stores: [
    {
      id: 'old-street',
      name: word('老街店'),
      address: word('老街 3 号'),
      hours: word('9 点到 20 点'),
      phone: '0872',
      isOn: true,
    },
  ],
  guarantees: [word('包赔')],
  search: { hint: word('找茶'), hotWords: [word('春茶'), word('白茶')] },
}
const context = { t, newId: 'store-new' }

const forms: FormId[] = [
  'company',
  'modules',
  'delivery',
  'guarantees',
  'search',
  'store:0',
  ...messageKinds.map((kind) => `template:${kind}` as const),
]

test.each(forms)('%s that nobody touched changes nothing, and fits the contract', (id) => {
  const filled = fromForm(id, toForm(id, settings, t), settings, context)
  if (!filled.ok) throw new Error(filled.problem)
  expect(v.safeParse(settingsPart, filled.change).success).toBe(true)
  const { change } = filled
  if (change.part === 'delivery') expect(change).toEqual({ part: 'delivery', ...settings.delivery })
  if (change.part === 'stores') expect(change.stores).toEqual(settings.stores)
  if (change.part === 'search') expect(change).toMatchObject(settings.search)
  if (change.part === 'modules') expect(change.off).toEqual(['groupBuy'])
})

const filledWith = (id: FormId, key: string, value: string) =>
  fromForm(
    id,
    toForm(id, settings, t).map((field) => (field.key === key ? { ...field, value } : field)),
    settings,
    context,
  )

test('what is missing or wrong is said', () => {
  expect(filledWith('company', 'name.en', ' ')).toEqual({ ok: false, problem: t.missing })
  expect(filledWith('delivery', 'fee', '1.234')).toEqual({ ok: false, problem: t.moneyWrong })
  expect(filledWith('guarantees', 'words', '只有中文')).toEqual({ ok: false, problem: t.missing })
  expect(filledWith('template:orderPaid', 'fields', 'thing1=weather')).toEqual({
    ok: false,
    problem: '这一行不对：thing1=weather',
  })
})

test('another store is added at the end', () => {
  const fields = toForm('store:1', settings, t).map((field) => ({
    ...field,
    value: field.kind === 'text' ? 'x' : field.value,
  }))
  const filled = fromForm('store:1', fields, settings, context)
  expect(filled).toMatchObject({
    ok: true,
    change: { stores: [{ id: 'old-street' }, { id: 'store-new', isOn: true }] },
  })
})
