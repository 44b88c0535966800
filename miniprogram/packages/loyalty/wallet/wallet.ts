import type { WalletEntry } from '../../../../shared/contract/loyalty'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { sayRedeemed } from '../redeemed'
import { toEntryRow, toWalletView } from './wallet-view'
import type { AccountName, EntryRow, WalletView } from './wallet-view'

const groups = ['wallet', 'orders'] as const

definePage({
  texts: ['common', 'wallet'],
  data: {
    view: null as WalletView | null,
    account: 'points' as AccountName,
    entries: null as EntryRow[] | null,
    isAdding: false,
    code: '',
    isRedeeming: false,
    failure: null as FailureView | null,
  },

  shown: [] as WalletEntry[],
  cursor: undefined as string | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,
  askedEntries: 0,
  once: '',

  onLoad({ account }: { account?: string }) {
    this.once = newOnceKey()
    this.setData({ account: account === 'balance' ? 'balance' : 'points' })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.loadEntries(this.cursor)
  },
  onLanguageChange() {
    void this.load()
  },

  async load() {
    const question = ++this.asked
    const [result] = await Promise.all([call('loyalty.getWallet', {}), this.loadEntries()])
    if (question !== this.asked) return
    if (result.ok) this.setData({ view: toWalletView(result.data, textsOf(groups)), failure: null })
    else if (this.data.view) sayFailure(result)
    else this.setData({ failure: toFailureView(result) })
  },
  async loadEntries(cursor?: string) {
    const question = ++this.askedEntries
    const { account } = this.data
    const result = await call('loyalty.listEntries', {
      account: toAccount(account),
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (question !== this.askedEntries) return
    if (!result.ok) {
      if (this.data.view) sayFailure(result)
      return
    }
    const { entries, now } = result.data
    this.shown = cursor === undefined ? entries : [...this.shown, ...entries]
    this.cursor = result.data.cursor
    const texts = textsOf(groups)
    this.setData({ entries: this.shown.map((entry) => toEntryRow(entry, account, now, texts)) })
  },

  onAccountTap(event: WechatMiniprogram.TouchEvent<object, object, { account: AccountName }>) {
    const { account } = event.currentTarget.dataset
    if (account === this.data.account) return
    this.setData({ account, entries: null })
    void this.loadEntries()
  },
  onCouponsTap() {
    nav.open('myCoupons', {})
  },
  onAddTap() {
    this.setData({ isAdding: true })
  },
  onAddClose() {
    this.setData({ isAdding: false, code: '' })
  },
  onCodeInput(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value })
  },
  async onRedeemTap() {
    const { code, isRedeeming } = this.data
    if (isRedeeming || code.trim() === '') return
    this.setData({ isRedeeming: true })
    const result = await change('loyalty.redeemCode', { code }, this.once)
    this.setData({ isRedeeming: false })
    this.once = keyAfter(result, this.once)
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.onAddClose()
    sayRedeemed(result.data)
    void this.load()
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})

const toAccount = (account: AccountName) =>
  account === 'points' || account === 'balance'
    ? { kind: account as 'points' | 'balance' }
    : { kind: 'giftcard' as const, cardId: account }
