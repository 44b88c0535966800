import type { Address } from '../../../../shared/contract/member'
import { call, change } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { addressProblems, fromWechatAddress, toAddressInput } from '../address-fields'

definePage({
  texts: ['common', 'addresses'],
  data: {
    addresses: [] as Address[],
    /** True when another page wants one of them. */
    isPicking: false,
    isLoading: true,
    isImporting: false,
    failure: null as FailureView | null,
  },

  onLoad(query: { pick?: string }) {
    this.setData({ isPicking: query.pick === '1' })
  },
  onShow() {
    void this.load()
  },

  async load() {
    const result = await call('member.listAddresses', {})
    if (result.ok)
      this.setData({ addresses: result.data.addresses, isLoading: false, failure: null })
    else if (this.data.isLoading) this.setData({ isLoading: false, failure: toFailureView(result) })
    else sayFailure(result)
  },

  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },
  onAddressTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset
    const address = this.data.addresses.find((one) => one.id === id)
    if (this.data.isPicking && address) nav.answer(this, address)
    else nav.open('address', { addressId: id })
  },
  onEditTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('address', { addressId: event.currentTarget.dataset.id })
  },
  onAddTap() {
    nav.openFor('address', {}, (address: Address) => this.onAdded(address))
  },

  /** Asking WeChat for its book has to happen in the tap itself. */
  async onWechatTap() {
    if (this.data.isImporting) return
    let chosen: WechatMiniprogram.ChooseAddressSuccessCallbackResult
    try {
      chosen = await wx.chooseAddress()
    } catch (error) {
      const { errMsg } = error as { errMsg: string }
      if (!errMsg.endsWith('cancel')) {
        void wx.showToast({ title: this.data.t.addresses.denied, icon: 'none' })
      }
      return
    }
    const fields = { ...fromWechatAddress(chosen), isDefault: this.data.addresses.length === 0 }
    if (Object.keys(addressProblems(fields, this.data.t.addresses)).length > 0) {
      void wx.showToast({ title: this.data.t.addresses.phoneForeign, icon: 'none' })
      nav.openFor('address', { draft: JSON.stringify(fields) }, (address: Address) =>
        this.onAdded(address),
      )
      return
    }
    this.setData({ isImporting: true })
    const result = await change('member.saveAddress', toAddressInput(fields))
    this.setData({ isImporting: false })
    if (result.ok) this.onAdded(result.data.address)
    else sayFailure(result)
  },

  onAdded(address: Address) {
    if (this.data.isPicking) nav.answer(this, address)
    else void this.load()
  },
})
