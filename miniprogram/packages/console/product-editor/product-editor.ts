import type { EditedProduct, ProductChoices } from '../../../../shared/contract/goods'
import {
  fillDown,
  mostOptions,
  mostPictures,
  optionWordsOf,
} from '../../../../shared/domain/sku-matrix'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { priceText } from '../../../lib/price-text'
import { textsBehavior } from '../../../lib/texts'
import { mayPrice } from '../price-brake'
import { blankState, formOf, priceChanges, stateOf, withOptions } from './editor-form'
import type { EditorRow, EditorState } from './editor-form'
import { findProblems } from './editor-problems'
import type { EditorProblems } from './editor-problems'
import { addedTo, levelAfter, moved, without } from './editor-lists'
import type { ListName } from './editor-lists'
import { choosePictures, chooseVideo } from './upload-media'

type Tap<D extends object> = WechatMiniprogram.TouchEvent<
  object,
  object,
  D & WechatMiniprogram.IAnyObject
>
type Side = 'zh' | 'en'

/** What the matrix says of each row beside what is typed. */
const toRowViews = ({ options, rows }: EditorState, side: Side, only: string, was: string) =>
  rows.map((row) => ({
    words: optionWordsOf(options, row.values)[side] || only,
    was: row.wasFen === undefined ? '' : fill(was, { price: priceText(row.wasFen) }),
  }))

const toCategoryNames = ({ categories }: ProductChoices) =>
  categories.map(({ name, depth }) => '　'.repeat(depth) + name)

/**
 * The editor of one product, beside the list on a tablet and as a page of its own on a phone.
 *
 * | property  | type   | what                        |
 * | --------- | ------ | --------------------------- |
 * | productId | String | empty begins a new product  |
 *
 * | event | when                                                        |
 * | ----- | ----------------------------------------------------------- |
 * | saved | it was saved: `{ productId, isNew }`                        |
 * | dirty | there is something to save, or nothing any more: `{ isDirty }` |
 */
