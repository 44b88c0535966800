import type { GroupView as Group } from '../../../../shared/contract/loyalty'
import { call } from '../../../lib/call'
import { clockOffset } from '../../../lib/countdown'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { prepareGroupCard } from './group-card'
import { toGroupPage } from './group-view'
import type { GroupPageView } from './group-view'

definePage({
  texts: ['common', 'groupBuy'],
  data: {
    groupId: '',
    group: null as Group | null,
    view: null as GroupPageView | null,
    offset: 0,
    failure: null as FailureView | null,
  },

  /** Answers to earlier questions are dropped. */
  asked: 0,
  hasCard: false,

  onLoad({ groupId = '' }: { groupId?: string }) {
    this.setData({ groupId })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onLanguageChange() {
    const { group } = this.data
    if (group) this.setData({ view: toGroupPage(group, textsOf(['groupBuy']).groupBuy) })
  },
  onShareAppMessage() {
    const { view, groupId } = this.data
    return { title: view ? view.shareTitle : '', path: nav.urlOf('group', { groupId }) }
  },

  async load() {
    const question = ++this.asked
    const { groupId } = this.data
    const result = await call('loyalty.getGroup', { groupId })
    if (question !== this.asked) return
    if (!result.ok) {
      if (this.data.view) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    const { group, now } = result.data
    this.setData({
      group,
      view: toGroupPage(group, textsOf(['groupBuy']).groupBuy),
      offset: clockOffset(now, Date.now()),
      failure: null,
    })
    if (group.orderId !== undefined && group.state === 'open' && !this.hasCard) {
      this.hasCard = true
      await prepareGroupCard(groupId)
    }
  },

  onButtonTap() {
    const { group, view } = this.data
    if (!group || !view) return
    const { product, promotionId, groupId, orderId } = group
    if (view.step === 'join')
      nav.open('checkout', { skuId: product.skuId, quantity: '1', promotionId, groupId })
    else if (orderId !== undefined) nav.open('order', { orderId })
    else nav.open('product', { productId: product.productId })
  },
  onOrderTap() {
    const { group } = this.data
    if (group?.orderId !== undefined) nav.open('order', { orderId: group.orderId })
  },
  onProductTap() {
    const { group } = this.data
    if (group) nav.open('product', { productId: group.product.productId })
  },
  onOver() {
    void this.load()
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
