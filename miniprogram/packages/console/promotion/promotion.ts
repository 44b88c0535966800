import type { EditedPromotion, NamedGoods } from '../../../../shared/contract/console-promotions'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import type { OfferDraft } from '../offer-preview/offer-preview'
import type { PreviewView } from '../offer-preview/preview-view'
import { isKind, kindText, stateText } from '../offer-words'
import { isLocked, mayWrite } from '../offer-writers'
import { blankFields, blankTier, itemOf, toFields, toForm } from './promotion-form'
import type { PromotionFields, SingleField } from './promotion-form'
import { kindView, liveSentence, toItemViews } from './promotion-view'
import type { KindView } from './promotion-view'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>
type Typed<D> = WechatMiniprogram.Input<object, D & WechatMiniprogram.IAnyObject>
type Picked<D> = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  D & WechatMiniprogram.IAnyObject
>
/** Which list the picker fills. */
type Picking = '' | 'scope' | 'except' | 'item'

const audiences = ['all', 'newcomer', 'member'] as const
const mostTiers = 5

definePage({
  texts: ['common', 'staffPromotions', 'promotion', 'shipping'],
  data: {
    fields: blankFields('amountOff', 0),
    view: null as KindView | null,
    title: '',
    stateName: '',
    sentence: '',
    itemViews: [] as { name: string; line: string }[],
    audienceNames: [] as string[],
    audiencePlace: 0,
    draft: {} as OfferDraft | Record<string, never>,
    picking: '' as Picking,
    promotionId: '',
    isOn: false,
    isLocked: false,
    mayWrite: true,
    isDirty: false,
    problem: '',
    isLoading: true,
    isSaving: false,
    once: '',
    failure: null as FailureView | null,
  },

  known: undefined as EditedPromotion | undefined,
  warnings: [] as PreviewView['warnings'],

  onLoad(query: Record<string, string | undefined>) {
    this.warnings = []
    this.setData({ once: newOnceKey(), mayWrite: mayWrite() })
    const { promotionId, kind } = query
    if (promotionId !== undefined) {
      this.setData({ promotionId })
      void this.load()
      return
    }
    this.setData({ isLoading: false })
    this.show(blankFields(isKind(kind) ? kind : 'amountOff', Date.now()))
  },
  onLanguageChange() {
    this.show(this.data.fields)
  },

  async load() {
    const result = await call('console.getPromotion', { promotionId: this.data.promotionId })
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
    this.show(toFields(result.data))
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },

  /** Everything that follows from what is typed. */
  show(fields: PromotionFields) {
    const { t, promotionId } = this.data
    const words = t.staffPromotions
    const answer = toForm({ ...fields, nameZh: fields.nameZh || kindText(fields.kind, words) })
    this.setData({
      fields,
      view: kindView(fields.kind, words),
      title: kindText(fields.kind, words),
      stateName: this.known ? stateText(this.known.state, words) : '',
      sentence: liveSentence(fields, t),
      itemViews: toItemViews(fields, this.known?.left ?? [], words),
      audienceNames: [words.audienceAll, words.audienceNewcomer, words.audienceMember],
      audiencePlace: audiences.indexOf(fields.audience),
      draft:
        'form' in answer
          ? {
              kind: 'promotion',
              form: answer.form,
              ...(promotionId === '' ? {} : { promotionId }),
            }
          : {},
    })
  },
  edit(part: Partial<PromotionFields>) {
    this.setData({ problem: '', isDirty: true, once: newOnceKey() })
    this.show({ ...this.data.fields, ...part })
  },

  onTextInput(event: Typed<{ field: 'nameZh' | 'nameEn' }>) {
    this.edit({ [event.currentTarget.dataset.field]: event.detail.value })
  },
  onMomentChange(event: Picked<{ field: 'starts' | 'ends'; part: 'date' | 'time' }>) {
    const { field, part } = event.currentTarget.dataset
    this.edit({ [field]: { ...this.data.fields[field], [part]: event.detail.value } })
  },
  onValueInput(event: Typed<{ field: SingleField }>) {
    const { values } = this.data.fields
    this.edit({ values: { ...values, [event.currentTarget.dataset.field]: event.detail.value } })
  },
  onTierInput(event: Typed<{ index: number; field: string }>) {
    const { index, field } = event.currentTarget.dataset
    this.edit({
      tiers: this.data.fields.tiers.map((tier, at) =>
        at === index ? { ...tier, [field]: event.detail.value } : tier,
      ),
    })
  },
  onAddTierTap() {
    const { tiers } = this.data.fields
    if (tiers.length < mostTiers) this.edit({ tiers: [...tiers, blankTier()], repeats: false })
  },
  onRemoveTierTap(event: Tap<{ index: number }>) {
    const { index } = event.currentTarget.dataset
    this.edit({ tiers: this.data.fields.tiers.filter((_, at) => at !== index) })
  },
  onRepeatsChange(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.edit({ repeats: event.detail.value })
  },
  onTogetherChange(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.edit({ isTogether: event.detail.value })
  },
  onAudienceChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.edit({ audience: audiences[Number(event.detail.value)] ?? 'all' })
  },
  onItemInput(event: Typed<{ index: number; field: 'price' | 'perMember' | 'total' }>) {
    const { index, field } = event.currentTarget.dataset
    this.edit({
      items: this.data.fields.items.map((item, at) =>
        at === index ? { ...item, [field]: event.detail.value } : item,
      ),
    })
  },
  onRemoveItemTap(event: Tap<{ index: number }>) {
    const { index } = event.currentTarget.dataset
    this.edit({ items: this.data.fields.items.filter((_, at) => at !== index) })
  },
  onRemoveGoodsTap(event: Tap<{ list: 'scope' | 'except'; index: number }>) {
    const { list, index } = event.currentTarget.dataset
    this.edit({ [list]: this.data.fields[list].filter((_, at) => at !== index) })
  },

  onPickTap(event: Tap<{ picking: Picking }>) {
    this.setData({ picking: event.currentTarget.dataset.picking })
  },
  onPickClose() {
    this.setData({ picking: '' })
  },
  onPick(event: WechatMiniprogram.CustomEvent<{ goods: NamedGoods }>) {
    const { goods } = event.detail
    const { picking, fields } = this.data
    this.setData({ picking: '' })
    if (picking === 'item') {
      const others = fields.items.filter((item) => item.goods.id !== goods.id)
      this.edit({ items: fields.kind === 'gift' ? [itemOf(goods)] : [...others, itemOf(goods)] })
    } else if (picking !== '') {
      const others = fields[picking].filter(
        ({ id, kind }) => id !== goods.id || kind !== goods.kind,
      )
      this.edit({ [picking]: [...others, goods] })
    }
  },
  onWarned(event: WechatMiniprogram.CustomEvent<{ warnings: PreviewView['warnings'] }>) {
    this.warnings = event.detail.warnings
  },

  /** Whether it is saved by now. */
  async save(): Promise<boolean> {
    const { fields, promotionId, once, t } = this.data
    const answer = toForm(fields)
    if ('problem' in answer) {
      const what = t.staffPromotions[answer.problem]
      this.setData({ problem: fill(t.staffPromotions.wrong, { what }) })
      return false
    }
    this.setData({ isSaving: true })
    const result = await change(
      'console.savePromotion',
      {
        form: answer.form,
        ...(this.known ? { promotionId, seenAt: this.known.updatedAt } : {}),
      },
      once,
    )
    if (result.ok) this.setData({ promotionId: result.data.promotionId })
    else sayFailure(result)
    // Until it is read again, another save would be of what it no longer is.
    if (result.ok || result.error.code === 'PROMOTION_CHANGED') await this.load()
    this.setData({ isSaving: false })
    return result.ok
  },
  async onSaveTap() {
    if (this.data.isSaving || !(await this.save())) return
    void wx.showToast({ title: this.data.t.staffPromotions.saved, icon: 'none' })
  },
  async onSwitchTap() {
    const { isOn, isSaving, t } = this.data
    if (isSaving) return
    const words = t.staffPromotions
    if (!isOn && this.warnings.length > 0) {
      const { confirm } = await wx.showModal({
        title: words.turnOnWarn,
        content: this.warnings.map((warning) => warning.words).join('\n'),
        cancelText: words.goBack,
        confirmText: words.turnOnAnyway,
      })
      if (!confirm) return
    }
    if (!isOn && (this.data.isDirty || !this.known) && !(await this.save())) return
    if (!this.known) return
    const { id: promotionId, updatedAt: seenAt } = this.known
    this.setData({ isSaving: true })
    const result = await change('console.switchPromotion', { promotionId, isOn: !isOn, seenAt })
    this.setData({ isSaving: false })
    if (result.ok)
      void wx.showToast({ title: isOn ? words.turnedOff : words.turnedOn, icon: 'none' })
    else sayFailure(result)
    await this.load()
  },
})
