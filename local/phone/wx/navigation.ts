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
    asyncApi(host, 'navigateBack', { delta: 'Number' }, ({ delta }) =>
      moving(() => navigator.navigateBack(delta ?? 1)),
    ),
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
