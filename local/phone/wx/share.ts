import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

const MENUS = ['shareAppMessage', 'shareTimeline']

/** Which ways of sharing WeChat's menu offers on the current page. */
export function shareApis({ host, surfaces }: PhoneContext): Api[] {
  const checked = (menus: readonly unknown[] | undefined): string[] => {
    const wanted = menus ?? MENUS
    const unknown = wanted.find((menu) => !MENUS.includes(String(menu)))
    if (unknown !== undefined)
      throw new ApiFailure(`parameter error: parameter.menus has unknown "${String(unknown)}";`)
    return wanted.map(String)
  }
  return [
    asyncApi(host, 'showShareMenu', { withShareTicket: 'Boolean', menus: 'Array' }, ({ menus }) =>
      surfaces.shareMenu.allow(checked(menus ?? ['shareAppMessage'])),
    ),
    asyncApi(host, 'hideShareMenu', { menus: 'Array' }, ({ menus }) =>
      surfaces.shareMenu.forbid(checked(menus)),
    ),
    asyncApi(host, 'updateShareMenu', { withShareTicket: 'Boolean' }, () => undefined),
  ]
}
