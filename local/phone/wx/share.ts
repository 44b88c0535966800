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
    asyncApi(
      host,
      'updateShareMenu',
      {
        withShareTicket: 'Boolean',
        isUpdatableMessage: 'Boolean',
        activityId: 'String',
        templateInfo: 'Object',
      },
      checkUpdatable,
    ),
  ]
}

interface ShareMenuUpdate {
  isUpdatableMessage?: boolean | undefined
  activityId?: string | undefined
  templateInfo?: Record<string, unknown> | undefined
}

/** A card that updates itself needs WeChat's id and the words it begins with. */
function checkUpdatable({ isUpdatableMessage, activityId, templateInfo }: ShareMenuUpdate): void {
  if (!isUpdatableMessage) return
  if (!activityId) throw new ApiFailure('parameter error: parameter.activityId is missing;')
  if (!Array.isArray(templateInfo?.['parameterList']))
    throw new ApiFailure('parameter error: parameter.templateInfo.parameterList is missing;')
}
