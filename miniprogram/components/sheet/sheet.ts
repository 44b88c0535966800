import { textsBehavior } from '../../lib/texts'

/**
 * What comes up from the bottom (from the right in wide windows): grip, close, a body that scrolls,
 * a bar that stays. It closes by scrim, grip and close; its owner sets `visible` when told.
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
  methods: {
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
