import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toRailLinks } from './rail-view'

test('shows everybody the places of their own work', () => {
  const { desk } = messages.en
  const names = (roles: Parameters<typeof toRailLinks>[0]) =>
    toRailLinks(roles, desk).map(({ name }) => name)
  expect(names(['packer'])).toEqual(['tasks', 'shipping', 'orders', 'pickup', 'products'])
  expect(names(['service'])).toEqual([
    'tasks',
    'orders',
    'afterSales',
    'reviews',
    'products',
    'promotions',
  ])
  expect(names(['owner'])).toHaveLength(8)
  expect(names([])).toEqual([])
})
