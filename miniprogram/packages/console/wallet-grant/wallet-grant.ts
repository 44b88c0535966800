import { shanghaiDate } from '../../../../shared/domain/shanghai-time'
import { change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { priceText } from '../../../lib/price-text'
import { session } from '../../../lib/session'
import { fenOf, wholeOf } from '../money-field'
import { instantOf } from '../offer-words'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>
type Account = 'balance' | 'points'

const mostCards = 20
const mostCardFen = 500_000

/** "ABCD EFGH JKMN PQRS": how a code is read aloud. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

definePage({
  texts: ['common', 'staffPromotions'],
  data: {
    isOwner: false,
    count: '',
    yuan: '',
    expires: '',
    today: '',
    codes: [] as string[],
    /** Made, but their codes were lost on the way. */
    lostIds: [] as string[],
    lostText: '',
    cardsOnce: '',
    account: 'balance' as Account,
    isPlus: true,
    amount: '',
    reason: '',
    orderId: '',
    walletOnce: '',
    problem: '',
    walletProblem: '',
    isWorking: false,
  },

  onLoad() {
    const roles = session.get().me?.roles ?? ['owner']
    this.setData({
      isOwner: roles.includes('owner'),
      today: shanghaiDate(Date.now()),
      cardsOnce: newOnceKey(),
      walletOnce: newOnceKey(),
    })
  },

  onCardInput(event: WechatMiniprogram.Input<object, { field: 'count' | 'yuan' }>) {
    const { field } = event.currentTarget.dataset
    this.setData({ [field]: event.detail.value, problem: '', cardsOnce: newOnceKey() } as object)
  },
  onExpiresChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ expires: event.detail.value, cardsOnce: newOnceKey() })
  },
  async onIssueTap() {
    const { count: typed, yuan, expires, cardsOnce, isWorking, t } = this.data
    const count = wholeOf(typed) ?? 0
    const amountFen = fenOf(yuan) ?? 0
    if (isWorking) return
    if (count < 1 || count > mostCards || amountFen < 100 || amountFen > mostCardFen) {
      this.setData({ problem: t.staffPromotions.cardsWrong })
      return
    }
    const expiresAt = expires === '' ? undefined : instantOf({ date: expires, time: '23:59' })
    this.setData({ isWorking: true })
    const result = await change(
      'console.issueGiftCards',
      { count, amountFen, ...(expiresAt === undefined ? {} : { expiresAt }) },
      cardsOnce,
    )
    this.setData({ isWorking: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    const { cards } = result.data
    const lost = cards.filter(({ code }) => code === undefined)
    this.setData({
      lostText: fill(t.staffPromotions.lost, { count: lost.length }),
      codes: cards.flatMap(({ code }) => (code === undefined ? [] : [spaced(code)])),
      lostIds: lost.map(({ cardId }) => cardId),
      cardsOnce: newOnceKey(),
      count: '',
    })
  },
  onCopyTap() {
    void wx.setClipboardData({ data: this.data.codes.join('\n') })
  },
  onKeptTap() {
    this.setData({ codes: [] })
  },
  async onWithdrawTap() {
    const { lostIds, isWorking, t } = this.data
    if (isWorking || lostIds.length === 0) return
    this.setData({ isWorking: true })
    const result = await change('console.withdrawGiftCards', { cardIds: lostIds })
    this.setData({ isWorking: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.setData({ lostIds: [] })
    const title = fill(t.staffPromotions.withdrawn, { count: result.data.withdrawn })
    void wx.showToast({ title, icon: 'none' })
  },

  onAccountTap(event: Tap<{ account: Account }>) {
    const { account } = event.currentTarget.dataset
    this.setData({ account, walletProblem: '', walletOnce: newOnceKey() })
  },
  onSignTap(event: Tap<{ plus: boolean }>) {
    this.setData({ isPlus: event.currentTarget.dataset.plus, walletOnce: newOnceKey() })
  },
  onWalletInput(event: WechatMiniprogram.Input<object, { field: 'amount' | 'reason' }>) {
    const { field } = event.currentTarget.dataset
    this.setData({
      [field]: event.detail.value,
      walletProblem: '',
      walletOnce: newOnceKey(),
    } as object)
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ orderId: string }>) {
    this.setData({ orderId: event.detail.orderId, walletOnce: newOnceKey() })
  },
  async onAdjustTap() {
    const { account, isPlus, amount, reason, orderId, walletOnce, isWorking, t } = this.data
    const words = t.staffPromotions
    const size = account === 'balance' ? fenOf(amount) : wholeOf(amount)
    if (isWorking || orderId === '') return
    if (!size) {
      this.setData({ walletProblem: words.amountWrong })
      return
    }
    if (reason.trim().length < 2) {
      this.setData({ walletProblem: words.reasonWrong })
      return
    }
    this.setData({ isWorking: true })
    const result = await change(
      'console.adjustWallet',
      { orderId, account, change: isPlus ? size : -size, reason },
      walletOnce,
    )
    this.setData({ isWorking: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    const now = result.data.amount
    const shown = account === 'balance' ? priceText(now, 'always') : String(now)
    this.setData({ amount: '', reason: '', walletOnce: newOnceKey() })
    void wx.showToast({ title: fill(words.adjusted, { amount: shown }), icon: 'none' })
  },
})