Component({
  behaviors: [textsBehavior(['common', 'productEditor', 'stock'])],
  properties: { productId: { type: String, value: '' } },
  data: {
    side: 'zh' as Side,
    state: blankState(),
    rowViews: [] as ReturnType<typeof toRowViews>,
    problems: {} as EditorProblems,
    categories: [] as ProductChoices['categories'],
    categoryNames: [] as string[],
    categoryPlace: -1,
    freights: [] as ProductChoices['freightTemplates'],
    freightNames: [] as string[],
    freightPlace: 0,
    version: 0,
    isLoading: true,
    isUploading: false,
    isSaving: false,
    isDirty: false,
    once: '',
    mostPictures,
    mostOptions,
    failure: null as FailureView | null,
  },
  lifetimes: {
    attached() {
      void this.load()
    },
  },
  observers: {
    t() {
      this.showRows()
    },
  },
  methods: {
    async load() {
      const { productId } = this.data
      this.setData({ isLoading: true, failure: null, problems: {} })
      const [choices, product] = await Promise.all([
        call('console.getProductChoices', {}),
        productId === '' ? undefined : call('console.getProduct', { productId }),
      ])
      if (productId !== this.data.productId) return
      if (!choices.ok || product?.ok === false) {
        const failed = choices.ok ? product : choices
        if (failed && !failed.ok) this.setData({ isLoading: false, failure: toFailureView(failed) })
        return
      }
      const { categories, freightTemplates } = choices.data
      this.setData({
        categories,
        freights: freightTemplates,
        categoryNames: toCategoryNames(choices.data),
        freightNames: [
          this.data.t.productEditor.freightDefault,
          ...freightTemplates.map(({ name }) => name),
        ],
      })
      if (product?.ok) this.take(product.data)
      else this.show(blankState(), 0)
    },

    take(product: EditedProduct) {
      this.show(stateOf(product), product.version)
    },

    show(state: EditorState, version: number) {
      const { categories, freights } = this.data
      this.setData({
        state,
        version,
        isLoading: false,
        problems: {},
        once: newOnceKey(),
        categoryPlace: categories.findIndex(({ id }) => id === state.categoryId),
        freightPlace: freights.findIndex(({ id }) => id === state.freightTemplateId) + 1,
      })
      this.showRows()
      this.markDirty(false)
    },

    showRows() {
      const { state, side, t } = this.data
      this.setData({
        rowViews: toRowViews(state, side, t.productEditor.only, t.productEditor.was),
      })
    },

    /** Something was typed or tapped: what is sent next is another intention. */
    edit(values: Record<string, unknown>) {
      this.setData({ ...values, once: newOnceKey() } as object)
      this.markDirty(true)
    },
    markDirty(isDirty: boolean) {
      if (isDirty === this.data.isDirty) return
      this.setData({ isDirty })
      this.triggerEvent('dirty', { isDirty })
    },

    onSideTap(event: Tap<{ side: Side }>) {
      this.setData({ side: event.currentTarget.dataset.side })
      this.showRows()
      if (Object.keys(this.data.problems).length > 0) this.check()
    },
    /** A field by its path in the state; texts are of the side that is shown. */
    onFieldInput(event: WechatMiniprogram.Input<object, { path: string; both?: boolean }>) {
      const { path, both } = event.currentTarget.dataset
      const place = both ? `${path}.${this.data.side}` : path
      const field = path.replace(/\[(\d+)\]/g, '.$1').replace(/\.name$/, '')
      const { problems } = this.data
      const solved = Object.fromEntries(
        Object.entries(problems).filter(([key]) => key !== field && key !== `${field}.name`),
      )
      this.edit({ [`state.${place}`]: event.detail.value, problems: solved })
      if (path.startsWith('options')) this.showRows()
    },
    onCategoryChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const categoryPlace = Number(event.detail.value)
      const category = this.data.categories[categoryPlace]
      if (!category?.isLeaf) return
      this.edit({ categoryPlace, 'state.categoryId': category.id, 'problems.categoryId': '' })
    },
    onFreightChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const freightPlace = Number(event.detail.value)
      const template = this.data.freights[freightPlace - 1]
      this.edit({ freightPlace, 'state.freightTemplateId': template?.id ?? '' })
    },

    async onAddPictureTap() {
      if (this.data.isUploading) return
      this.setData({ isUploading: true })
      const chosen = await choosePictures(mostPictures - this.data.state.pictures.length)
      this.setData({ isUploading: false })
      if (!chosen) return
      const pictures = [...this.data.state.pictures, ...chosen.stored].slice(0, mostPictures)
      this.edit({ 'state.pictures': pictures })
      if (chosen.failed > 0)
        void wx.showToast({ title: this.data.t.productEditor.uploadFailed, icon: 'none' })
    },
    async onPictureTap(event: Tap<{ index: number }>) {
      const { index } = event.currentTarget.dataset
      const { t, state } = this.data
      const texts = t.productEditor
      const actions = [
        ...(index > 0
          ? [
              { words: texts.first, to: 0 },
              { words: texts.earlier, to: index - 1 },
            ]
          : []),
        ...(index < state.pictures.length - 1 ? [{ words: texts.later, to: index + 1 }] : []),
        { words: texts.remove, to: -1 },
      ]
      const itemList = actions.map(({ words }) => words)
      const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined)
      const action = chosen && actions[chosen.tapIndex]
      if (!action) return
      const { pictures } = this.data.state
      this.edit({
        'state.pictures':
          action.to === -1 ? without(pictures, index) : moved(pictures, index, action.to),
      })
    },
    async onVideoTap() {
      if (this.data.state.video) {
        this.edit({ 'state.video': null })
        return
      }
      this.setData({ isUploading: true })
      const video = await chooseVideo()
      this.setData({ isUploading: false })
      if (video) this.edit({ 'state.video': video })
      else void wx.showToast({ title: this.data.t.productEditor.videoRefused, icon: 'none' })
    },

    onAddTap(event: Tap<{ list: ListName }>) {
      const { list } = event.currentTarget.dataset
      this.edit({ [`state.${list}`]: addedTo(this.data.state, list) })
    },
    onRemoveTap(event: Tap<{ list: ListName; index: number }>) {
      const { list, index } = event.currentTarget.dataset
      const items: readonly unknown[] = this.data.state[list]
      this.edit({ [`state.${list}`]: without(items, index), problems: {} })
    },
    onLevelTap(event: Tap<{ index: number; level: number }>) {
      const { index, level } = event.currentTarget.dataset
      const now = this.data.state.tastes[index]?.level ?? 0
      this.edit({ [`state.tastes[${index}].level`]: levelAfter(now, level) })
    },

    onAddOptionTap() {
      const { options } = this.data.state
      const value = { id: newOnceKey(), name: { zh: '', en: '' } }
      const option = { id: newOnceKey(), name: { zh: '', en: '' }, values: [value] }
      this.setOptions([...options, option])
    },
    onAddValueTap(event: Tap<{ index: number }>) {
      const { index } = event.currentTarget.dataset
      const value = { id: newOnceKey(), name: { zh: '', en: '' } }
      this.setOptions(
        this.data.state.options.map((option, place) =>
          place === index ? { ...option, values: [...option.values, value] } : option,
        ),
      )
    },
    onRemoveOptionTap(event: Tap<{ index: number }>) {
      this.setOptions(without(this.data.state.options, event.currentTarget.dataset.index))
    },
    onRemoveValueTap(event: Tap<{ index: number; place: number }>) {
      const { index, place } = event.currentTarget.dataset
      this.setOptions(
        this.data.state.options.flatMap((option, at) => {
          if (at !== index) return [option]
          const values = without(option.values, place)
          return values.length === 0 ? [] : [{ ...option, values }]
        }),
      )
    },
    setOptions(options: EditorState['options']) {
      this.edit({ state: withOptions(this.data.state, options), problems: {} })
      this.showRows()
    },

    onFillTap(event: Tap<{ column: 'price' | 'weight' | 'stock' }>) {
      const { column } = event.currentTarget.dataset
      const rows = fillDown<EditorRow, typeof column>(this.data.state.rows, column)
      this.edit({ 'state.rows': rows, problems: {} })
      void wx.showToast({ title: this.data.t.productEditor.filled, icon: 'none' })
    },
    onListedChange(
      event: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { index: number }>,
    ) {
      const { index } = event.currentTarget.dataset
      this.edit({ [`state.rows[${index}].isListed`]: event.detail.value })
    },
    onStockTap() {
      nav.open('stock', { productId: this.data.productId })
    },

    check(): boolean {
      const { state, side, t } = this.data
      const problems = findProblems(state, side, t.productEditor)
      this.setData({ problems })
      return Object.keys(problems).length === 0
    },
    async onSaveTap() {
      const { isSaving, isUploading, productId, state, version, once, t } = this.data
      if (isSaving || isUploading) return
      if (!this.check()) {
        const count = Object.keys(this.data.problems).length
        const title = fill(t.productEditor.problems, { count })
        void wx.showToast({ title, icon: 'none' })
        return
      }
      const { side } = this.data
      this.setData({ isSaving: true })
      if (!(await mayPrice(priceChanges(state, side, t.productEditor.only), t.stock))) {
        this.setData({ isSaving: false })
        return
      }
      const result = await change(
        'console.saveProduct',
        { form: formOf(state), ...(productId === '' ? {} : { productId, version }) },
        once,
      )
      this.setData({ isSaving: false })
      if (result.ok) {
        const isNew = productId === ''
        this.markDirty(false)
        this.setData({ version: result.data.version, once: newOnceKey() })
        this.triggerEvent('saved', { productId: result.data.productId, isNew })
        const title = isNew ? t.productEditor.savedNew : t.productEditor.saved
        void wx.showToast({ title, icon: 'none' })
        // New SKUs have their ids now; another save must not make them again.
        if (!isNew) void this.reload()
      } else if (result.error.code === 'PRODUCT_CHANGED') await this.settle(result.error.detail)
      else sayFailure(result)
    },
    async reload() {
      const { productId } = this.data
      const product = await call('console.getProduct', { productId })
      if (product.ok && productId === this.data.productId && !this.data.isDirty)
        this.take(product.data)
    },
    /** Two have edited: theirs is shown, or mine is kept to be saved over it. */
    async settle(theirs: EditedProduct) {
      const { productEditor } = this.data.t
      const { confirm } = await wx.showModal({
        title: productEditor.changedTitle,
        content: productEditor.changedLine,
        cancelText: productEditor.keepMine,
        confirmText: productEditor.takeTheirs,
      })
      if (confirm) this.take(theirs)
      else this.setData({ version: theirs.version, once: newOnceKey() })
    },
    onRetryTap() {
      void this.load()
    },
  },
})
