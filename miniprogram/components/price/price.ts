import { fill } from '../../lib/language'
import { priceParts, priceText } from '../../lib/price-text'
import { textsBehavior } from '../../lib/texts'

/**
 * A price: sign and fen small on the baseline, figures of equal width, room kept so that it does
 * not move.
 *
 * | property | type    | what                                                                    |
 * | -------- | ------- | ----------------------------------------------------------------------- |
 * | fen      | Number  | the price, integer fen                                                  |
 * | size     | String  | `s` (default, 15), `m` 17, `l` 22, `xl` 30                              |
 * | was      | Number  | the former price in fen: drawn struck beside it, the price turns to deal |
 * | deal     | Boolean | lower than usual without showing the former price                       |
 * | from     | Boolean | the lowest of several: "¥58 起"                                          |
 * | cents    | String  | `auto` (default) leaves out ".00"; `always` in cart, checkout, orders   |
 * | tone     | String  | `ink` (default) or `inherit` the colour around it                       |
 */
Component({
  behaviors: [textsBehavior(['common'])],
  properties: {
    fen: Number,
    size: { type: String, value: 's' },
    was: Number,
    deal: Boolean,
    from: Boolean,
    cents: { type: String, value: 'auto' },
    tone: { type: String, value: 'ink' },
  },
  data: { parts: priceParts(0, 'auto'), wasText: '', label: '', isDeal: false },
  observers: {
    'fen, was, deal, cents, t'(fen: number, was: number, deal: boolean, cents: 'auto' | 'always') {
      const { common } = this.data.t
      const isLower = was > fen
      const label = fill(common.priceLabel, { amount: amountOf(fen) })
      this.setData({
        parts: priceParts(fen, cents),
        wasText: isLower ? priceText(was, cents) : '',
        label: isLower ? `${label}, ${fill(common.wasLabel, { amount: amountOf(was) })}` : label,
        isDeal: deal || isLower,
      })
    },
  },
})

const amountOf = (fen: number) => String(fen / 100)
