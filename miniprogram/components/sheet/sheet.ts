import { textsBehavior } from '../../lib/texts'
import { isOpening, openingMs } from './opening'

/**
 * What comes up from the bottom (from the right in wide windows): grip, close, a body that scrolls,
 * a bar that stays. It closes by scrim, grip and close; its owner sets `visible` when told. While it
 * comes up, the scrim takes no tap: a double tap on what opens it leaves it open.
 *
 * | property | type    | what                                               |
 * | -------- | ------- | -------------------------------------------------- |
 * | visible  | Boolean | whether it is open                                 |
 * | title    | String  | drawn at the top; without it the body begins there |
 * | label    | String  | what it is, for reading out                        |
 *
 * | slot | what                                    | event | when             |
 * | ---- | --------------------------------------- | ----- | ---------------- |
 * |      | the body                                | close | it wants to close |
 * | bar  | stays at the bottom, with the actions   |       |                  |
 */
Component({
  options: { multipleSlots: true },
  behaviors: [textsBehavior(['common'])],
  properties: { visible: Boolean, title: String, label: String },
  data: { openingMs },
  observers: {
    visible(visible: boolean) {
      if (visible) openedAt.set(this, Date.now())
    },
  },
  methods: {
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (event.detail.visible || isOpening(openedAt.get(this) ?? 0, Date.now())) return
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})

const openedAt = new WeakMap<object, number>()
