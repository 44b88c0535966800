import { textsBehavior } from '../../../lib/texts'
import type { RailName } from '../rail/rail-view'
import { deedOf } from './key-deed'

/**
 * How a place of the staff's desk stands in the window: the list alone on a phone; in a wide window
 * the ways to the other places, the list, and beside it the detail of what is picked. On a PC keys
 * go through the list.
 *
 * | property  | type    | what                                                          |
 * | --------- | ------- | ------------------------------------------------------------- |
 * | current   | String  | the place, as the rail names it                               |
 * | itemIds   | Array   | what is in the list, in its order                             |
 * | openId    | String  | what the detail shows; empty for nothing                      |
 * | hint      | String  | stands in the detail while it shows nothing                   |
 * | detail    | String  | `narrow`, `wide` for a form that wants room, `none`           |
 * | isPaused  | Boolean | something lies over the list: keys are not for it             |
 *
 * | slot   | what                                | event | when                                    |
 * | ------ | ----------------------------------- | ----- | --------------------------------------- |
 * | list   | the list, with all above it         | move  | a key moved on: `{ id }`                |
 * | detail | what is picked, in wide windows     | key   | `{ deed }`: `select`, `enter`, `search` |
 */
Component({
  options: { multipleSlots: true },
  behaviors: [textsBehavior([])],
  properties: {
    current: { type: String, value: 'tasks' as RailName },
    itemIds: { type: Array, value: [] as string[] },
    openId: String,
    hint: String,
    detail: { type: String, value: 'narrow' as 'narrow' | 'wide' | 'none' },
    isPaused: Boolean,
  },
  lifetimes: {
    attached() {
      this.listen()
    },
    detached() {
      this.stop()
    },
  },
  pageLifetimes: {
    show() {
      this.listen()
    },
    hide() {
      this.stop()
    },
  },
  methods: {
    // Only WeChat on a PC tells of keys, and only while no field has the focus.
    listen() {
      if (listeners.has(this) || !wx.canIUse('onKeyDown')) return
      // Afterwards, one key after the other: a field that took the focus at once would be given the
      // key as well, and a key that overtook another would act on another item.
      const listener: WechatMiniprogram.OnKeyDownCallback = ({ key }) =>
        setTimeout(() => this.onKeyTap(key), 0)
      listeners.set(this, listener)
      wx.onKeyDown(listener)
    },
    stop() {
      const listener = listeners.get(this)
      if (listener) wx.offKeyDown(listener)
      listeners.delete(this)
    },
    onKeyTap(key: string) {
      const { itemIds, openId, isPaused, appearance } = this.data
      if (isPaused || !appearance.isBeside) return
      const deed = deedOf(key, itemIds.indexOf(openId), itemIds.length)
      if (deed?.kind === 'move') this.triggerEvent('move', { id: itemIds[deed.index] })
      else if (deed) this.triggerEvent('key', { deed: deed.kind })
    },
  },
})

const listeners = new WeakMap<object, WechatMiniprogram.OnKeyDownCallback>()
