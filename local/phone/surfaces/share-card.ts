import type { PageHandle, PhoneHost } from '../runtime/types'
import { appNameOf } from './wechat-memory'

/** What a friend would get. */
export interface ShareCard {
  title: string
  /** Path and query without the leading slash. */
  path: string
  imageUrl: string | undefined
}

interface ShareAnswer {
  title?: unknown
  path?: unknown
  query?: unknown
  imageUrl?: unknown
  promise?: unknown
}

/** WeChat waits this long for the promise of a share before it takes the plain answer. */
const PROMISE_MS = 3000

/** Asks the page what to share with a friend. */
export async function cardForFriend(
  host: PhoneHost,
  page: PageHandle,
  from: 'menu' | 'button',
  target?: unknown,
): Promise<ShareCard> {
  const first = ask(host, page, 'onShareAppMessage', { from, target })
  const answer = await withPromise(host, first)
  const path = typeof answer.path === 'string' ? answer.path : `/${pathOf(page)}`
  if (!path.startsWith('/')) {
    host.reportError(
      new Error(`onShareAppMessage: the path "${path}" should start with /`),
      page.route,
    )
  }
  return cardOf(host, answer, path.replace(/^\//, ''))
}

/** Asks the page what to share with everyone; it always leads to the page itself. */
export function cardForTimeline(host: PhoneHost, page: PageHandle): ShareCard {
  const answer = ask(host, page, 'onShareTimeline', {})
  const query = typeof answer.query === 'string' && answer.query ? `?${answer.query}` : ''
  return cardOf(host, answer, page.route + query)
}

/** The page's own path with its query. */
export function pathOf({ route, query }: PageHandle): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return pairs.length > 0 ? `${route}?${pairs.join('&')}` : route
}

function ask(host: PhoneHost, page: PageHandle, handler: string, event: object): ShareAnswer {
  const method = page.instance[handler]
  if (typeof method !== 'function') return {}
  try {
    return (method as (event: object) => ShareAnswer | undefined).call(page.instance, event) ?? {}
  } catch (error) {
    host.reportError(error, `${page.route} ${handler}`)
    return {}
  }
}

async function withPromise(host: PhoneHost, answer: ShareAnswer): Promise<ShareAnswer> {
  if (!(answer.promise instanceof Promise)) return answer
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PROMISE_MS))
  try {
    const better = (await Promise.race([answer.promise, late])) as ShareAnswer | undefined
    return { ...answer, ...better }
  } catch (error) {
    host.reportError(error, 'promise of onShareAppMessage')
    return answer
  }
}

function cardOf(host: PhoneHost, { title, imageUrl }: ShareAnswer, path: string): ShareCard {
  return {
    title: typeof title === 'string' && title !== '' ? title : appNameOf(host),
    path,
    imageUrl: typeof imageUrl === 'string' && imageUrl !== '' ? imageUrl : undefined,
  }
}
