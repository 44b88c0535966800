import * as nav from '../../../lib/nav'
import { loadMe, session } from '../../../lib/session'
import { textsOf } from '../../../lib/language'
import { textsBehavior } from '../../../lib/texts'
import { roleText } from '../tasks/tasks-view'
import { toRailLinks } from './rail-view'
import type { RailLink, RailName } from './rail-view'

/**
 * The ways through the staff's desk at the left of a wide window; its page keeps the room free with
 * the class `railed`.
 *
 * | property | type   | what                    |
 * | -------- | ------ | ----------------------- |
 * | current  | String | the place that is shown |
 */
Component({
  behaviors: [textsBehavior(['desk'])],
  properties: { current: String },
  data: { links: [] as RailLink[], who: '' },
  lifetimes: {
    async attached() {
      if (!session.get().me) await loadMe()
      this.show()
    },
  },
  observers: {
    t() {
      this.show()
    },
  },
  methods: {
    show() {
      const { desk } = textsOf(['desk'])
      const roles = session.get().me?.roles ?? []
      this.setData({
        links: toRailLinks(roles, desk),
        who: roles.map((role) => roleText(role, desk)).join(' / '),
      })
    },
    onLinkTap(event: WechatMiniprogram.TouchEvent<object, object, { name: RailName }>) {
      const { name } = event.currentTarget.dataset
      if (name !== this.data.current) openPlace(name)
    },
  },
})

/** In place of the page that is shown: going back leaves the desk. */
function openPlace(name: RailName): void {
  switch (name) {
    case 'tasks':
    case 'shipping':
    case 'pickup':
    case 'products':
    case 'promotions':
      return nav.replace(name)
    case 'orders':
      return nav.replace('staffOrders', {})
    case 'afterSales':
      return nav.replace('staffAfterSales')
    case 'reviews':
      return nav.replace('staffReviews', {})
  }
}
