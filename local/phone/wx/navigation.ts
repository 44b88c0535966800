import { type Api, ApiFailure, asyncApi } from './define-api'
import type { PhoneContext } from './phone-context'

type EventListeners = Record<string, (...values: unknown[]) => void>

/** Page navigation; the phone's navigator gives WeChat's reasons. */
export function navigationApis({ host, surfaces }: PhoneContext): Api[] {
  /** WeChat takes a toast away with the page that showed it. */
  const moving = async <T>(move: () => Promise<T>): Promise<T> => {
    try {
      const result = await move()
      surfaces.toast.leavePage()
      return result
    } catch (error) {
      throw asNavigationFailure(error)
    }
  }
  const { navigator } = host
  /** What a page asks before it is left backwards. */
  const alerts = new WeakMap<object, string>()
  const mayLeave = async (content: string): Promise<boolean> => {
    const answer = await surfaces.modal({
      title: '',
      content,
      confirmText: '确定',
      cancelText: '取消',
      confirmColor: undefined,
      cancelColor: undefined,
      editable: false,
      placeholder: '',
    })
    return answer.confirmed
  }
  return [
    asyncApi(
      host,
      'navigateTo',
      { url: 'String!', events: 'Object' },
      ({ url, events }) => moving(() => navigator.navigateTo(url, events as EventListeners)),
      ['eventChannel'],
    ),
    asyncApi(host, 'redirectTo', { url: 'String!' }, ({ url }) =>
      moving(() => navigator.redirectTo(url)),
    ),
    asyncApi(host, 'navigateBack', { delta: 'Number' }, async ({ delta }) => {
      const message = alerts.get(host.currentPage() ?? host)
      if (message !== undefined && !(await mayLeave(message))) throw new ApiFailure('cancel')
      await moving(() => navigator.navigateBack(delta ?? 1))
    }),
    asyncApi(host, 'enableAlertBeforeUnload', { message: 'String!' }, ({ message }) => {
      const page = host.currentPage()
      if (page) alerts.set(page, message)
    }),
    asyncApi(host, 'disableAlertBeforeUnload', {}, () => {
      const page = host.currentPage()
      if (page) alerts.delete(page)
    }),
    asyncApi(host, 'switchTab', { url: 'String!' }, ({ url }) =>
      moving(() => navigator.switchTab(url)),
    ),
    asyncApi(host, 'reLaunch', { url: 'String!' }, ({ url }) =>
      moving(() => navigator.reLaunch(url)),
    ),
  ]
}

function asNavigationFailure(error: unknown): ApiFailure {
  const reason = error instanceof Error ? error.message : String(error)
  const { errno } = error as { errno?: unknown }
  return new ApiFailure(reason, typeof errno === 'number' ? { errno } : {})
}
