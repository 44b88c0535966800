import type { AppContract } from '../../../../shared/contract'
import type { OutputOf } from '../../../../shared/contract/define'
import type { ProductRow, ProductTab } from '../../../../shared/contract/goods'
import { call, change } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import { loadMe, session } from '../../../lib/session'
import { keepInView } from '../panes/keep-in-view'
import type { ListKey } from '../panes/key-deed'
import { outcomeText, together, toProductRows } from './products-view'
import type { ProductRowView } from './products-view'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>

const editors = ['owner', 'manager', 'clerk'] as const
/** The server takes so many at once. */
const mostAtOnce = 20

const tabs = ['onShelf', 'lowStock', 'soldOut', 'offShelf'] as const satisfies readonly ProductTab[]

definePage({
  texts: ['common', 'goods', 'shipping'],
  data: {
    tab: 'onShelf' as ProductTab,
    query: '',
    categories: [] as { id: string; name: string }[],
    categoryNames: [] as string[],
    categoryPlace: 0,
    rows: [] as ProductRowView[],
    itemIds: [] as string[],
    isSearching: false,
    isSelecting: false,
    selectedCount: 0,
    selectedText: '',
    isWorking: false,
    /** Packers and the service desk look, and open the stock. */
    canEdit: false,
    /** What the editor beside the list has open; `new` begins one. */
    openId: '',
    isDirty: false,
    ...unread,
  },

  products: [] as readonly ProductRow[],
  selected: new Set<string>(),
  list: null as PagedList<OutputOf<AppContract['console.listProducts']>, ProductRow> | null,

  onLoad(query: { tab?: string }) {
    const tab = tabs.find((name) => name === query.tab)
    if (tab) this.setData({ tab })
    this.selected = new Set()
    this.list = new PagedList({
      ask: (cursor) => call('console.listProducts', { ...this.question(), cursor }),
      itemsOf: ({ products }) => products,
      show: (list, products) => {
        this.products = together(products)
        this.showRows()
        this.setData({ ...list, itemIds: this.products.map(({ id }) => id) })
      },
    })
    void this.loadCategories()
  },
  async onShow() {
    void this.list?.refresh()
    if (!session.get().me) await loadMe()
    const roles = session.get().me?.roles ?? []
    this.setData({ canEdit: editors.some((role) => roles.includes(role)) })
  },
  async onPullDownRefresh() {
    await this.list?.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.list?.more()
  },
  onLanguageChange() {
    void this.loadCategories()
    this.list?.showAgain()
  },

  onTabTap(event: Tap<{ tab: ProductTab }>) {
    this.show({ tab: event.currentTarget.dataset.tab, query: '' })
  },
  onCategoryChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.show({ categoryPlace: Number(event.detail.value), query: '' })
  },
  onSearchConfirm(event: WechatMiniprogram.Input) {
    this.show({ query: event.detail.value.trim() })
  },
  onClearTap() {
    this.show({ query: '' })
  },
  async onScanTap() {
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (scanned) this.show({ query: scanned.result.trim().slice(0, 40) })
  },
  onSheetTap() {
    nav.open('importGoods')
  },
  onFreightTap() {
    nav.open('freight')
  },
  onEmptyTap() {
    if (this.data.query) this.onClearTap()
    else this.onAddTap()
  },
  onRetryTap() {
    void this.list?.restart()
  },

  onAddTap() {
    void this.openEditor('new')
  },
  onRowTap(event: Tap<{ id: string }>) {
    const { id } = event.currentTarget.dataset
    if (this.data.isSelecting) this.toggle(id)
    else if (this.data.canEdit) void this.openEditor(id)
    else nav.open('stock', { productId: id })
  },
  onStockTap(event: Tap<{ id: string }>) {
    nav.open('stock', { productId: event.currentTarget.dataset.id })
  },
  async openEditor(id: string) {
    const { appearance, isDirty, t } = this.data
    if (!appearance.isBeside) {
      nav.open('productEdit', id === 'new' ? {} : { productId: id })
      return
    }
    if (isDirty) {
      const { confirm } = await wx.showModal({
        title: t.goods.unsaved,
        content: t.goods.unsavedLine,
        cancelText: t.goods.leave,
        confirmText: t.goods.stay,
      })
      if (confirm) return
    }
    // The editor is taken down first: it opens what it is made for.
    this.setData({ openId: '', isDirty: false })
    this.setData({ openId: id }, () => this.keepInView('.product-open'))
  },
  onDirty(event: WechatMiniprogram.CustomEvent<{ isDirty: boolean }>) {
    this.setData({ isDirty: event.detail.isDirty })
  },
  onSaved(event: WechatMiniprogram.CustomEvent<{ productId: string; isNew: boolean }>) {
    const { productId, isNew } = event.detail
    if (isNew) void this.openEditor(productId)
    void this.list?.refresh()
  },
  onMove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.data.canEdit) void this.openEditor(event.detail.id)
  },
  keepInView(selector: string) {
    keepInView(selector, this.data.appearance.topHeight)
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ deed: ListKey }>) {
    const { deed } = event.detail
    if (deed === 'search') this.setData({ isSearching: true }, () => this.keepInView('.search'))
    else if (deed === 'select' && this.data.isSelecting) this.toggle(this.data.openId)
  },
  onSearchBlur() {
    this.setData({ isSearching: false })
  },

  onSelectTap() {
    this.selected.clear()
    this.setData({ isSelecting: !this.data.isSelecting })
    this.showRows()
  },
  toggle(id: string) {
    if (this.selected.has(id)) this.selected.delete(id)
    else if (this.selected.size < mostAtOnce) this.selected.add(id)
    this.showRows()
  },
  async onShelveTap(event: Tap<{ listed: boolean }>) {
    const isListed = event.currentTarget.dataset.listed
    const productIds = [...this.selected]
    if (this.data.isWorking || productIds.length === 0) return
    this.setData({ isWorking: true })
    const result = await change('console.shelveProducts', { productIds, isListed })
    this.setData({ isWorking: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.selected.clear()
    this.setData({ isSelecting: false })
    const content = outcomeText(result.data.outcomes, isListed, this.data.t.goods)
    const isPlain = result.data.outcomes.every(({ outcome }) => outcome === 'changed')
    if (isPlain) void wx.showToast({ title: content, icon: 'none' })
    else void wx.showModal({ content, showCancel: false, confirmText: this.data.t.common.confirm })
    await this.list?.refresh()
  },

  show(change: { tab?: ProductTab; query?: string; categoryPlace?: number }) {
    this.selected.clear()
    this.setData({ ...change, isSelecting: false })
    void this.list?.restart()
  },
  question() {
    const { tab, query, categories, categoryPlace } = this.data
    const category = categories[categoryPlace - 1]
    return {
      tab,
      ...(query === '' ? {} : { query }),
      ...(category === undefined ? {} : { categoryId: category.id }),
    }
  },
  async loadCategories() {
    const choices = await call('console.getProductChoices', {})
    if (!choices.ok) return
    const { categories } = choices.data
    this.setData({
      categories: categories.map(({ id, name }) => ({ id, name })),
      categoryNames: [
        this.data.t.goods.allCategories,
        ...categories.map(({ name, depth }) => '　'.repeat(depth) + name),
      ],
    })
  },
  showRows() {
    const { goods } = textsOf(['goods'])
    const selectedCount = this.selected.size
    this.setData({
      rows: toProductRows(this.products, this.selected, goods),
      selectedCount,
      selectedText: fill(goods.selected, { count: selectedCount }),
    })
  },
})
