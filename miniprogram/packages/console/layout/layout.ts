import type { LayoutVersion } from '../../../../shared/contract/console-company'
import type { LayoutBlock } from '../../../../shared/contract/layout'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { currentLanguage } from '../../../lib/language'
import { latestOnly } from '../../../lib/latest-only'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { blockKinds, emptyBlock, fromBlockForm, kindText, moved, toBlockForm } from './block-form'
import type { BlockField } from './block-form'

const notOpen = -1

definePage({
  texts: ['common', 'company'],
  data: {
    blocks: null as LayoutBlock[] | null,
    rows: [] as { id: number; kind: string; title: string; isHero: boolean }[],
    note: '',
    /** The block whose form is open; the one after the last is a new one. */
    editing: { index: notOpen, kind: '', fields: [] as BlockField[], isWrong: false },
    isAdding: false,
    kinds: [] as { kind: LayoutBlock['kind']; label: string }[],
    categories: [] as { id: string; name: string }[],
    names: {} as Record<string, string>,
    hits: [] as { id: string; name: string }[],
    isSending: false,
    isChanged: false,
    once: '',
    failure: null as FailureView | null,
  },
  draft: undefined as LayoutVersion | undefined,
  layoutId: '',
  edited: null as LayoutBlock | null,
  search: (_words: string) => {},

  onLoad(query: { layoutId?: string }) {
    this.layoutId = query.layoutId ?? ''
    this.search = latestOnly(async (words: string) => {
      const result = words ? await call('catalog.suggest', { query: words }) : undefined
      const hits = result?.ok ? result.data.hits.map(({ id, name }) => ({ id, name })) : []
      for (const { id, name } of hits) this.data.names[id] = name
      this.setData({ hits, names: this.data.names })
    })
    this.setData({ once: newOnceKey() })
    void this.load()
  },
  onLanguageChange() {
    void this.load()
  },

  async load() {
    const [layout, categories] = await Promise.all([
      call('console.getLayout', { layoutId: this.layoutId }),
      call('catalog.listCategories', {}),
    ])
    if (!layout.ok) {
      this.setData({ failure: toFailureView(layout) })
      return
    }
    const { blocks, ...version } = layout.data
    // Who begins with a version that is no draft makes a new one.
    this.draft = version.state === 'draft' ? version : undefined
    const { company } = this.data.t
    this.setData({
      categories: categories.ok
        ? categories.data.categories.map(({ id, name }) => ({ id, name }))
        : [],
      kinds: blockKinds.map((kind) => ({ kind, label: kindText(kind, company) })),
      note: this.draft?.note ?? '',
      failure: null,
    })
    this.show(blocks)
  },
  show(blocks: LayoutBlock[]) {
    const { company } = this.data.t
    const language = currentLanguage() === 'en' ? 'en' : 'zh'
    this.setData({
      blocks,
      rows: blocks.map((block, id) => ({
        id,
        kind: kindText(block.kind, company),
        title: titleOf(block)[language],
        isHero: block.kind === 'hero',
      })),
    })
  },
  change(blocks: LayoutBlock[]) {
    this.setData({ isChanged: true, once: newOnceKey() })
    this.show(blocks)
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onNoteInput(event: WechatMiniprogram.Input) {
    this.setData({ note: event.detail.value, isChanged: true, once: newOnceKey() })
  },

  onMoveTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number; by: -1 | 1 }>) {
    const { index, by } = event.currentTarget.dataset
    this.change(moved(this.data.blocks ?? [], index, by))
  },
  onRemoveTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const { index } = event.currentTarget.dataset
    this.change((this.data.blocks ?? []).filter((_, at) => at !== index))
  },
  onAddTap() {
    this.setData({ isAdding: true })
  },
  onAddClose() {
    this.setData({ isAdding: false })
  },
  onKindTap(event: WechatMiniprogram.TouchEvent<object, object, { kind: LayoutBlock['kind'] }>) {
    const { kind } = event.currentTarget.dataset
    const blocks = this.data.blocks ?? []
    if (kind === 'hero' && blocks.some((block) => block.kind === 'hero')) {
      void wx.showToast({ title: this.data.t.company.heroOnce, icon: 'none' })
      return
    }
    this.setData({ isAdding: false })
    this.openForm(emptyBlock(kind), blocks.length)
  },
  onEditTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const { index } = event.currentTarget.dataset
    const block = this.data.blocks?.[index]
    if (block) this.openForm(block, index)
  },
  openForm(block: LayoutBlock, index: number) {
    this.edited = block
    const { company } = this.data.t
    const fields = toBlockForm(block, company)
    const editing = { index, kind: kindText(block.kind, company), fields, isWrong: false }
    this.setData({ editing, hits: [] })
    void this.nameProducts(fields.flatMap(({ products }) => products))
  },
  /** Products are shown by name; one that is gone by its id. */
  async nameProducts(ids: string[]) {
    const unknown = ids.filter((id) => !(id in this.data.names))
    const found = await Promise.all(
      unknown.map((productId) => call('catalog.getProduct', { productId })),
    )
    for (const result of found) if (result.ok) this.data.names[result.data.id] = result.data.name
    this.setData({ names: this.data.names })
  },
  onFormClose() {
    this.setData({ 'editing.index': notOpen })
  },
  fillIn(index: number, part: Partial<BlockField>) {
    const fields = this.data.editing.fields.map((field, at) =>
      at === index ? { ...field, ...part } : field,
    )
    this.setData({ 'editing.fields': fields, 'editing.isWrong': false })
  },
  onFieldInput(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
    this.fillIn(event.currentTarget.dataset.index, { value: event.detail.value })
  },
  onChoiceTap(
    event: WechatMiniprogram.TouchEvent<object, object, { index: number; value: string }>,
  ) {
    const { index, value } = event.currentTarget.dataset
    const isSame = this.data.editing.fields[index]?.value === value
    this.fillIn(index, { value: isSame ? '' : value })
  },
  onSearchInput(event: WechatMiniprogram.Input) {
    this.search(event.detail.value.trim())
  },
  onHitTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number; id: string }>) {
    const { index, id } = event.currentTarget.dataset
    const field = this.data.editing.fields[index]
    if (!field || field.products.includes(id)) return
    const products = [...field.products, id].slice(-field.most)
    this.fillIn(index, { products })
  },
  onProductTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number; id: string }>) {
    const { index, id } = event.currentTarget.dataset
    const products = this.data.editing.fields[index]?.products.filter((known) => known !== id) ?? []
    this.fillIn(index, { products })
  },
  onFormSaveTap() {
    const { blocks, editing } = this.data
    const block = this.edited && fromBlockForm(this.edited, editing.fields)
    if (!block) {
      this.setData({ 'editing.isWrong': true })
      return
    }
    const changed = [...(blocks ?? [])]
    changed[editing.index] = block
    const hero = changed.filter(({ kind }) => kind === 'hero')
    this.change([...hero, ...changed.filter(({ kind }) => kind !== 'hero')])
    this.onFormClose()
  },

  /** Keeps the draft; undefined when that did not work. */
  async save(): Promise<LayoutVersion | undefined> {
    const { blocks, note, once, isChanged } = this.data
    if (!isChanged && this.draft) return this.draft
    const result = await change(
      'console.saveLayout',
      {
        ...(this.draft ? { draft: { layoutId: this.draft.id, savedAt: this.draft.savedAt } } : {}),
        blocks: blocks ?? [],
        note,
      },
      once,
    )
    if (!result.ok) {
      sayFailure(result)
      return undefined
    }
    this.draft = result.data
    this.layoutId = result.data.id
    this.setData({ isChanged: false, once: newOnceKey() })
    return result.data
  },
  async onSaveTap() {
    if (this.data.isSending) return
    this.setData({ isSending: true })
    const saved = await this.save()
    this.setData({ isSending: false })
    if (saved) void wx.showToast({ title: this.data.t.company.layoutSaved, icon: 'none' })
  },
  async onPreviewTap() {
    if (this.data.isSending) return
    this.setData({ isSending: true })
    const saved = await this.save()
    this.setData({ isSending: false })
    if (saved) nav.open('preview', { layoutId: saved.id, state: 'draft' })
  },
  async onPublishTap() {
    const { isSending, t } = this.data
    if (isSending) return
    const { confirm } = await wx.showModal({
      title: t.company.publishAsk,
      content: t.company.publishLine,
      confirmText: t.company.publishYes,
      cancelText: t.common.cancel,
    })
    if (!confirm) return
    this.setData({ isSending: true })
    const saved = await this.save()
    const result =
      saved &&
      (await change('console.publishLayout', { layoutId: saved.id, savedAt: saved.savedAt }))
    this.setData({ isSending: false })
    if (!result) return
    if (!result.ok) sayFailure(result)
    else {
      void wx.showToast({ title: t.company.published, icon: 'none' })
      nav.back()
    }
  },
})

/** What a block is about, for the list. */
function titleOf(block: LayoutBlock): { zh: string; en: string } {
  switch (block.kind) {
    case 'hero':
      return block.alt
    case 'doors': {
      const join = (language: 'zh' | 'en') =>
        block.doors.map(({ title }) => title[language]).join(' / ')
      return { zh: join('zh'), en: join('en') }
    }
    case 'notice':
      return block.line
    default:
      return block.title
  }
}
