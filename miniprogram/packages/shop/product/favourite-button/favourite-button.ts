import { change } from '../../../../lib/call'
import { sayFailure } from '../../../../lib/failure'
import { latestOnly } from '../../../../lib/latest-only'
import { textsBehavior } from '../../../../lib/texts'

/**
 * The star that keeps a product among the favourites. It turns at once and sends the last wish;
 * a refusal turns it back.
 *
 * | property  | type    | what                                  |
 * | --------- | ------- | ------------------------------------- |
 * | productId | String  | the product                           |
 * | kept      | Boolean | whether it is kept, as last heard     |
 */
Component({
  behaviors: [textsBehavior(['favourites'])],
  properties: { productId: String, kept: Boolean },
  data: { isOn: false },
  observers: {
    kept(kept: boolean) {
      this.setData({ isOn: kept })
    },
  },
  lifetimes: {
    attached() {
      senders.set(
        this,
        latestOnly((isOn: boolean) => this.send(isOn)),
      )
    },
  },
  methods: {
    onTap() {
      const isOn = !this.data.isOn
      this.setData({ isOn })
      senders.get(this)?.(isOn)
    },
    async send(isOn: boolean) {
      const { productId, t } = this.data
      const result = isOn
        ? await change('catalog.addFavourite', { productId })
        : await change('catalog.removeFavourite', { productIds: [productId] })
      if (result.ok) {
        const { kept, dropped } = t.favourites
        void wx.showToast({ title: isOn ? kept : dropped, icon: 'none' })
        return
      }
      // Unless a finger was faster: then the newer wish is on its way.
      if (this.data.isOn === isOn) this.setData({ isOn: !isOn })
      sayFailure(result)
    },
  },
})

const senders = new WeakMap<object, (isOn: boolean) => void>()
