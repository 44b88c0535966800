import type { ProductFilter, ProductSort } from '../../../../shared/contract/catalog'
import { chosenCount } from '../../../components/filter-sheet/filter-view'
import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { latestOnly } from '../../../lib/latest-only'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { forgetSearch, forgetSearches, rememberSearch, searchHistory } from './search-history'
import { toResultsView, toSuggestView } from './search-view'
import type { ResultsView, SuggestView } from './search-view'

/** Longer words are cut: the server takes no more. */
const longestQuery = 40

definePage({
  texts: ['search', 'filter', 'common'],
  data: {
    /** `idle`: history and hot words; `typing`: suggestions; `results`: what was found. */
    phase: 'idle' as 'idle' | 'typing' | 'results',
    query: '',
    isFocused: false,
    hint: '',
    hotWords: [] as string[],
    history: [] as string[],
    scopes: [] as { id: string; name: string }[],
    scopeId: '',
    sort: 'default' as ProductSort,
    suggest: null as SuggestView | null,
    results: null as ResultsView | null,
    failure: null as FailureView | null,
    isLoadingMore: false,
    filter: {} as ProductFilter,
    filterCount: 0,
    isFiltering: false,
    /** Each word of the history can be taken away. */
    isForgetting: false,
    choosing: { isOpen: false, productId: '' },
    longestQuery,
  },
  request: 0,
  suggestFor: null as ((query: string) => void) | null,

  onLoad(options: Record<string, string | undefined>) {
    this.suggestFor = latestOnly((query) => this.loadSuggestions(query))
    const query = options['query'] ?? ''
    this.setData({ history: searchHistory(), isFocused: query === '' })
    if (query !== '') this.search(query)
    void this.loadWords()
  },
  onLanguageChange() {
    void this.loadWords()
    if (this.data.phase === 'results') void this.loadResults()
  },
  onReachBottom() {
    void this.loadMore()
  },

  async loadWords() {
    const [words, categories] = await Promise.all([
      call('catalog.getSearchWords', {}),
      call('catalog.listCategories', {}),
    ])
    // Searching works without them: a failure leaves the places empty.
    if (words.ok) this.setData({ hint: words.data.hint, hotWords: words.data.hotWords })
    if (categories.ok)
      this.setData({
        scopes: categories.data.categories
          .filter(({ parentId }) => parentId === undefined)
          .map(({ id, name }) => ({ id, name })),
      })
  },
  async loadSuggestions(query: string) {
    const result = await call('catalog.suggest', { query })
    const { phase, t } = this.data
    if (!result.ok || phase !== 'typing' || query !== this.data.query.trim()) return
    this.setData({ suggest: toSuggestView(result.data, query, t.search) })
  },
  search(word: string) {
    const query = word.trim().slice(0, longestQuery)
    if (query === '') return
    this.setData({
      phase: 'results',
      query,
      isFocused: false,
      history: rememberSearch(query),
      scopeId: '',
      sort: 'default',
      filter: {},
      filterCount: 0,
    })
    void this.loadResults()
  },
  async loadResults() {
    const request = ++this.request
    this.setData({ results: null, failure: null, isLoadingMore: false })
    const result = await call('catalog.search', this.question())
    if (request !== this.request) return
    const { query, t } = this.data
    if (result.ok) this.setData({ results: toResultsView(result.data, null, query, t.search) })
    else this.setData({ failure: toFailureView(result) })
  },
  async loadMore() {
    const { results, isLoadingMore, phase } = this.data
    if (phase !== 'results' || !results || results.cursor === '' || isLoadingMore) return
    const { request } = this
    this.setData({ isLoadingMore: true })
    const result = await call('catalog.search', { ...this.question(), cursor: results.cursor })
    if (request !== this.request) return
    this.setData({ isLoadingMore: false })
    const { query, t } = this.data
    if (result.ok) this.setData({ results: toResultsView(result.data, results, query, t.search) })
    else sayFailure(result)
  },
  question() {
    const { query, scopeId, sort, filter } = this.data
    return { query, sort, filter, ...(scopeId === '' ? {} : { categoryId: scopeId }) }
  },

  onInput(event: WechatMiniprogram.Input) {
    const query = event.detail.value
    const isEmpty = query.trim() === ''
    this.setData({
      query,
      phase: isEmpty ? 'idle' : 'typing',
      ...(isEmpty ? { suggest: null } : {}),
    })
    if (!isEmpty) this.suggestFor?.(query.trim())
  },
  onFieldBlur() {
    this.setData({ isFocused: false })
  },
  onFieldFocus() {
    const { phase, query } = this.data
    this.setData({ isFocused: true })
    if (phase !== 'results') return
    this.setData({ phase: 'typing' })
    this.suggestFor?.(query.trim())
  },
  onConfirm() {
    this.search(this.data.query.trim() === '' ? this.data.hint : this.data.query)
  },
  onClearTap() {
    this.setData({ query: '', phase: 'idle', suggest: null, isFocused: true })
  },
  onWordTap(event: WechatMiniprogram.CustomEvent<object, object, { word: string }>) {
    this.search(event.currentTarget.dataset.word)
  },
  onHitTap(event: WechatMiniprogram.CustomEvent<object, object, { productId: string }>) {
    this.setData({ history: rememberSearch(this.data.query.trim()) })
    nav.open('product', { productId: event.currentTarget.dataset.productId })
  },
  onForgetTap() {
    this.setData({ isForgetting: !this.data.isForgetting })
  },
  onForgetWordTap(event: WechatMiniprogram.CustomEvent<object, object, { word: string }>) {
    const history = forgetSearch(event.currentTarget.dataset.word)
    this.setData({ history, isForgetting: history.length > 0 })
  },
  onForgetAllTap() {
    forgetSearches()
    this.setData({ history: [], isForgetting: false })
  },
  onFilterTap() {
    this.setData({ isFiltering: true })
  },
  onFilterChange(event: WechatMiniprogram.CustomEvent<{ filter: ProductFilter }>) {
    const { filter } = event.detail
    this.setData({ filter, filterCount: chosenCount(filter) })
    void this.loadResults()
  },
  onFilterClearTap() {
    this.setData({ filter: {}, filterCount: 0 })
    void this.loadResults()
  },
  onFilterClose() {
    this.setData({ isFiltering: false })
  },
  onScopeTap(event: WechatMiniprogram.CustomEvent<object, object, { scopeId: string }>) {
    const { scopeId } = event.currentTarget.dataset
    this.setData({ scopeId, filter: {}, filterCount: 0 })
    void this.loadResults()
  },
  onSortChange(event: WechatMiniprogram.CustomEvent<{ sort: ProductSort }>) {
    this.setData({ sort: event.detail.sort })
    void this.loadResults()
  },
  onRetry() {
    void this.loadResults()
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    this.setData({ choosing: { isOpen: true, productId: event.detail.productId } })
  },
  /** Nothing on this page shows the cart, so it is said. */
  onAdded() {
    void wx.showToast({ title: this.data.t.search.added, icon: 'none' })
  },
  onChosenClose() {
    this.setData({ 'choosing.isOpen': false })
  },
})
