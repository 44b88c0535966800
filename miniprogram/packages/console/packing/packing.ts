import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import { call } from '../../../lib/call'
import { toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { drawSheet, measureOn } from './draw-sheet'
import { layOutSheet, sheet } from './packing-sheet'

type Canvas = WechatMiniprogram.Canvas

definePage({
  texts: ['common', 'desk'],
  data: {
    orderIds: [] as string[],
    place: 0,
    placeText: '',
    isDrawn: false,
    isBusy: false,
    isRefused: false,
    failure: null as FailureView | null,
  },
  canvas: null as Canvas | null,
  order: null as StaffOrderFile | null,

  onLoad(query: { orderIds?: string }) {
    this.setData({ orderIds: (query.orderIds ?? '').split(',') })
    void this.turnTo(0)
  },
  onReady() {
    this.createSelectorQuery()
      .select('.sheet')
      .fields({ node: true })
      .exec(([found]: [{ node?: Canvas } | null]) => {
        this.canvas = found?.node ?? null
        this.draw()
      })
  },
  onLanguageChange() {
    this.draw()
  },

  /** Draws the list of one of the orders; whether it is there now. */
  async turnTo(place: number): Promise<boolean> {
    const { orderIds, t } = this.data
    this.setData({
      place,
      isDrawn: false,
      placeText: fill(t.desk.packPlace, { place: place + 1, count: orderIds.length }),
    })
    const result = await call('console.openOrder', { orderId: orderIds[place] ?? '' })
    if (place !== this.data.place) return false
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return false
    }
    this.order = result.data
    this.setData({ failure: null })
    this.draw()
    return this.data.isDrawn
  },
  /** Once both the canvas and the order are there. */
  draw() {
    const { canvas, order } = this
    if (!canvas || !order) return
    canvas.width = sheet.width * sheet.pixels
    canvas.height = sheet.height * sheet.pixels
    const context = canvas.getContext('2d') as Parameters<typeof drawSheet>[0]
    drawSheet(context, layOutSheet(order, textsOf(['desk']).desk, measureOn(context)))
    this.setData({ isDrawn: true })
  },
  async picture(): Promise<string | undefined> {
    const { canvas } = this
    if (!canvas) return undefined
    try {
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' })
      return tempFilePath
    } catch (error) {
      console.error('canvasToTempFilePath', error)
      void wx.showToast({ title: this.data.t.desk.packFailed, icon: 'none' })
      return undefined
    }
  },

  onRetryTap() {
    void this.turnTo(this.data.place)
  },
  onTurnTap(event: WechatMiniprogram.TouchEvent<object, object, { by: number }>) {
    const place = this.data.place + event.currentTarget.dataset.by
    if (!this.data.isBusy && place >= 0 && place < this.data.orderIds.length)
      void this.turnTo(place)
  },
  /** Saves all of them, one picture an order; stops where one does not work. */
  async onSaveTap() {
    if (this.data.isBusy) return
    this.setData({ isBusy: true })
    const { orderIds, t } = this.data
    let saved = 0
    for (const place of orderIds.keys()) {
      if (orderIds.length > 1 && !(await this.turnTo(place))) break
      const filePath = await this.picture()
      if (!filePath || !(await this.save(filePath))) break
      saved += 1
    }
    this.setData({ isBusy: false })
    if (saved > 0)
      void wx.showToast({
        title: orderIds.length > 1 ? fill(t.desk.packSavedAll, { count: saved }) : t.desk.packSaved,
        icon: 'none',
      })
  },
  async save(filePath: string): Promise<boolean> {
    try {
      await wx.saveImageToPhotosAlbum({ filePath })
      this.setData({ isRefused: false })
      return true
    } catch (error) {
      // The person closed the dialog, or refused the album before: settings can open it again.
      const isRefused = /auth/i.test(String((error as { errMsg?: string }).errMsg))
      this.setData({ isRefused })
      if (!isRefused) console.info('saveImageToPhotosAlbum', error)
      return false
    }
  },
  onSettingTap() {
    void wx.openSetting()
  },
  async onShareTap() {
    if (this.data.isBusy) return
    this.setData({ isBusy: true })
    const path = await this.picture()
    this.setData({ isBusy: false })
    // Closing the menu is an answer too.
    if (path) void wx.showShareImageMenu({ path }).catch(() => undefined)
  },
})
