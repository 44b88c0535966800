import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { addressProblems, toAddressInput } from '../address-fields'
import type { AddressFields, AddressProblems } from '../address-fields'
import { recogniseAddress } from '../recognise/recognise-address'
import { withRecognised } from './pasted-fields'

const empty: AddressFields = { name: '', phone: '', region: [], street: '', isDefault: false }

definePage({
  texts: ['common', 'addresses'],
  data: {
    addressId: '',
    fields: empty,
    pasted: '',
    problems: {} as AddressProblems,
    isLoading: false,
    isSaving: false,
    once: newOnceKey(),
    failure: null as FailureView | null,
  },

  onLoad(query: { addressId?: string; draft?: string }) {
    const addressId = query.addressId ?? ''
    this.setData({ addressId, once: newOnceKey(), isLoading: addressId !== '' })
    if (addressId) void this.load()
    else if (query.draft) {
      const fields = JSON.parse(query.draft) as AddressFields
      this.setData({ fields, problems: addressProblems(fields, this.data.t.addresses) })
    }
  },

  async load() {
    const result = await call('member.listAddresses', {})
    if (!result.ok) {
      this.setData({ isLoading: false, failure: toFailureView(result) })
      return
    }
    const address = result.data.addresses.find(({ id }) => id === this.data.addressId)
    if (!address) {
      this.setData({ isLoading: false, failure: { kind: 'notFound', requestId: '' } })
      return
    }
    const { name, phone, province, city, district, street, isDefault } = address
    this.setData({
      isLoading: false,
      failure: null,
      fields: { name, phone, region: [province, city, district], street, isDefault },
    })
  },

  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },
  onPasteInput(event: WechatMiniprogram.Input) {
    this.setData({ pasted: event.detail.value })
  },
  onRecogniseTap() {
    const { fields, pasted, t } = this.data
    if (!pasted.trim()) return
    const found = recogniseAddress(pasted)
    const filled = withRecognised(fields, found)
    const problems = filled === fields ? {} : addressProblems(filled, t.addresses)
    const isWhole = filled !== fields && Object.keys(problems).length === 0
    this.setData({
      fields: filled,
      problems,
      ...(isWhole ? { pasted: '' } : {}),
      once: newOnceKey(),
    })
    const title = filled === fields ? t.addresses.pasteNothing : t.addresses.pasteSome
    if (!isWhole) void wx.showToast({ title, icon: 'none', duration: 2500 })
  },
  onFieldInput(event: WechatMiniprogram.Input<object, { field: 'name' | 'phone' | 'street' }>) {
    const { field } = event.currentTarget.dataset
    this.setData({
      [`fields.${field}`]: event.detail.value,
      [`problems.${field}`]: '',
      once: newOnceKey(),
    })
  },
  onRegionChange(event: WechatMiniprogram.CustomEvent<{ value: string[] }>) {
    this.setData({ 'fields.region': event.detail.value, 'problems.region': '', once: newOnceKey() })
  },
  onDefaultTap() {
    this.setData({ 'fields.isDefault': !this.data.fields.isDefault, once: newOnceKey() })
  },

  async onSaveTap() {
    const { fields, addressId, isSaving, once, t } = this.data
    if (isSaving) return
    const problems = addressProblems(fields, t.addresses)
    this.setData({ problems })
    if (Object.keys(problems).length > 0) return
    this.setData({ isSaving: true })
    const result = await change('member.saveAddress', toAddressInput(fields, addressId), once)
    // Saved, it stays busy: a second tap while it leaves would take the page behind it along.
    if (result.ok) nav.answer(this, result.data.address)
    else {
      this.setData({ isSaving: false })
      sayFailure(result)
    }
  },

  async onRemoveTap() {
    const { addressId, fields, isSaving, t } = this.data
    if (isSaving) return
    const { confirm } = await wx.showModal({
      title: t.addresses.removeSure,
      content: fill(t.addresses.removeBody, { name: fields.name, street: fields.street }),
      cancelText: t.addresses.keep,
      confirmText: t.common.remove,
    })
    if (!confirm) return
    this.setData({ isSaving: true })
    const result = await change('member.removeAddress', { addressId })
    if (result.ok) nav.back()
    else {
      this.setData({ isSaving: false })
      sayFailure(result)
    }
  },
})
