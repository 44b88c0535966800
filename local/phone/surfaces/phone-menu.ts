import { cardForFriend, cardForTimeline } from './share-card'
import type { MenuItem } from './menu-sheet'
import type { Surfaces } from './surfaces'

/** What the menu of the capsule offers on the page in front. */
export function menuOf(surfaces: Surfaces): MenuItem[][] {
  const { host } = surfaces.stage
  const page = host.currentPage()
  const can = (menu: 'shareAppMessage' | 'shareTimeline') =>
    surfaces.shareMenu.offers(menu) ? undefined : '本页不可用'
  const failed = (where: string) => (error: unknown) => host.reportError(error, where)
  return [
    [
      {
        icon: 'share',
        label: '转发给朋友',
        unavailable: can('shareAppMessage'),
        run() {
          if (!page) return
          cardForFriend(host, page, 'menu')
            .then((card) => surfaces.share(card, 1007))
            .catch(failed('onShareAppMessage'))
        },
      },
      {
        icon: 'moments',
        label: '分享到朋友圈',
        unavailable: can('shareTimeline'),
        run() {
          if (!page) return
          surfaces.share(cardForTimeline(host, page), 1154).catch(failed('onShareTimeline'))
        },
      },
    ],
    [
      { icon: 'chat', label: '服务通知', run: () => void surfaces.inbox() },
      { icon: 'setting', label: '设置', run: () => void surfaces.settings() },
      { icon: 'info', label: '隐私指引', run: () => void surfaces.privacyContract() },
      {
        icon: 'reload',
        label: '重新进入',
        run: () => host.send('enter', { path: '', scene: 1001 }),
      },
    ],
  ]
}
