/** A page's route and query, as they stand in a URL of WeChat's navigation. */
export interface Destination {
  route: string
  query: Record<string, string>
}

/** Reads `pages/x?a=1`; what does not start with `/` is relative to the page it is written on. */
export function parseUrl(url: string, fromRoute = ''): Destination {
  const [path = '', ...rest] = url.split('?')
  return { route: resolveRoute(path, fromRoute), query: parseQuery(rest.join('?')) }
}

export function urlOf({ route, query }: Destination): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${value}`)
  return pairs.length === 0 ? `/${route}` : `/${route}?${pairs.join('&')}`
}

function resolveRoute(path: string, fromRoute: string): string {
  const parts = path.startsWith('/') ? [] : fromRoute.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').replace(/\.html$/, '')
}

/**
 * WeChat's own way: names are decoded, values are not (a page decodes what it encoded), a value ends
 * at its first `=`, and a name without a value has the text `undefined`.
 */
function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const [name = '', value = 'undefined'] = pair.split('=')
    query[decodeURIComponent(name)] = value
  }
  return query
}
