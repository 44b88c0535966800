import type { ProductDetail } from '../../../../shared/contract/catalog'
import { firstChoice, toSkuView } from '../../../components/sku-sheet/sku-view'
import { call, change, newOnceKey } from '../../../lib/call'
import { askCompanyName } from '../../../lib/company'
import { toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { priceText } from '../../../lib/price-text'
import { drawPoster } from './draw-poster'
import type { CanvasNode } from './draw-poster'
import type { PosterWords } from './poster-layout'
import { savePicture } from './save-picture'

definePage({
  texts: ['poster', 'common'],
  data: {
    productId: '',
    productName: '',
    /** The drawing as a file, which is what is shown, kept and sent. */
    picture: '',
    label: '',
    failure: null as FailureView | null,
    isBroken: false,
    isSaving: false,
  },
  once: '',
  request: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.once = newOnceKey()
    this.setData({ productId: query['productId'] ?? '' })
  },
  /** The canvas is there. */
  onReady() {
    void this.draw()
  },
  onLanguageChange() {
    void this.draw()
  },
  onShareAppMessage() {
    const { productId, productName, picture } = this.data
    return {
      title: productName,
      path: nav.urlOf('product', { productId }),
      ...(picture === '' ? {} : { imageUrl: picture }),
    }
  },

  async draw() {
    const request = ++this.request
    const { productId } = this.data
    this.setData({ picture: '', failure: null, isBroken: false })
    const [product, code] = await Promise.all([
      call('catalog.getProduct', { productId }),
      change('catalog.getShareCode', { productId }, this.once),
    ])
    if (request !== this.request) return
    if (!product.ok || !code.ok) {
      const failed = product.ok ? code : product
      if (!failed.ok) this.setData({ failure: toFailureView(failed) })
      return
    }
    try {
      const picture = await this.drawn(product.data, code.data.codeFileId)
      if (request !== this.request) return
      const { name } = product.data
      const label = fill(this.data.t.poster.picture, { name })
      this.setData({ picture, productName: name, label })
    } catch (error) {
      // A picture that did not come, or a canvas the phone has no room for: trying again is right.
      console.error('poster', error)
      if (request === this.request) this.setData({ isBroken: true })
    }
  },
  async drawn(product: ProductDetail, codeFileId: string): Promise<string> {
    const [canvas, company, picture, code] = await Promise.all([
      findCanvas(),
      askCompanyName(),
      localFile(product.pictures[0] ?? ''),
      localFile(codeFileId),
    ])
    await drawPoster(canvas, wordsOf(product, company), { product: picture, code })
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvas,
      x: 0,
      y: 0,
      width: canvas.width,
      height: canvas.height,
      destWidth: canvas.width,
      destHeight: canvas.height,
      fileType: 'png',
    })
    return tempFilePath
  },

  async onSaveTap() {
    const { picture, isSaving, t } = this.data
    if (picture === '' || isSaving) return
    this.setData({ isSaving: true })
    const outcome = await savePicture(picture)
    this.setData({ isSaving: false })
    if (outcome === 'saved') void wx.showToast({ title: t.poster.saved, icon: 'none' })
    if (outcome === 'failed') void wx.showToast({ title: t.poster.failedTitle, icon: 'none' })
    if (outcome !== 'denied') return
    const { confirm } = await wx.showModal({
      title: t.poster.deniedTitle,
      content: t.poster.deniedLine,
      confirmText: t.poster.deniedGo,
    })
    if (confirm) void wx.openSetting()
  },
  onPictureTap() {
    const { picture } = this.data
    void wx.previewImage({ urls: [picture], current: picture, showmenu: true })
  },
  onRetry() {
    void this.draw()
  },
})

/** The words of the poster; the price is that of the cheapest that can be bought. */
function wordsOf(product: ProductDetail, company: string): PosterWords {
  const { poster } = textsOf(['poster'])
  const { sku } = toSkuView(product, firstChoice(product))
  const isFrom = product.skus.some(({ priceFen }) => priceFen !== sku?.priceFen)
  const price = sku ? priceText(sku.priceFen) : ''
  return {
    company,
    name: product.name,
    line: product.line,
    price: isFrom ? fill(poster.priceFrom, { price }) : price,
    was: sku?.wasFen === undefined ? '' : priceText(sku.wasFen),
    scan: poster.scan,
  }
}

function findCanvas(): Promise<CanvasNode> {
  return new Promise((resolve, reject) => {
    wx.createSelectorQuery()
      .select('#poster')
      .fields({ node: true })
      .exec((found: ({ node?: CanvasNode } | null)[]) => {
        const node = found[0]?.node
        if (node) resolve(node)
        else reject(new Error('the canvas of the poster is not on the page'))
      })
  })
}

/** A canvas draws files of the phone; what lies in the cloud is brought here first. */
async function localFile(fileID: string): Promise<string> {
  const { tempFilePath } = await wx.cloud.downloadFile({ fileID })
  return tempFilePath
}
