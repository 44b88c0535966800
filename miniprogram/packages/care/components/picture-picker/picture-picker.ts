import { textsBehavior } from '../../../../lib/texts'
import { choosePictures, uploadPicture } from '../../upload-pictures'
import type { PictureFolder } from '../../upload-pictures'

/**
 * Pictures a customer adds: each goes to the cloud as soon as it is chosen.
 *
 * | property | type     | what                                   |
 * | -------- | -------- | -------------------------------------- |
 * | pictures | String[] | cloud file ids; its owner keeps them   |
 * | most     | Number   | how many there may be                  |
 * | folder   | String   | `care`, or `cases` for proofs          |
 *
 * | event  | detail                | when                          |
 * | ------ | --------------------- | ----------------------------- |
 * | change | `{ pictures, isBusy }`| one arrived or was taken away |
 */
Component({
  behaviors: [textsBehavior(['afterSale'])],
  properties: {
    pictures: { type: Array, value: [] as string[] },
    most: { type: Number, value: 6 },
    folder: { type: String, value: 'care' as PictureFolder },
  },
  data: { isBusy: false },
  methods: {
    async onAddTap() {
      if (this.data.isBusy) return
      const chosen = await choosePictures(this.data.most - this.data.pictures.length)
      if (chosen.length === 0) return
      this.setData({ isBusy: true })
      this.tell(this.data.pictures)
      let pictures = this.data.pictures
      for (const path of chosen) {
        const fileId = await uploadPicture(path, this.data.folder)
        if (fileId === undefined) {
          void wx.showToast({ title: this.data.t.afterSale.uploadFailed, icon: 'none' })
          break
        }
        pictures = [...pictures, fileId]
        this.tell(pictures)
      }
      this.setData({ isBusy: false })
      this.tell(pictures)
    },
    onRemoveTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset
      this.tell(this.data.pictures.filter((_, at) => at !== index))
    },
    onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { pictures } = this.data
      void wx.previewImage({
        urls: pictures,
        current: pictures[event.currentTarget.dataset.index]!,
      })
    },
    tell(pictures: readonly string[]) {
      this.triggerEvent('change', { pictures, isBusy: this.data.isBusy })
    },
  },
})
