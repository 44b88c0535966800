import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'

/**
 * The bar at the top of every page: status bar, way back, title, room for WeChat's capsule.
 *
 * | property | type    | what                                                                   |
 * | -------- | ------- | ---------------------------------------------------------------------- |
 * | title    | String  | in the middle                                                          |
 * | ground   | String  | `surface` (default), `mist`, or `clear` over a picture                 |
 * | line     | Boolean | a hairline under it                                                    |
 * | floats   | Boolean | takes no room: the page begins at the very top, under the bar          |
 * | back     | String  | `auto` (default): back, or home when the page was opened from a link;  |
 * |          |         | `none` on the tab pages                                                |
 *
 * The slot takes the place of the title, between the way back and the capsule (a search field).
 */
Component({
  behaviors: [textsBehavior(['common'])],
  properties: {
    title: String,
    ground: { type: String, value: 'surface' },
    line: Boolean,
    floats: Boolean,
    back: { type: String, value: 'auto' },
  },
  data: { hasBehind: true },
  lifetimes: {
    attached() {
      this.setData({ hasBehind: getCurrentPages().length > 1 })
    },
  },
  methods: {
    onBackTap() {
      nav.back()
    },
  },
})
