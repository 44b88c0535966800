import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { toCheckView, unreadableText } from './import-view'
import type { CheckView, SheetCheck } from './import-view'

/** The server reads no more. */
const mostBytes = 2_000_000

definePage({
  texts: ['common', 'goodsSheet'],
  data: {
    /** What was read so far, then how much is ready. */
    exportLine: '',
    isExporting: false,
    exportedPath: '',
    fileName: '',
    stage: 'choose' as
      'choose' | 'uploading' | 'checking' | 'checked' | 'applying' | 'stopped' | 'done',
    problem: '',
    check: null as CheckView | null,
    progress: '',
    percent: 0,
  },

  checked: undefined as SheetCheck | undefined,
  fileId: '',
  from: 0,
  total: 0,

  onLanguageChange() {
    if (this.checked) this.setData({ check: toCheckView(this.checked, this.data.t.goodsSheet) })
  },

  async onExportTap() {
    if (this.data.isExporting) return
    const { goodsSheet } = this.data.t
    this.setData({ isExporting: true, exportedPath: '', exportLine: '' })
    const csv = await this.readAll()
    this.setData({ isExporting: false })
    if (csv === undefined) return
    const path = `${wx.env.USER_DATA_PATH}/${goodsSheet.fileName}.csv`
    try {
      wx.getFileSystemManager().writeFileSync(path, csv.text, 'utf8')
    } catch (error) {
      console.error('writeFile', error)
      this.setData({ exportLine: '' })
      return
    }
    this.setData({
      exportedPath: path,
      exportLine: fill(goodsSheet.exported, { count: csv.count }),
    })
  },
  async readAll(): Promise<{ text: string; count: number } | undefined> {
    let text = ''
    let count = 0
    let cursor: string | undefined
    do {
      const page = await call('console.exportProducts', cursor === undefined ? {} : { cursor })
      if (!page.ok) {
        sayFailure(page)
        return undefined
      }
      text += page.data.csv
      count += page.data.count
      cursor = page.data.cursor
      this.setData({ exportLine: fill(this.data.t.goodsSheet.exporting, { count }) })
    } while (cursor !== undefined)
    return { text, count }
  },
  async onShareTap() {
    const { exportedPath, t } = this.data
    // Not sending it after all is an answer too.
    await wx
      .shareFileMessage({ filePath: exportedPath, fileName: `${t.goodsSheet.fileName}.csv` })
      .catch((error: unknown) => console.info('shareFileMessage', error))
  },

  async onChooseTap() {
    const { goodsSheet } = this.data.t
    const chosen = await wx
      .chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] })
      .catch((error: unknown) => void console.info('chooseMessageFile', error))
    const file = chosen?.tempFiles[0]
    if (!file) return
    this.checked = undefined
    this.setData({ problem: '', check: null, fileName: file.name })
    if (file.size > mostBytes) {
      this.setData({ stage: 'choose', problem: goodsSheet.tooBig })
      return
    }
    this.setData({ stage: 'uploading' })
    try {
      const cloudPath = `sheets/${newOnceKey()}.csv`
      this.fileId = (await wx.cloud.uploadFile({ cloudPath, filePath: file.path })).fileID
    } catch (error) {
      console.error('uploadFile', error)
      this.setData({ stage: 'choose', problem: goodsSheet.missing })
      return
    }
    await this.look()
  },
  async look() {
    const { goodsSheet } = this.data.t
    this.setData({ stage: 'checking' })
    const result = await call('console.checkSheet', { fileId: this.fileId })
    if (result.ok) {
      this.checked = result.data
      this.from = 0
      this.setData({ stage: 'checked', check: toCheckView(result.data, goodsSheet) })
      return
    }
    this.setData({ stage: 'choose' })
    if (result.error.code === 'SHEET_UNREADABLE')
      this.setData({ problem: unreadableText(result.error.detail.reason, goodsSheet) })
    else sayFailure(result)
  },

  /** Applies part after part; wherever it stops, it goes on from there. */
  async onApplyTap() {
    const sheetId = this.checked?.sheetId
    if (sheetId === undefined || this.data.stage === 'applying') return
    this.setData({ stage: 'applying', progress: '', percent: 0 })
    for (;;) {
      const part = await change('console.applySheet', {
        fileId: this.fileId,
        sheetId,
        from: this.from,
      })
      const { goodsSheet } = this.data.t
      if (!part.ok) {
        const counts = { done: this.from, total: this.total }
        const progress = this.total > 0 ? fill(goodsSheet.interrupted, counts) : ''
        this.setData({ stage: 'stopped', progress })
        sayFailure(part)
        return
      }
      const { done, total, next } = part.data
      this.total = total
      this.setData({
        progress: fill(goodsSheet.applying, { done, total }),
        percent: total === 0 ? 100 : Math.round((done / total) * 100),
      })
      if (next === undefined) break
      this.from = next
    }
    this.setData({ stage: 'done' })
    await wx.cloud
      .deleteFile({ fileList: [this.fileId] })
      .catch((error: unknown) => console.info('deleteFile', error))
  },
  onAnotherTap() {
    this.checked = undefined
    this.setData({ stage: 'choose', check: null, fileName: '', problem: '', progress: '' })
  },
})
