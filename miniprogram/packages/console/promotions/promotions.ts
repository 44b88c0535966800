import type { AppContract } from '../../../../shared/contract'
import type { OutputOf } from '../../../../shared/contract/define'
import { offerTabs } from './offer-tabs'
import type {
  CouponRow,
  OfferTab,
  PromotionRow,
} from '../../../../shared/contract/console-promotions'
import { call } from '../../../lib/call'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { kindText, promotionKinds } from '../offer-words'
import { mayWrite } from '../offer-writers'
import { toOfferRow } from './promotions-view'
import type { OfferRowView } from './promotions-view'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>
type What = 'promotions' | 'coupons'
type Offer = PromotionRow | CouponRow
type OfferPage = OutputOf<
  AppContract['console.listPromotions'] | AppContract['console.listCoupons']
>

definePage({
  texts: ['common', 'staffPromotions', 'promotion', 'shipping'],
  data: {
    what: 'promotions' as What,
    tab: 'running' as OfferTab,
    tabs: [...offerTabs],
    rows: [] as OfferRowView[],
    kinds: [] as { kind: string; name: string }[],
    isChoosing: false,
    mayWrite: true,
    ...unread,
  },

  list: null as PagedList<OfferPage, Offer> | null,

  onLoad() {
    this.list = new PagedList({
      ask: (cursor) => this.ask(cursor),
      itemsOf: (page: OfferPage): readonly Offer[] =>
        'promotions' in page ? page.promotions : page.coupons,
      show: (list, offers) => this.show(list, offers),
    })
  },
  onShow() {
    this.setData({ mayWrite: mayWrite() })
    void this.list?.refresh()
  },
  async onPullDownRefresh() {
    await this.list?.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.list?.more()
  },
  onLanguageChange() {
    this.list?.showAgain()
  },
  onRetryTap() {
    void this.list?.restart()
  },
  onWhatTap(event: Tap<{ what: What }>) {
    this.setData({ what: event.currentTarget.dataset.what })
    void this.list?.restart()
  },
  onTabTap(event: Tap<{ tab: OfferTab }>) {
    this.setData({ tab: event.currentTarget.dataset.tab })
    void this.list?.restart()
  },

  ask(cursor: string | undefined) {
    const { what, tab } = this.data
    const input = { tab, ...(cursor === undefined ? {} : { cursor }) }
    return what === 'promotions'
      ? call('console.listPromotions', input)
      : call('console.listCoupons', input)
  },
  show(list: ListState, offers: readonly Offer[]) {
    const { t } = this.data
    this.setData({
      ...list,
      rows: offers.map((offer) => toOfferRow(offer, t)),
      kinds: promotionKinds.map((kind) => ({ kind, name: kindText(kind, t.staffPromotions) })),
    })
  },

  onRowTap(event: Tap<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    if (this.data.what === 'promotions') nav.open('promotionEdit', { promotionId: id })
    else nav.open('couponEdit', { couponId: id })
  },
  onAddTap() {
    if (this.data.what === 'coupons') nav.open('couponEdit', {})
    else this.setData({ isChoosing: true })
  },
  onChooseClose() {
    this.setData({ isChoosing: false })
  },
  onKindTap(event: Tap<{ kind: string }>) {
    this.setData({ isChoosing: false })
    nav.open('promotionEdit', { kind: event.currentTarget.dataset.kind })
  },
  onWalletTap() {
    nav.open('walletGrant')
  },
})
