import type { SettingsPart, SettingsView } from '../../../shared/contract/settings'
import { isTemplateField } from '../../../shared/domain/template-field'
import { db } from '../../_kit/db'
import type { CompanySettings } from '../../_kit/documents/catalog'
import type { HandlerOf } from '../../_kit/handler-of'

export const getSettings: HandlerOf<'console.getSettings'> = async (_input, { memberId }) => {
  // Not the kept ones: whoever changes settings begins with what they are now.
  const [settings, staff] = await Promise.all([db.settings.get('company'), db.staff.get(memberId)])
  if (!settings) throw new Error('settings/company is missing')
  return toSettingsView(settings, staff?.roles.includes('owner') ?? false)
}

export const changeSettings: HandlerOf<'console.changeSettings'> = async (
  { version, change },
  { fail, transaction },
) => {
  const unknown = unknownField(change)
  if (unknown !== undefined) return fail('TEMPLATE_FIELD_UNKNOWN', { field: unknown })
  return transaction(async (tx) => {
    const settings = await tx.settings.get('company')
    if (!settings) throw new Error('settings/company is missing')
    if (settings.version !== version) return fail('SETTINGS_CHANGED', { version: settings.version })
    await tx.settings.put({ ...applyPart(settings, change), version: version + 1 })
    return { version: version + 1 }
  })
}

/** The first field of a template that WeChat has not got. */
function unknownField(change: SettingsPart): string | undefined {
  if (change.part !== 'template') return undefined
  return change.template?.fields.find(({ field }) => !isTemplateField(field))?.field
}

/** The settings with one part changed. */
function applyPart(settings: CompanySettings, change: SettingsPart): CompanySettings {
  switch (change.part) {
    case 'company': {
      const { logo: _before, ...rest } = settings
      const { name, accent, logo } = change
      return { ...rest, name, accent, ...(logo === undefined ? {} : { logo }) }
    }
    case 'modules':
      return { ...settings, modulesOff: [...new Set(change.off)] }
    case 'template': {
      const { [change.kind]: _before, ...others } = settings.templates
      if (!change.template) return { ...settings, templates: others }
      const { id, fields } = change.template
      const byField = Object.fromEntries(fields.map(({ field, fact }) => [field, fact]))
      return { ...settings, templates: { ...others, [change.kind]: { id, fields: byField } } }
    }
    case 'delivery': {
      const { feeFen, freeFromFen, from, promise } = change
      const delivery = { ...settings.delivery, feeFen, freeFromFen, from, promise }
      return { ...settings, delivery }
    }
    case 'stores':
      return { ...settings, stores: change.stores }
    case 'guarantees':
      return { ...settings, guarantees: change.guarantees }
    case 'search': {
      const hotWords = {
        'zh-CN': change.hotWords.map(({ zh }) => zh),
        en: change.hotWords.map(({ en }) => en),
      }
      return { ...settings, search: { hint: change.hint, hotWords } }
    }
  }
}

const toSettingsView = (settings: CompanySettings, canChange: boolean): SettingsView => ({
  version: settings.version,
  canChange,
  company: {
    name: settings.name,
    ...(settings.logo === undefined ? {} : { logo: settings.logo }),
    accent: settings.accent,
  },
  modulesOff: settings.modulesOff,
  templates: Object.entries(settings.templates).map(([kind, { id, fields }]) => ({
    kind: kind as keyof CompanySettings['templates'],
    id,
    fields: Object.entries(fields).map(([field, fact]) => ({ field, fact })),
  })),
  delivery: {
    feeFen: settings.delivery.feeFen,
    freeFromFen: settings.delivery.freeFromFen,
    from: settings.delivery.from,
    promise: settings.delivery.promise,
  },
  stores: settings.stores,
  guarantees: settings.guarantees,
  search: {
    hint: settings.search.hint,
    hotWords: settings.search.hotWords['zh-CN'].map((zh, index) => ({
      zh,
      en: settings.search.hotWords.en[index] ?? zh,
    })),
  },
})
