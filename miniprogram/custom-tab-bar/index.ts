import { cart } from '../lib/cart'
import * as nav from '../lib/nav'
import { textsBehavior } from '../lib/texts'

/** A badge says "99+" from a hundred pieces on, so that it keeps its size. */
const badgeOf = (count: number) => (count === 0 ? '' : count > 99 ? '99+' : String(count))

const tabs = [
  { name: 'home', icon: 'home', label: 'tabHome' },
  { name: 'category', icon: 'app', label: 'tabCategory' },
  { name: 'cart', icon: 'cart', label: 'tabCart' },
  { name: 'me', icon: 'user', label: 'tabMe' },
] as const

/**
 * The four tabs with the number of pieces in the cart; a rail at the left in wide windows. Each tab
 * page has its own; `definePage` tells it through `selected` whose it is.
 */
Component({
  behaviors: [textsBehavior(['common'])],
  data: { tabs, selected: '', badge: '', isEvenChange: false },
  lifetimes: {
    attached() {
      this.setData({ badge: badgeOf(cart.get().cart?.count ?? 0) })
      stops.set(
        this,
        cart.subscribe(({ cart }) => {
          const badge = badgeOf(cart?.count ?? 0)
          // Two equal animations take turns, because one and the same does not start again.
          if (badge !== this.data.badge)
            this.setData({ badge, isEvenChange: !this.data.isEvenChange })
        }),
      )
    },
    detached() {
      stops.get(this)?.()
    },
  },
  methods: {
    onTabTap(event: WechatMiniprogram.CustomEvent<object, object, { name: TabName }>) {
      const { name } = event.currentTarget.dataset
      if (name === this.data.selected) void wx.pageScrollTo({ scrollTop: 0 })
      else nav.open(name)
    },
  },
})

type TabName = (typeof tabs)[number]['name']
const stops = new WeakMap<object, () => void>()
