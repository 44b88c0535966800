import type { NavigationBarChange } from '../runtime/types'
import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

/** The bar over the current page. */
export function navigationBarApis({ host }: PhoneContext): Api[] {
  const change = (next: NavigationBarChange): void => {
    const page = host.currentPage()
    if (!page) throw new ApiFailure('page not found')
    page.setNavigationBar(next)
  }
  return [
    asyncApi(host, 'setNavigationBarTitle', { title: 'String!' }, ({ title }) => change({ title })),
    asyncApi(
      host,
      'setNavigationBarColor',
      { frontColor: 'String!', backgroundColor: 'String!', animation: 'Object' },
      ({ frontColor, backgroundColor }) => {
        if (frontColor !== '#ffffff' && frontColor !== '#000000') {
          throw new ApiFailure(`invalid frontColor "${frontColor}"`)
        }
        if (!/^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(backgroundColor)) {
          throw new ApiFailure(`invalid backgroundColor "${backgroundColor}"`)
        }
        change({ frontColor, backgroundColor })
      },
    ),
    asyncApi(host, 'showNavigationBarLoading', {}, () => change({ loading: true })),
    asyncApi(host, 'hideNavigationBarLoading', {}, () => change({ loading: false })),
    asyncApi(host, 'hideHomeButton', {}, () => change({ homeButton: false })),
  ]
}
