import { fill } from '../../lib/language'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'

const failedPicture = '/images/error-net.webp'
const nothingPicture = '/images/empty-cart.webp'

interface Words {
  headline: string
  line: string
  button: string
  other: string
}

/**
 * A whole page, or the rest of one, that has nothing to show: a drawing, what happened, what is
 * safe, one button and one way around.
 *
 * | property  | type   | what                                                                  |
 * | --------- | ------ | --------------------------------------------------------------------- |
 * | kind      | String | `offline`, `notFound`, `forbidden`, `broken` (`toFailureView`), `empty` |
 * | requestId | String | shown small, so that somebody can look it up                          |
 * | picture   | String | package path; each kind has its own                                   |
 * | headline  | String | `empty` needs it; the other kinds have their own words                |
 * | line      | String | one sentence; as `headline`                                           |
 * | button    | String | label of the button; the failures have their own                      |
 * | other     | String | label of the way around; the failures lead home                       |
 * | home      | Boolean | this is home: a failure offers no way there                          |
 *
 * | event  | when                                                                             |
 * | ------ | -------------------------------------------------------------------------------- |
 * | button | the button was tapped, or the network came back; for `notFound` without `button` it opens the shop by itself |
 * | other  | the way around was tapped; without `other` a failure leads home by itself        |
 *
 * The slot is for something to look at below.
 */
Component({
  behaviors: [textsBehavior(['common'])],
  properties: {
    kind: { type: String, value: 'empty' },
    requestId: String,
    picture: String,
    headline: String,
    line: String,
    button: String,
    other: String,
    home: Boolean,
  },
  data: { view: { picture: '', headline: '', line: '', button: '', other: '', number: '' } },
  observers: {
    'kind, requestId, picture, headline, line, button, other, home, t'() {
      const { kind, requestId, picture, headline, line, button, other, home, t } = this.data
      const { common } = t
      const wayHome = home ? '' : common.home
      const failures: Record<string, Words> = {
        offline: {
          headline: common.offlineTitle,
          line: common.offlineBody,
          button: common.retry,
          other: wayHome,
        },
        notFound: {
          headline: common.notFoundTitle,
          line: common.notFoundBody,
          button: common.toShop,
          other: wayHome,
        },
        // Trying again opens no page that is not for one's role.
        forbidden: {
          headline: common.forbiddenTitle,
          line: common.forbiddenBody,
          button: '',
          other: wayHome,
        },
        broken: {
          headline: common.brokenTitle,
          line: common.brokenBody,
          button: common.retry,
          other: wayHome,
        },
      }
      const own = failures[kind] ?? { headline: '', line: '', button: '', other: '' }
      this.setData({
        view: {
          picture:
            picture || (kind === 'offline' || kind === 'broken' ? failedPicture : nothingPicture),
          headline: headline || own.headline,
          line: line || own.line,
          button: button || own.button,
          other: other || own.other,
          number: requestId ? fill(common.requestNumber, { id: requestId }) : '',
        },
      })
    },
  },
  lifetimes: {
    attached() {
      const listener: NetworkListener = ({ isConnected }) => {
        if (isConnected && this.data.kind === 'offline') this.triggerEvent('button')
      }
      listeners.set(this, listener)
      wx.onNetworkStatusChange(listener)
    },
    detached() {
      const listener = listeners.get(this)
      if (listener) wx.offNetworkStatusChange(listener)
    },
  },
  methods: {
    onButtonTap() {
      if (this.data.kind === 'notFound' && !this.data.button) nav.open('category')
      else this.triggerEvent('button')
    },
    onOtherTap() {
      if (this.data.kind !== 'empty' && !this.data.other) nav.open('home')
      else this.triggerEvent('other')
    },
  },
})

/** The type definitions of WeChat give the same function two types, to begin and to end with. */
type NetworkListener = (change: { isConnected?: boolean; errMsg?: string }) => void
const listeners = new WeakMap<object, NetworkListener>()
