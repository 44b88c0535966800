import type { AppContract } from '../../../../shared/contract'
import type { NamedGoods } from '../../../../shared/contract/console-promotions'
import type { InputOf } from '../../../../shared/contract/define'
import { call } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { latestOnly } from '../../../lib/latest-only'
import { textsBehavior } from '../../../lib/texts'
import { toPreviewView } from './preview-view'
import type { PreviewOutput, PreviewView } from './preview-view'

type Input = InputOf<AppContract['console.previewPromotion']>
export type OfferDraft = Input['draft']
type Tap = WechatMiniprogram.TouchEvent<object, object, { index: number; by: number }>

interface Sample {
  skuId: string
  name: string
  quantity: number
}
/** So many can be looked at in one go. */
const mostLines = 20
const mostPieces = 99
/** Begins with so many different goods. */
const firstGoods = 2

/**
 * What a sample costs now and with a draft, line by line, and what would sell for too little.
 *
 * | property | type   | what                                             |
 * | -------- | ------ | ------------------------------------------------ |
 * | draft    | Object | what is previewed; without a kind while it is not complete |
 *
 * | event  | detail        | when                          |
 * | ------ | ------------- | ----------------------------- |
 * | warned | { warnings }  | the sample was priced again   |
 */
Component({
  behaviors: [textsBehavior(['common', 'staffPromotions', 'promotion'])],
  properties: { draft: { type: Object, value: {} } },
  data: {
    samples: [] as Sample[],
    coupons: [] as { id: string; name: string; isOn: boolean }[],
    isNewcomer: false,
    isPicking: false,
    view: null as PreviewView | null,
  },
  observers: {
    draft() {
      this.ask()
    },
    t() {
      this.show()
    },
  },
  lifetimes: {
    created() {
      this.run = latestOnly((input: Input) => this.price(input))
    },
    attached() {
      void this.begin()
    },
  },
  methods: {
    run(_input: Input) {
      // Set when it is created.
    },
    /** The last answer, for showing it in another language. */
    output(): PreviewOutput | undefined {
      return undefined
    },

    async begin() {
      const [products, coupons] = await Promise.all([
        call('console.listProducts', { tab: 'onShelf' }),
        call('console.listCoupons', { tab: 'running' }),
      ])
      if (coupons.ok)
        this.setData({
          coupons: coupons.data.coupons.map(({ id, name }) => ({ id, name, isOn: false })),
        })
      if (!products.ok || this.data.samples.length > 0) return
      const first = products.data.products.filter(({ isSoldOut }) => !isSoldOut)
      const stocks = await Promise.all(
        first.slice(0, firstGoods).map(({ id }) => call('console.getStock', { productId: id })),
      )
      const samples = stocks.flatMap((stock): Sample[] => {
        const sku = stock.ok ? stock.data.skus.find(({ isListed }) => isListed) : undefined
        if (!stock.ok || !sku) return []
        const name = [stock.data.name, sku.options].filter(Boolean).join(' ')
        return [{ skuId: sku.skuId, name, quantity: 2 }]
      })
      this.setData({ samples })
      this.ask()
    },

    ask() {
      const { samples, coupons, isNewcomer } = this.data
      const draft = this.data.draft as OfferDraft | { kind?: undefined }
      if (draft.kind === undefined || samples.length === 0) {
        this.setData({ view: null })
        return
      }
      this.run({
        draft,
        isNewcomer,
        lines: samples.map(({ skuId, quantity }) => ({ skuId, quantity })),
        couponIds: coupons.filter(({ isOn }) => isOn).map(({ id }) => id),
      })
    },
    async price(input: Input) {
      const result = await call('console.previewPromotion', input)
      if (!result.ok) {
        if (result.error.code !== 'INVALID_INPUT') sayFailure(result)
        this.setData({ view: null })
        return
      }
      this.output = () => result.data
      this.show()
      this.triggerEvent('warned', { warnings: this.data.view?.warnings ?? [] })
    },
    show() {
      const output = this.output()
      if (output) this.setData({ view: toPreviewView(output, this.data.t) })
    },

    onNewcomerChange(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      this.setData({ isNewcomer: event.detail.value })
      this.ask()
    },
    onCouponTap(event: Tap) {
      const { index } = event.currentTarget.dataset
      const isOn = this.data.coupons[index]?.isOn === true
      this.setData({ [`coupons[${index}].isOn`]: !isOn })
      this.ask()
    },
    onCountTap(event: Tap) {
      const { index, by } = event.currentTarget.dataset
      const samples = this.data.samples
        .map((sample, at) =>
          at === index
            ? { ...sample, quantity: Math.min(mostPieces, sample.quantity + by) }
            : sample,
        )
        .filter(({ quantity }) => quantity > 0)
      this.setData({ samples })
      this.ask()
    },
    onAddTap() {
      this.setData({ isPicking: true })
    },
    onPickClose() {
      this.setData({ isPicking: false })
    },
    onPick(event: WechatMiniprogram.CustomEvent<{ goods: NamedGoods }>) {
      const { id, name, options } = event.detail.goods
      const others = this.data.samples.filter(({ skuId }) => skuId !== id)
      const label = [name, options].filter(Boolean).join(' ')
      this.setData({
        isPicking: false,
        samples: [...others, { skuId: id, name: label, quantity: 1 }].slice(-mostLines),
      })
      this.ask()
    },
  },
})
