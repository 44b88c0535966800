import type { LayoutVersion } from '../../../../shared/contract/console-company'
import { call, change } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { stamp } from '../stamp'

interface VersionRow {
  id: string
  version: number
  title: string
  state: LayoutVersion['state']
  stateText: string
  note: string
  by: string
}

definePage({
  texts: ['common', 'company'],
  data: {
    rows: null as VersionRow[] | null,
    publishedId: '',
    isSending: false,
    failure: null as FailureView | null,
  },
  versions: [] as LayoutVersion[],

  onShow() {
    void this.load()
  },
  onLanguageChange() {
    this.setData({ rows: this.versions.map(toRow) })
  },
  async load() {
    const result = await call('console.listLayouts', {})
    if (!result.ok) {
      if (this.data.rows) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    this.versions = result.data.versions
    const published = this.versions.find(({ state }) => state === 'published')
    this.setData({
      rows: this.versions.map(toRow),
      publishedId: published?.id ?? '',
      failure: null,
    })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onNewTap() {
    nav.open('layout', { layoutId: this.data.publishedId })
  },
  onEditTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('layout', { layoutId: event.currentTarget.dataset.id })
  },
  onPreviewTap(
    event: WechatMiniprogram.TouchEvent<
      object,
      object,
      { id: string; state: LayoutVersion['state'] }
    >,
  ) {
    const { id: layoutId, state } = event.currentTarget.dataset
    nav.open('preview', { layoutId, state })
  },
  async onRollBackTap(
    event: WechatMiniprogram.TouchEvent<object, object, { id: string; version: number }>,
  ) {
    const { id, version } = event.currentTarget.dataset
    const { isSending, t } = this.data
    if (isSending) return
    const { confirm } = await wx.showModal({
      title: fill(t.company.rollBackAsk, { version }),
      content: t.company.rollBackLine,
      confirmText: t.company.rollBackYes,
      cancelText: t.common.cancel,
    })
    if (!confirm) return
    this.setData({ isSending: true })
    const result = await change('console.rollBackLayout', { layoutId: id })
    this.setData({ isSending: false })
    if (result.ok) void wx.showToast({ title: t.company.published, icon: 'none' })
    else sayFailure(result)
    await this.load()
  },
})

function toRow({ id, version, state, note, createdBy, savedAt }: LayoutVersion): VersionRow {
  const { company } = textsOf(['company'])
  const words: Record<LayoutVersion['state'], string> = {
    draft: company.layoutDraft,
    published: company.layoutPublished,
    replaced: company.layoutReplaced,
  }
  return {
    id,
    version,
    title: fill(company.layoutVersion, { version }),
    state,
    stateText: words[state],
    note,
    by: fill(company.layoutBy, { name: createdBy, time: stamp(savedAt) }).trim(),
  }
}
