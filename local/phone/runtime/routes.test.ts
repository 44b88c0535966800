import { expect, test } from '@jest/globals'
import { parseUrl, urlOf } from './routes'

test.each([
  ['/pages/a/a?x=1', '', 'pages/a/a', { x: '1' }],
  ['../b/b', 'pages/a/a', 'pages/b/b', {}],
  ['b?x', 'pages/a/a', 'pages/a/b', { x: 'undefined' }],
  ['/a?x=%E5%B1%B1&y%20z=a=b', '', 'a', { x: '%E5%B1%B1', 'y z': 'a' }],
])('%s is read as WeChat reads it', (url, from, route, query) => {
  expect(parseUrl(url, from)).toEqual({ route, query })
})

test('a destination and its URL are the same', () => {
  const destination = { route: 'pages/a/a', query: { x: '%E5%B1%B1', y: '' } }
  expect(parseUrl(urlOf(destination))).toEqual(destination)
})
