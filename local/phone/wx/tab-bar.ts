import { type Api, ApiFailure, asyncApi } from './define-api'
import type { TabBarChange } from './host-events'
import type { PhoneContext } from './phone-context'

/** The tab bar; every call needs a tab page in front, as in WeChat. */
export function tabBarApis({ host }: PhoneContext): Api[] {
  const tabs = (): { pagePath?: string }[] => {
    const { list } = (host.appConfig.tabBar ?? {}) as { list?: { pagePath?: string }[] }
    return list ?? []
  }
  const change = (next: TabBarChange): void => {
    const route = host.currentPage()?.route
    if (!tabs().some(({ pagePath }) => pagePath === route)) throw new ApiFailure('not TabBar page')
    if ('index' in next && !tabs()[next.index]) throw new ApiFailure('tabbar item not found')
    host.send('tabBar', next)
  }
  const visible = (name: string, shown: boolean): Api =>
    asyncApi(host, name, { animation: 'Boolean' }, ({ animation }) =>
      change({ type: 'visible', shown, animation: Boolean(animation) }),
    )
  const redDot = (name: string, shown: boolean): Api =>
    asyncApi(host, name, { index: 'Number!' }, ({ index }) =>
      change({ type: 'redDot', index, shown }),
    )
  return [
    asyncApi(
      host,
      'setTabBarItem',
      {
        index: 'Number!',
        text: 'String',
        iconPath: 'String',
        selectedIconPath: 'String',
        visible: 'Boolean',
      },
      (options) => change({ type: 'item', ...options }),
    ),
    asyncApi(
      host,
      'setTabBarStyle',
      {
        color: 'String',
        selectedColor: 'String',
        backgroundColor: 'String',
        borderStyle: 'String',
      },
      (options) => change({ type: 'style', ...options }),
    ),
    asyncApi(host, 'setTabBarBadge', { index: 'Number!', text: 'String!' }, ({ index, text }) =>
      // WeChat shows an ellipsis instead of a text of more than four characters.
      change({ type: 'badge', index, text: [...text].length > 4 ? '...' : text }),
    ),
    asyncApi(host, 'removeTabBarBadge', { index: 'Number!' }, ({ index }) =>
      change({ type: 'badge', index, text: undefined }),
    ),
    redDot('showTabBarRedDot', true),
    redDot('hideTabBarRedDot', false),
    visible('showTabBar', true),
    visible('hideTabBar', false),
  ]
}
