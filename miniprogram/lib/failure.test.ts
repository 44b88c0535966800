import { expect, test } from '@jest/globals'
import { toFailureView } from './failure'

const requestId = 'r-1'

test.each([
  ['NETWORK', { kind: 'offline', requestId: '' }],
  ['ORDER_NOT_FOUND', { kind: 'notFound', requestId: '' }],
  ['FORBIDDEN', { kind: 'forbidden', requestId: '' }],
  ['INTERNAL', { kind: 'broken', requestId }],
] as const)('a page that fails with %s', (code, view) => {
  expect(toFailureView({ error: { code }, requestId })).toEqual(view)
})
