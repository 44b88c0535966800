import type { Troubles } from '../../../../shared/contract/console-orders'
import { call, change } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { Loaded } from '../../../lib/loaded'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toTroublesView } from './troubles-view'
import type { TroublesView } from './troubles-view'

definePage({
  texts: ['common', 'troubles'],
  data: {
    view: null as TroublesView | null,
    sendingId: '',
    failure: null as FailureView | null,
  },
  loaded: null as Loaded<Troubles> | null,

  onLoad() {
    this.loaded = new Loaded({
      ask: () => call('console.listTroubles', {}),
      show: (troubles) =>
        this.setData({
          view: toTroublesView(troubles, textsOf(['troubles']).troubles),
          failure: null,
        }),
      fail: (failure) => this.setData({ failure }),
    })
  },
  onShow() {
    void this.loaded?.load()
  },
  onLanguageChange() {
    this.loaded?.showAgain()
  },
  async onPullDownRefresh() {
    await this.loaded?.load()
    void wx.stopPullDownRefresh()
  },
  onFailedTap() {
    void this.loaded?.retry()
  },
  onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('staffOrder', { orderId: event.currentTarget.dataset.id })
  },
  onProductTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('productEdit', { productId: event.currentTarget.dataset.id })
  },
  async onRetryTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const effectId = event.currentTarget.dataset.id
    if (this.data.sendingId) return
    this.setData({ sendingId: effectId })
    const result = await change('console.retryEffect', { effectId })
    this.setData({ sendingId: '' })
    if (result.ok) void wx.showToast({ title: this.data.t.troubles.retried, icon: 'none' })
    else sayFailure(result)
    await this.loaded?.load()
  },
})
