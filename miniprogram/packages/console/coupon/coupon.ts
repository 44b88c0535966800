import type { EditedCoupon, NamedGoods } from '../../../../shared/contract/console-promotions'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { wholeOf } from '../money-field'
import type { OfferDraft } from '../offer-preview/offer-preview'
import { couponSentence, scopeText, stateText } from '../offer-words'
import { isLocked, mayWrite } from '../offer-writers'
import { blankCoupon, couponRuleOf, toCouponFields, toCouponForm } from './coupon-form'
import type { CouponFields } from './coupon-form'

type Typed<D> = WechatMiniprogram.Input<object, D & WechatMiniprogram.IAnyObject>
type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>
type Picked<D> = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  D & WechatMiniprogram.IAnyObject
>

const hows = ['claim', 'code', 'staff'] as const
const benefits = ['amountOff', 'percentOff', 'freeDelivery'] as const

definePage({
  texts: ['common', 'staffPromotions', 'promotion'],
  data: {
    fields: blankCoupon(0),
    sentence: '',
    stateName: '',
    leftText: '',
    howNames: [] as string[],
    benefitNames: [] as string[],
    howPlace: 0,
    benefitPlace: 0,
    draft: {} as OfferDraft | Record<string, never>,
    isPicking: false,
    couponId: '',
    isOn: false,
    isLocked: false,
    mayWrite: true,
    isDirty: false,
    problem: '',
    isLoading: true,
    isSaving: false,
    once: '',
    more: '',
    orderId: '',
    note: '',
    giveOnce: '',
    failure: null as FailureView | null,
  },

  known: undefined as EditedCoupon | undefined,

  onLoad({ couponId }: Record<string, string | undefined>) {
    this.setData({ once: newOnceKey(), giveOnce: newOnceKey(), mayWrite: mayWrite() })
    if (couponId === undefined) {
      this.setData({ isLoading: false })
      this.show(blankCoupon(Date.now()))
      return
    }
    this.setData({ couponId })
    void this.load()
  },
  onLanguageChange() {
    this.show(this.data.fields)
  },
  async load() {
    const result = await call('console.getCoupon', { couponId: this.data.couponId })
    if (!result.ok) {
      this.setData({ isLoading: false, failure: toFailureView(result) })
      return
    }
    this.known = result.data
    const { isOn, state } = result.data
    this.setData({
      isOn,
      isLocked: isLocked(state),
      isLoading: false,
      isDirty: false,
      failure: null,
      once: newOnceKey(),
    })
    this.show(toCouponFields(result.data))
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },

  /** Everything that follows from what is typed. */
  show(fields: CouponFields) {
    const { t, couponId } = this.data
    const words = t.staffPromotions
    const rule = couponRuleOf(fields)
    const names = fields.scope.map(({ name }) => name)
    const answer = toCouponForm({ ...fields, nameZh: fields.nameZh || words.kindCoupon })
    this.setData({
      fields,
      sentence: rule
        ? [couponSentence(rule, t), scopeText(names, words)].join(words.partSeparator)
        : '',
      stateName: this.known ? stateText(this.known.state, words) : '',
      leftText: this.known
        ? fill(words.couponLeft, { left: this.known.left, issued: this.known.issued })
        : '',
      howNames: [words.howClaim, words.howCode, words.howStaff],
      benefitNames: [words.benefitAmount, words.benefitPercent, words.benefitDelivery],
      howPlace: hows.indexOf(fields.how),
      benefitPlace: benefits.indexOf(fields.benefit),
      draft:
        'form' in answer
          ? { kind: 'coupon', form: answer.form, ...(couponId === '' ? {} : { couponId }) }
          : {},
    })
  },
  edit(part: Partial<CouponFields>) {
    this.setData({ problem: '', isDirty: true, once: newOnceKey() })
    this.show({ ...this.data.fields, ...part })
  },
  onTextInput(event: Typed<{ field: keyof CouponFields }>) {
    this.edit({ [event.currentTarget.dataset.field]: event.detail.value })
  },
  onMomentChange(
    event: Picked<{ field: 'starts' | 'ends' | 'validUntil'; part: 'date' | 'time' }>,
  ) {
    const { field, part } = event.currentTarget.dataset
    this.edit({ [field]: { ...this.data.fields[field], [part]: event.detail.value } })
  },
  onHowChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.edit({ how: hows[Number(event.detail.value)] ?? 'claim' })
  },
  onBenefitChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.edit({ benefit: benefits[Number(event.detail.value)] ?? 'amountOff' })
  },
  onSwitchChange(
    event: WechatMiniprogram.CustomEvent<
      { value: boolean },
      object,
      { field: 'canGive' | 'stacks' | 'isForNewcomers' }
    >,
  ) {
    this.edit({ [event.currentTarget.dataset.field]: event.detail.value })
  },
  onPickTap() {
    this.setData({ isPicking: true })
  },
  onPickClose() {
    this.setData({ isPicking: false })
  },
  onPick(event: WechatMiniprogram.CustomEvent<{ goods: NamedGoods }>) {
    const { goods } = event.detail
    const others = this.data.fields.scope.filter(
      ({ id, kind }) => id !== goods.id || kind !== goods.kind,
    )
    this.setData({ isPicking: false })
    this.edit({ scope: [...others, goods] })
  },
  onRemoveGoodsTap(event: Tap<{ index: number }>) {
    const { index } = event.currentTarget.dataset
    this.edit({ scope: this.data.fields.scope.filter((_, at) => at !== index) })
  },

  /** Whether it is saved by now. */
  async save(): Promise<boolean> {
    const { fields, couponId, once, t } = this.data
    const words = t.staffPromotions
    const answer = toCouponForm(fields)
    const stock = wholeOf(fields.stock)
    const problem =
      'problem' in answer ? answer.problem : !this.known && !stock ? 'wrongStock' : undefined
    if ('problem' in answer || problem) {
      this.setData({ problem: fill(words.wrong, { what: words[problem ?? 'wrongRule'] }) })
      return false
    }
    this.setData({ isSaving: true })
    const result = await change(
      'console.saveCoupon',
      {
        form: answer.form,
        ...(this.known
          ? { couponId, seenAt: this.known.updatedAt }
          : stock === undefined
            ? {}
            : { stock }),
      },
      once,
    )
    if (result.ok) this.setData({ couponId: result.data.couponId })
    else sayFailure(result)
    // Until it is read again, another save would be of what it no longer is.
    if (result.ok || result.error.code === 'COUPON_CHANGED') await this.load()
    this.setData({ isSaving: false })
    return result.ok
  },
  async onSaveTap() {
    if (this.data.isSaving || !(await this.save())) return
    void wx.showToast({ title: this.data.t.staffPromotions.saved, icon: 'none' })
  },
  async onTurnTap() {
    const { isOn, isSaving, isDirty, t } = this.data
    if (isSaving) return
    if (!isOn && (isDirty || !this.known) && !(await this.save())) return
    if (!this.known) return
    const { id: couponId, updatedAt: seenAt } = this.known
    this.setData({ isSaving: true })
    const result = await change('console.switchCoupon', { couponId, isOn: !isOn, seenAt })
    this.setData({ isSaving: false })
    const words = t.staffPromotions
    if (result.ok)
      void wx.showToast({ title: isOn ? words.turnedOff : words.turnedOn, icon: 'none' })
    else sayFailure(result)
    await this.load()
  },

  onMoreInput(event: WechatMiniprogram.Input) {
    this.setData({ more: event.detail.value, giveOnce: newOnceKey() })
  },
  async onMoreTap() {
    const { more, couponId, giveOnce, isSaving, t } = this.data
    const count = wholeOf(more)
    if (isSaving || !count) return
    this.setData({ isSaving: true })
    const result = await change('console.addCouponStock', { couponId, count }, giveOnce)
    this.setData({ isSaving: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    const title = fill(t.staffPromotions.stockAdded, { left: result.data.left })
    void wx.showToast({ title, icon: 'none' })
    this.setData({ more: '', giveOnce: newOnceKey() })
    this.showLeft(result.data.left, 0)
  },
  onNoteInput(event: WechatMiniprogram.Input) {
    this.setData({ note: event.detail.value, giveOnce: newOnceKey() })
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ orderId: string }>) {
    this.setData({ orderId: event.detail.orderId, giveOnce: newOnceKey() })
  },
  async onGiveTap() {
    const { orderId, note, couponId, giveOnce, isSaving, t } = this.data
    const words = t.staffPromotions
    if (isSaving || orderId === '') return
    if (note.trim().length < 2) {
      void wx.showToast({ title: words.reasonWrong, icon: 'none' })
      return
    }
    this.setData({ isSaving: true })
    const result = await change('console.grantCoupon', { couponId, orderId, note }, giveOnce)
    this.setData({ isSaving: false })
    if (result.ok) {
      void wx.showToast({ title: words.given, icon: 'none' })
      this.setData({ note: '', giveOnce: newOnceKey() })
      this.showLeft(result.data.left, 1)
    } else if (result.error.code === 'COUPON_LIMIT')
      void wx.showToast({ title: words.hadAlready, icon: 'none' })
    else sayFailure(result)
  },
  /** The numbers change without what is being typed. */
  showLeft(left: number, given: number) {
    if (!this.known) return
    this.known = { ...this.known, left, issued: this.known.issued + given }
    this.show(this.data.fields)
  },
})
