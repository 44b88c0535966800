import type { SettingsView } from '../../../../shared/contract/settings'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { currentLanguage } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { followAccent } from '../../../lib/session'
import { messageKinds } from '../../../../shared/domain/message-kinds'
import { fromForm, toForm } from './settings-form'
import type { FormField, FormId } from './settings-form'
import { uploadLogo } from './upload-logo'

definePage({
  texts: ['common', 'company'],
  data: {
    settings: null as SettingsView | null,
    templates: [] as { id: FormId; label: string; isSet: boolean }[],
    stores: [] as { id: FormId; label: string }[],
    /** The open form; empty when there is none. */
    form: { id: '' as FormId | '', title: '', fields: [] as FormField[], effect: '', problem: '' },
    isSending: false,
    once: '',
    failure: null as FailureView | null,
  },

  onLoad() {
    void this.load()
  },
  onLanguageChange() {
    this.show()
  },
  async load() {
    const result = await call('console.getSettings', {})
    if (!result.ok) {
      if (this.data.settings) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    this.setData({ settings: result.data, failure: null })
    this.show()
    followAccent(result.data.company.accent)
  },
  show() {
    const { settings, t } = this.data
    if (!settings) return
    const words = {
      orderPaid: t.company.templateOrderPaid,
      orderShipped: t.company.templateOrderShipped,
      orderReady: t.company.templateOrderReady,
      afterSaleAnswered: t.company.templateAfterSaleAnswered,
      afterSaleRefunded: t.company.templateAfterSaleRefunded,
      invoiceIssued: t.company.templateInvoiceIssued,
      alert: t.company.templateAlert,
    }
    const language = currentLanguage()
    this.setData({
      templates: messageKinds.map((kind) => ({
        id: `template:${kind}` as const,
        label: words[kind],
        isSet: settings.templates.some((template) => template.kind === kind),
      })),
      stores: settings.stores.map(({ name }, index) => ({
        id: `store:${index}` as const,
        label: language === 'en' ? name.en : name.zh,
      })),
    })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },

  onFormTap(event: WechatMiniprogram.TouchEvent<object, object, { id: FormId; title: string }>) {
    const { id, title } = event.currentTarget.dataset
    const { settings, t } = this.data
    if (!settings) return
    const fields = toForm(id, settings, t.company)
    const effect = effectText(id, t.company)
    this.setData({ form: { id, title, fields, effect, problem: '' }, once: newOnceKey() })
  },
  onFormClose() {
    this.setData({ 'form.id': '' })
  },
  fillIn(index: number, value: string) {
    this.setData({
      [`form.fields[${index}].value`]: value,
      'form.problem': '',
      once: newOnceKey(),
    })
  },
  onFieldInput(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    this.fillIn(event.currentTarget.dataset.index, event.detail.value)
  },
  onChoiceTap(
    event: WechatMiniprogram.TouchEvent<object, object, { index: number; value: string }>,
  ) {
    const { index, value } = event.currentTarget.dataset
    this.fillIn(index, value)
  },
  onSwitchTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const { index } = event.currentTarget.dataset
    this.fillIn(index, this.data.form.fields[index]?.value === 'on' ? '' : 'on')
  },
  async onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const fileId = await uploadLogo()
    if (fileId) this.fillIn(event.currentTarget.dataset.index, fileId)
  },
  onPictureRemoveTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    this.fillIn(event.currentTarget.dataset.index, '')
  },

  async onSaveTap() {
    const { form, settings, once, isSending, t } = this.data
    if (!settings || form.id === '' || isSending) return
    const newId = `store-${Date.now().toString(36)}`
    const filled = fromForm(form.id, form.fields, settings, { t: t.company, newId })
    if (!filled.ok) {
      this.setData({ 'form.problem': filled.problem })
      return
    }
    this.setData({ isSending: true })
    const input = { version: settings.version, change: filled.change }
    const result = await change('console.changeSettings', input, once)
    this.setData({ isSending: false })
    if (result.ok) {
      this.onFormClose()
      void wx.showToast({ title: t.company.saved, icon: 'none' })
    } else sayFailure(result)
    if (result.ok || result.error.code === 'SETTINGS_CHANGED') await this.load()
  },
})

/** When a change of this part can be seen, and what it leaves as it is. */
function effectText(id: FormId, t: MessageTexts['company']): string {
  if (id === 'company') return t.effectCompany
  if (id === 'modules') return t.effectModules
  if (id === 'delivery') return t.effectDelivery
  if (id.startsWith('store:')) return t.effectStore
  return id.startsWith('template:') ? t.effectTemplate : t.effectOther
}
